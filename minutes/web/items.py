"""One § with everything that belongs to it."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _

from minutes.store.queries.item_pages import item_page
from minutes.store.queries.plans import plans_adopted_by
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.bodies import found_body
from minutes.web.pages import Page, found, shows, slugs_of, today
from minutes.web.reporting.citing import named
from minutes.web.seats import seat_picture

blueprint = Blueprint("items", __name__)


@shows(blueprint, "/<slug:body>/<year:year>/<number:number>", "items/item.html", who=EVERYBODY)
def item(body: str, year: int, number: int) -> Page:
    """The § of a body's year and number."""
    found_body(body)
    page = found(
        item_page(session(), body, year, number, today()),
        _(
            "Registret har ingen § %(number)s från år %(year)s i det här organet.",
            number=number,
            year=year,
        ),
    )
    beside = {
        "slugs": slugs_of(page.people),
        "pictures": [seat_picture(vote) for vote in page.item.votes],
        "adopted": plans_adopted_by(session(), body, year, number),
        "named": named,
    }
    return Page(page, beside)
