"""A body with its members and meetings."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from minutes.store.queries.bodies import body_page, find_slug
from minutes.store.session import session
from minutes.store.tables import Body
from minutes.web.access import EVERYBODY, may
from minutes.web.pages import Page, found, shows, today

blueprint = Blueprint("bodies", __name__)
may(blueprint, EVERYBODY, "year")


def _missing(slug: str) -> str:
    return str(
        _(
            "Registret har inget organ med adressen ”%(slug)s”. Gå till startsidan och välj organ.",
            slug=slug,
        )
    )


def found_body(slug: str) -> Body:
    """The body at an address. Raises NotFound."""
    return found(find_slug(session(), slug), _missing(slug))


@blueprint.get("/<slug:body>/<year:year>")
def year(body: str, year: int) -> Response:
    """A year's meetings stand on the body's page."""
    return redirect(url_for("bodies.body", body=found_body(body).slug, _anchor=f"ar-{year}"))


@shows(blueprint, "/<slug:body>", "bodies/body.html", who=EVERYBODY)
def body(body: str) -> Page:
    """The body, its members of today, and its meetings by year."""
    page = found(body_page(session(), body, today()), _missing(body))
    years = groupby(page.meetings, key=lambda meeting: meeting.held_on.year)
    return Page(page, {"years": [(year, list(held)) for year, held in years]})
