"""The notice board: what stands on it, what stood there, each notice, and the feed."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, current_app, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlmodel import col
from werkzeug.exceptions import NotFound

from minutes.documents.atom import MEDIA_TYPE, Feed, FeedEntry, atom_feed
from minutes.settings import Settings
from minutes.store.queries.announced_meetings import AnnouncedMeeting, announced_meetings
from minutes.store.queries.board import (
    BoardNotice,
    PastNotices,
    latest_notices,
    notices_where,
    past_notices,
    posted_notices,
)
from minutes.store.queries.noticed_items import NoticedItem, noticed_items
from minutes.store.session import session
from minutes.store.tables import Notice
from minutes.web.access import EVERYBODY, may
from minutes.web.pages import Page, fresh, page_number, shows, today
from minutes.web.words import day
from minutes.web.workspace.enclosures import kept_file

blueprint = Blueprint("board", __name__)
may(blueprint, EVERYBODY, "feed", "proof")


@dataclass(frozen=True, slots=True)
class Board:
    """What the board tells today."""

    organisation: str
    appeal_to: str
    minutes: tuple[BoardNotice, ...]
    decisions: tuple[BoardNotice, ...]
    meetings: tuple[AnnouncedMeeting, ...]


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A notice with the §§ that it is of, and the other notices of the same."""

    notice: BoardNotice
    appeal_to: str
    items: tuple[NoticedItem, ...]
    others: tuple[BoardNotice, ...]


def _settings() -> Settings:
    settings: Settings = current_app.config["MINUTES"]
    return settings


@shows(blueprint, "/anslagstavla", "board/board.html", who=EVERYBODY)
def board() -> Page:
    """What is announced today (KL 8:9-10)."""
    posted = posted_notices(session(), today())
    told = posted[0] if posted else None
    return Page(
        Board(
            told.organisation if told else _settings().organisation,
            (told.notice.appeal_to if told else None) or _settings().appeal_to,
            tuple(one for one in posted if one.decided is None),
            tuple(one for one in posted if one.decided is not None),
            announced_meetings(session(), today()),
        )
    )


@shows(blueprint, "/anslagstavla/tidigare", "board/past.html", who=EVERYBODY)
def past() -> Page:
    """What stood on the board."""
    found: PastNotices = past_notices(session(), today(), page_number())
    return Page(found)


def _notice(key: int) -> BoardNotice:
    found = notices_where(session(), today(), Notice.id == key)
    if not found:
        raise NotFound(_("Det finns inget sådant anslag."))
    return found[0]


def _others(one: BoardNotice) -> tuple[BoardNotice, ...]:
    row = session().get_one(Notice, one.key)
    same = (
        Notice.meeting_id == row.meeting_id,
        Notice.edition_id == row.edition_id,
        Notice.delegated_decision_id == row.delegated_decision_id,
    )
    return notices_where(session(), today(), *same, col(Notice.id) != row.id)


@shows(blueprint, "/anslagstavla/<number:notice>", "board/one.html", who=EVERYBODY)
def notice(notice: int) -> Page:
    """One notice."""
    one = _notice(notice)
    appeal_to = one.notice.appeal_to or _settings().appeal_to
    items = noticed_items(session(), one, today())
    return Page(NoticePage(one, appeal_to, items, _others(one)))


@blueprint.get("/anslagstavla/<number:notice>/bevis.pdf")
def proof(notice: int) -> Response:
    """The proof of posting, as it was kept when the notice came down."""
    key = _notice(notice).proof
    if key is None:
        raise NotFound(_("Anslaget har inget bevis än: det skrivs när anslaget har tagits ned."))
    return kept_file(key)


def announced_as(one: BoardNotice) -> str:
    """What a notice is called in a list."""
    if one.decided is not None:
        return str(_("Beslut på delegation: %(body)s", body=one.body))
    held = day(one.held_on) if one.held_on else ""
    return str(_("Justerat protokoll: %(body)s %(day)s", body=one.body, day=held))


def _words(one: BoardNotice) -> str:
    what = one.span if one.decided is None else one.decided.what
    days = _(
        "Anslaget sattes upp %(posted)s. Sista dag att överklaga är %(ends)s.",
        posted=day(one.notice.posted_on),
        ends=day(one.notice.appeal_ends_on),
    )
    parts = [f"{what}." if what and not what.endswith(".") else what, str(days)]
    if one.notice.interrupted_on is not None:
        parts.append(str(_("Anslaget var nere, och tiden började om med ett nytt.")))
    elif one.notice.removed_on is not None:
        parts.append(str(_("Anslaget togs ned %(day)s.", day=day(one.notice.removed_on))))
    return " ".join(part for part in parts if part)


def _entry(one: BoardNotice) -> FeedEntry:
    return FeedEntry(
        f"anslag {one.key} {one.slug} {one.held_on} {one.notice.posted_on}",
        announced_as(one),
        url_for("board.notice", notice=one.key, _external=True),
        _words(one),
        one.posted_at,
        one.changed_at,
    )


@blueprint.get("/anslagstavla.atom")
def feed() -> Response:
    """The latest notices, for a feed reader; in Swedish, whatever the browser asks for."""
    latest = latest_notices(session(), today())
    organisation = latest[0].organisation if latest else _settings().organisation
    with force_locale("sv"):
        entries = [_entry(one) for one in latest]
    told = Feed(
        f"anslagstavla {organisation}",
        str(_("Anslagstavla %(organisation)s", organisation=organisation)),
        organisation,
        url_for("board.board", _external=True),
        url_for("board.feed", _external=True),
    )
    return fresh(Response(atom_feed(told, entries), mimetype=MEDIA_TYPE))
