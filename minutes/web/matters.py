"""Matters, and one through its meetings."""

from __future__ import annotations

from datetime import UTC, datetime, time

from flask import Blueprint, Response, url_for
from flask_babel import force_locale, lazy_gettext
from flask_babel import gettext as _
from wtforms import Form, SearchField

from minutes.documents.atom import MEDIA_TYPE, Feed, FeedEntry, atom_feed
from minutes.store.queries.bodies import organisation_of
from minutes.store.queries.matters import (
    MatterPage,
    Told,
    matter_list,
    matter_news,
    matter_page,
)
from minutes.store.session import session
from minutes.web.access import EVERYBODY, may
from minutes.web.pages import Page, asked, found, fresh, page_number, shows, slugs_of
from minutes.web.timelines import time_line
from minutes.web.words import day, label

blueprint = Blueprint("matters", __name__)
may(blueprint, EVERYBODY, "feed")


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
    return Page(page, {"slugs": slugs_of(movers), "line": line})


def _entry(one: Told) -> FeedEntry:
    at, moment = one.entry.address, datetime.combine(one.adjusted_on, time(12), UTC)
    outcome = label(one.entry.outcome)
    return FeedEntry(
        f"arende {at.slug} {at.year} {at.number}",
        f"{at.body} § {at.number}/{at.year}: {outcome}",
        url_for("items.item", body=at.slug, year=at.year, number=at.number, _external=True),
        f"{one.entry.title}. {outcome} {day(at.held_on)}.",
        moment,
        moment,
    )


@blueprint.get("/arenden/<slug:matter>.atom")
def feed(matter: str) -> Response:
    """What adjusted minutes tell of a matter, for a feed reader; in Swedish."""
    page = _page(matter)
    with force_locale("sv"):
        entries = [_entry(one) for one in matter_news(session(), matter)]
    told = Feed(
        f"arende {organisation_of(session())} {matter}",
        f"{page.title} ({page.dnr})",
        organisation_of(session()),
        url_for("matters.matter", matter=matter, _external=True),
        url_for("matters.feed", matter=matter, _external=True),
    )
    return fresh(Response(atom_feed(told, entries), mimetype=MEDIA_TYPE))
