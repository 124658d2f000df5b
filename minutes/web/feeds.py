"""Feeds (Atom) of what is new on a matter, of a person and in a search, as everybody reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from flask import Blueprint, Response, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlmodel import Session, select

from minutes.documents.atom import MEDIA_TYPE, Feed, FeedEntry, atom_feed
from minutes.store import tables as t
from minutes.store.queries.bodies import organisation_of
from minutes.store.queries.news import News, matter_news, person_news
from minutes.store.queries.search_news import search_news
from minutes.store.session import session
from minutes.store.visibility import Sight, show
from minutes.web.access import EVERYBODY, may
from minutes.web.news_words import ended, told, where
from minutes.web.pages import asked, found, fresh, today
from minutes.web.search import SearchForm, chosen_in, search_of
from minutes.web.words import day

blueprint = Blueprint("feeds", __name__)
may(blueprint, EVERYBODY, "matter", "person", "search")


def _public() -> Session:
    """The register as everybody reads it today: a feed goes where its reader is not known."""
    show(session(), Sight(frozenset(), public_on=today()))
    return session()


def _entry(feed: str, one: News) -> FeedEntry:
    at, moment = one.address, datetime.combine(one.public_on, time(12), UTC)
    words = [f"{one.title}.", f"{ended(one)} {day(at.held_on)}.", told(one)]
    return FeedEntry(
        f"{feed} {at.slug} {at.year} {at.number}",
        f"{where(one)}: {ended(one)}",
        url_for("items.item", body=at.slug, year=at.year, number=at.number, _external=True),
        " ".join(filter(None, words)),
        moment,
        moment,
    )


def _feed(about: str, title: str, page: str, news: Sequence[News]) -> Response:
    """The feed; `about` is the kind of what is followed and what never changes of its address."""
    organisation = organisation_of(session())
    kind, _space, name = about.partition(" ")
    entries = [_entry(kind if kind == "arende" else about, one) for one in news]
    made = Feed(f"{kind} {organisation} {name}", title, organisation, page, request.url)
    return fresh(Response(atom_feed(made, entries), mimetype=MEDIA_TYPE))


@blueprint.get("/arenden/<slug:matter>.atom")
def matter(matter: str) -> Response:
    """What adjusted minutes tell of a matter."""
    row = found(
        _public().exec(select(t.Matter).where(t.Matter.slug == matter)).first(),
        _("Registret har inget ärende med adressen ”%(slug)s”. Sök det på diarienummer.",
          slug=matter),
    )  # fmt: skip
    page = url_for("matters.matter", matter=matter, _external=True)
    with force_locale("sv"):
        title = f"{row.title} ({row.dnr})"
        return _feed(f"arende {matter}", title, page, matter_news(session(), row.id))


@blueprint.get("/personer/<slug:person>.atom")
def person(person: str) -> Response:
    """What adjusted minutes name a person for."""
    row = found(
        _public().exec(select(t.Person).where(t.Person.slug == person)).first(),
        _("Registret har ingen person med adressen ”%(slug)s”. Sök på namnet.", slug=person),
    )
    page = url_for("persons.person", person=person, _external=True)
    with force_locale("sv"):
        return _feed(f"person {person}", row.name, page, person_news(session(), row.id))


@blueprint.get("/sok.atom")
def search() -> Response:
    """What a search finds in adjusted minutes."""
    wanted, chosen = search_of(SearchForm(asked())), chosen_in(request.args)
    news = search_news(_public(), wanted)
    page = url_for("search.search", _external=True, **chosen)
    about = " ".join(f"{key}={value}" for key, value in sorted(chosen.items()))
    with force_locale("sv"):
        title = _("Sök: %(what)s", what=" ".join(chosen.values())[:200] or "–")
        return _feed(f"sok {about}", title, page, news)
