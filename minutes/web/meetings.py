"""A meeting with its items, and its protocol as PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from flask import Blueprint, Response, current_app, send_file
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from minutes.documents.edition import protocol_file
from minutes.settings import Settings
from minutes.store.correction_records import versions_of
from minutes.store.queries.copies import copied_as, copy_of, signed_as
from minutes.store.queries.meetings import is_readable, meeting_at, meeting_page
from minutes.store.session import session
from minutes.store.tables import Meeting
from minutes.web.access import EVERYBODY, may, visitor
from minutes.web.bodies import found_body
from minutes.web.pages import Page, found, shows, slugs_of, today
from minutes.web.words import day
from minutes.web.workspace.enclosures import kept_file

blueprint = Blueprint("meetings", __name__)
may(blueprint, EVERYBODY, "protocol", "version")


def _missing(held_on: date) -> str:
    return str(_("Organet har inget sammanträde den %(day)s i registret.", day=day(held_on)))


@shows(blueprint, "/<slug:body>/<day:held_on>", "meetings/meeting.html", who=EVERYBODY)
def meeting(body: str, held_on: date) -> Page:
    """Who was there, what was treated, and how far the minutes have come."""
    found_body(body)
    page = found(meeting_page(session(), body, held_on, today()), _missing(held_on))
    return Page(page, {"slugs": slugs_of(page.people)})


def _printed(row: Meeting, version: int | None = None) -> Path:
    settings: Settings = current_app.config["MINUTES"]
    return protocol_file(session(), row, settings.exports, settings.pdf_variant, version)


def _sent(file: Path, name: str) -> Response:
    return send_file(
        file, mimetype="application/pdf", download_name=name, conditional=True, max_age=0
    )


def readable(body: str, held_on: date) -> Meeting:
    """The meeting whose minutes are asked for. Raises NotFound where they may not be read."""
    row = found(meeting_at(session(), body, held_on), _missing(held_on))
    if not is_readable(session(), row):
        raise NotFound(_("Protokollet är inte publicerat på webben. Begär det hos registrator."))
    return row


@blueprint.get("/<slug:body>/<day:held_on>.pdf")
def protocol(body: str, held_on: date) -> Response:
    """The protocol as PDF, made when it is first asked for."""
    found_body(body)
    row = readable(body, held_on)
    copy = copy_of(session(), row) if visitor() is None else None
    return kept_file(copy.id) if copy else _sent(_printed(row), f"{body}-{held_on}.pdf")


@blueprint.get("/<slug:body>/<day:held_on>/version-<number:number>.pdf")
def version(body: str, held_on: date, number: int) -> Response:
    """A version of the protocol, the present one or one before its corrections.

    What was signed is given as it was signed; the public is given the copy that was approved.
    """
    found_body(body)
    row = readable(body, held_on)
    if number not in {one.number for one in versions_of(session(), row)}:
        raise NotFound(_("Protokollet har ingen version %(number)s.", number=number))
    kept = (signed_as if visitor() else copied_as)(session(), row, number)
    name = f"{body}-{held_on}-version-{number}.pdf"
    return kept_file(kept.id) if kept else _sent(_printed(row, number), name)
