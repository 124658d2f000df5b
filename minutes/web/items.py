"""One § with everything that belongs to it."""

from __future__ import annotations

from flask import Blueprint

from minutes.store.queries.item_pages import item_page
from minutes.store.session import session
from minutes.web.pages import Page, found, shows, today

blueprint = Blueprint("items", __name__)


@shows(blueprint, "/<slug:body>/<int(fixed_digits=4):year>/<int:number>", "items/item.html")
def item(body: str, year: int, number: int) -> Page:
    """The § of a body's year and number."""
    page = found(
        item_page(session(), body, year, number, today()),
        f"Registret har ingen § {number} år {year} på den här adressen.",
    )
    slugs = {(link.name, link.party): link.slug for link in page.people}
    return Page(page, {"slugs": slugs})
