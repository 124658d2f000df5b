"""A meeting with its items, and its protocol as PDF."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, current_app, send_file
from flask_babel import gettext as _
from werkzeug.exceptions import InternalServerError

from minutes.documents.edition import protocol_file
from minutes.documents.render import BadDocument
from minutes.settings import Settings
from minutes.store.queries.meetings import meeting_at, meeting_page
from minutes.store.session import session
from minutes.web.access import EVERYBODY, may
from minutes.web.bodies import found_body
from minutes.web.pages import Page, found, shows, slugs_of, today
from minutes.web.words import day

blueprint = Blueprint("meetings", __name__)
may(blueprint, EVERYBODY, "protocol")


def _missing(held_on: date) -> str:
    return str(_("Organet har inget sammanträde den %(day)s i registret.", day=day(held_on)))


@shows(blueprint, "/<slug:body>/<day:held_on>", "meetings/meeting.html", who=EVERYBODY)
def meeting(body: str, held_on: date) -> Page:
    """Who was there, what was treated, and how far the minutes have come."""
    found_body(body)
    page = found(meeting_page(session(), body, held_on, today()), _missing(held_on))
    return Page(page, {"slugs": slugs_of(page.people)})


@blueprint.get("/<slug:body>/<day:held_on>.pdf")
def protocol(body: str, held_on: date) -> Response:
    """The protocol as PDF, made when it is first asked for."""
    found_body(body)
    row = found(meeting_at(session(), body, held_on), _missing(held_on))
    settings: Settings = current_app.config["MINUTES"]
    try:
        file = protocol_file(session(), row, settings.exports, settings.pdf_variant)
    except BadDocument as error:
        raise InternalServerError(
            _("Protokollet kunde inte skrivas som PDF: %(reason)s", reason=error)
        ) from error
    return send_file(
        file,
        mimetype="application/pdf",
        download_name=f"{body}-{held_on}.pdf",
        conditional=True,
        max_age=0,
    )
