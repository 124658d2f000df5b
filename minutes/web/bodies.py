"""A body with its members and meetings."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint

from minutes.store.queries.bodies import body_page
from minutes.store.session import session
from minutes.web.pages import Page, found, shows, today

blueprint = Blueprint("bodies", __name__)


@shows(blueprint, "/<slug:body>", "bodies/body.html")
def body(body: str) -> Page:
    """The body, its members of today, and its meetings by year."""
    page = found(
        body_page(session(), body, today()), f"Registret har inget organ med adressen ”{body}”."
    )
    years = groupby(page.meetings, key=lambda meeting: meeting.held_on.year)
    return Page(page, {"years": [(year, list(held)) for year, held in years]})
