"""Matters, and one through its meetings."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import Form, SearchField

from minutes.store.queries.matters import MatterPage, matter_list, matter_page
from minutes.store.session import session
from minutes.web.access import EVERYBODY
from minutes.web.pages import Page, asked, found, page_number, shows, slugs_of, today
from minutes.web.timelines import time_line

blueprint = Blueprint("matters", __name__)


class MatterSearch(Form):
    """Words in a matter's number or title."""

    ord = SearchField(lazy_gettext("Ord i diarienummer eller rubrik"))


@shows(blueprint, "/arenden", "matters/matters.html", who=EVERYBODY)
def matters() -> Page:
    """The matters, the latest treated first."""
    form = MatterSearch(asked())
    return Page(matter_list(session(), form.ord.data or "", page_number()), {"form": form})


def _page(matter: str) -> MatterPage:
    return found(
        matter_page(session(), matter),
        _(
            "Registret har inget ärende med adressen ”%(slug)s”. Sök det på diarienummer.",
            slug=matter,
        ),
    )


@shows(blueprint, "/arenden/<slug:matter>", "matters/matter.html", who=EVERYBODY)
def matter(matter: str) -> Page:
    """A matter with every § that treats it."""
    page = _page(matter)
    movers = [link for motion in page.motions for link in motion.movers]
    line = time_line(page.items, page.awaits)
    return Page(page, {"slugs": slugs_of(movers), "line": line, "today": today()})
