"""What a search finds in adjusted minutes, those that were adjusted last first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.searching import understood
from minutes.store import tables as t
from minutes.store.queries.addresses import Address
from minutes.store.queries.news import MOST, News, news_where, public_since
from minutes.store.queries.search import Search, narrowing
from minutes.store.queries.search_found import Found, found_in
from minutes.store.searching.expression import Expression, expression_of
from minutes.store.searching.matching import MOST as MOST_HITS
from minutes.store.searching.matching import Hit, hits
from minutes.store.visibility import sight_of


def _meetings(session: Session, since: date) -> tuple[int, ...]:
    """The meetings whose minutes everybody reads since that day or later."""
    wanted = select(t.Meeting.id).join(t.Adjustment, col(t.Adjustment.meeting_id) == t.Meeting.id)
    return tuple(session.exec(wanted.where(public_since(since))).all())


def _hits(session: Session, search: Search, of: Expression, since: date | None) -> list[Hit]:
    by = narrowing(session, search)
    if since is not None:
        by = replace(by, meetings=_meetings(session, since))
    connection, sight = session.connection(), sight_of(session)
    return hits(connection, of, sight, by, newest_first=True, most=MOST_HITS)


def _told(found: Sequence[Found]) -> str:
    """What was found in a §, on one line: who is named, and the words, or what was decided."""
    lines = []
    for one in found:
        words = "".join(part.words for part in one.words or one.decided)
        lines.append(": ".join(filter(None, (", ".join(one.named), words))))
    return " ".join(lines)


def search_news(
    session: Session, search: Search, since: date | None = None, *, most: int = MOST
) -> tuple[News, ...]:
    """What a search finds in adjusted minutes; in those that are public since a day, if any."""
    of = expression_of(session.connection(), understood(search.words))
    if of.is_empty and (search.is_empty or search.words.strip()):
        return ()
    rows = _hits(session, search, of, since)
    found = news_where(session, col(t.Item.id).in_({one.item_id for one in rows}), most=most)
    keys = {one.key for one in found}
    passages: dict[Address, list[Found]] = defaultdict(list)
    for passage in found_in(session, [one for one in rows if one.item_id in keys], of):
        passages[passage.address].append(passage)
    return tuple(replace(one, words=_told(passages[one.address])) for one in found)
