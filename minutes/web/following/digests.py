"""What is new to followers is found, and letters are written of it: each § once to each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import parse_qsl

from flask_babel import force_locale
from sqlmodel import Session, col, select
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from minutes.actions.follows import Followed, followed_by, note_news, sweep
from minutes.actions.history import Act
from minutes.actions.letters import write_letter
from minutes.documents.digests import Digest, Part, Told, cut, digest_letter
from minutes.domain.follows import is_due, news_since
from minutes.store.queries.bodies import organisation_of
from minutes.store.queries.follows import FollowEntry, follow_entries
from minutes.store.queries.news import News, matter_news, person_news, public_since
from minutes.store.queries.search_news import search_news
from minutes.store.tables import Account, Follow, Follower, FollowNews
from minutes.store.visibility import Sight, show, sight_of
from minutes.web.following.letters import absolute, sends_letters
from minutes.web.following.subjects import place_of
from minutes.web.news_words import ended, told, where
from minutes.web.search import SearchForm, search_of

_SHOWN = 20
"""So many §§ of one thing stand in a letter."""
_MOST = 500
"""So many §§ of one thing are found at once."""
_News = Mapping[int, Sequence[News]]


def _look(session: Session, of: Followed, since: date) -> Sequence[News]:
    """What everybody may read of it since a day; a search that cannot be made finds nothing."""
    if of.matter_id is not None:
        return matter_news(session, of.matter_id, public_since(since), most=_MOST)
    if of.person_id is not None:
        return person_news(session, of.person_id, public_since(since), most=_MOST)
    try:
        wanted = search_of(SearchForm(MultiDict(parse_qsl(of.search or ""))))
    except BadRequest:
        return ()
    return search_news(session, wanted, since, most=_MOST)


def _gather(session: Session, follows: Iterable[Follow], day: date) -> _News:
    """Find what is new in each, and enter it; what several follow is looked for once."""
    looked: dict[tuple[Followed, date], Sequence[News]] = {}
    found: dict[int, Sequence[News]] = {}
    for row in follows:
        since = news_since(row.followed_on, day)
        key = (followed_by(row), since)
        if key not in looked:
            looked[key] = _look(session, *key)
        own = [one for one in looked[key] if since <= one.public_on <= day]
        note_news(session, row, (one.key for one in own), day)
        found[row.id] = own
    return found


def _untold(session: Session, row: Follow) -> Sequence[FollowNews]:
    own = select(FollowNews).where(FollowNews.follow_id == row.id)
    return session.exec(own.where(col(FollowNews.told_on).is_(None))).all()


def _told(one: News) -> Told:
    at = one.address
    address = absolute("items.item", body=at.slug, year=at.year, number=at.number)
    return Told(where(one), one.title, ended(one), cut(told(one)), address)


def _part(session: Session, row: Follow, entry: FollowEntry, news: Sequence[News]) -> Part | None:
    """What is new since the last letter; that it was told is entered."""
    pending = _untold(session, row)
    keys = {one.item_id for one in pending}
    own = [one for one in news if one.key in keys]
    for one in pending:
        one.told_on = row.digested_on
        session.add(one)
    endpoint, values = place_of(entry)
    if not own or not endpoint:
        return None
    shown = [_told(one) for one in own[:_SHOWN]]
    return Part(entry.title, absolute(endpoint, **values), shown, len(own) - len(shown))


def _parts(session: Session, rows: Sequence[Follow], news: _News, day: date) -> list[Part]:
    """What is to be told of those whose day it is."""
    due = [row for row in rows if is_due(row.rhythm, row.digested_on, day)]
    parts = []
    for row, entry in zip(due, follow_entries(session, due), strict=True):
        row.digested_on = day
        session.add(row)
        parts.append(_part(session, row, entry, news[row.id]))
    return [one for one in parts if one is not None]


def _reached(session: Session) -> Mapping[int, tuple[str, str]]:
    """The address and name by which each follower is reached."""
    found = {
        follower.id: (follower.email, "")
        for follower in session.exec(select(Follower).where(col(Follower.email).is_not(None)))
        if follower.email
    }
    rows = select(Follower, Account).join(Account, col(Account.id) == Follower.account_id)
    for follower, account in session.exec(rows.where(col(Account.active).is_(True))):
        found[follower.id] = (account.email, account.name)
    return found


def _write(
    session: Session, act: Act, follower: Follower, to: tuple[str, str], parts: Sequence[Part]
) -> None:
    settings = absolute("follows.follows")
    unsubscribe = absolute("follow_addresses.leave", secret=follower.secret)
    if follower.account_id is None:
        settings = absolute("follow_addresses.manage", secret=follower.secret)
    digest = Digest(organisation_of(session), parts, settings, unsubscribe)
    letter = digest_letter(digest, *to)
    about = f"follower {follower.id} digest {act.at.isoformat()}"
    write_letter(session, act, letter, about=about, follower=follower)


def write_digests(session: Session, act: Act, day: date) -> int:
    """Enter what is new to followers and write the letters whose day it is: how many.

    Nothing is told twice, and nothing that everybody may not read. Where no letters can be sent,
    none is written. The caller commits.
    """
    before = sight_of(session)
    sweep(session, act.at)
    confirmed = select(Follow).where(col(Follow.confirmed_at).is_not(None))
    rows = session.exec(confirmed.order_by(col(Follow.id)).with_for_update()).all()
    reached = _reached(session) if sends_letters() else {}
    show(session, Sight(frozenset(), public_on=day))
    try:
        with force_locale("sv"):
            return _written(session, act, day, rows, reached)
    finally:
        show(session, before)


def _written(
    session: Session,
    act: Act,
    day: date,
    rows: Sequence[Follow],
    reached: Mapping[int, tuple[str, str]],
) -> int:
    news, written = _gather(session, rows, day), 0
    for key in dict.fromkeys(row.follower_id for row in rows):
        own = [row for row in rows if row.follower_id == key]
        to = reached.get(key)
        parts = _parts(session, own, news, day) if to else []
        if to and parts:
            _write(session, act, session.get_one(Follower, key), to, parts)
            written += 1
    return written
