"""What is found: passages of the record by words, narrowed, and what is meant by name or number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, select

from minutes.domain.searching import Query, understood
from minutes.store import tables as t
from minutes.store.queries.paging import Paging, paging_of
from minutes.store.queries.search_counts import Counts, counts_of
from minutes.store.queries.search_found import Found, found_in
from minutes.store.queries.search_named import NOBODY, Meant, meant
from minutes.store.searching.expression import Expression, expression_of
from minutes.store.searching.matching import MOST, Hit, Narrowing, hits, parts_found
from minutes.store.searching.tables import Part
from minutes.store.searching.wider import wider
from minutes.store.searching.wordings import other_wording
from minutes.store.visibility import sight_of

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; what is empty does not narrow. `body` is an address (slug)."""

    words: str = ""
    part: Part | None = None
    body: str = ""
    year: int | None = None
    party: str = ""
    person: str = ""
    outcome: str = ""
    newest_first: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        asked = (self.words.strip(), self.part, self.body, self.year, self.party,
                 self.person.strip(), self.outcome)  # fmt: skip
        return not any(asked)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of what was found. `is_more` than `paging` counts; `is_cut` where words are left out.

    `otherwise` is what may have been meant where nothing has all that was looked for; where it
    `is_loose`, what was found has all but one of the words.
    """

    search: Search
    is_cut: bool
    meant: Meant
    paging: Paging
    is_more: bool
    found: tuple[Found, ...]
    counts: Counts
    otherwise: str
    is_loose: bool = False


def narrowing(session: Session, search: Search) -> Narrowing:
    """What hits are narrowed by."""
    body = select(t.Body.id).where(t.Body.slug == search.body)
    key = session.exec(body).first() if search.body else None
    return Narrowing(
        search.part or Part.ITEM,
        (key or 0) if search.body else None,
        search.year,
        search.party,
        search.person,
        search.outcome,
    )


def _meant(session: Session, query: Query, page: int) -> Meant:
    return meant(session, query) if page == 1 else NOBODY


def _found(session: Session, search: Search, query: Query) -> tuple[Expression, list[Hit]]:
    """What was looked for in the end, and the passages that it finds."""
    connection, sight, by = session.connection(), sight_of(session), narrowing(session, search)
    of = expression_of(connection, query)
    if of.is_empty and (search.is_empty or search.words.strip()):
        return of, []
    rows = hits(connection, of, sight, by, newest_first=search.newest_first)
    for instead in () if rows or of.is_empty else wider(session, query, of):
        rows = hits(connection, instead, sight, by, newest_first=search.newest_first)
        if rows:
            return instead, rows
    return of, rows


def _parts(
    session: Session, search: Search, of: Expression, rows: Sequence[Hit]
) -> Mapping[Part, int] | None:
    """How many hits there are of each part; None where they are not counted."""
    by, is_more = narrowing(session, search), len(rows) > MOST
    if is_more or (of.is_empty and not rows):
        return None
    return parts_found(session.connection(), of, sight_of(session), by)


def search_page(session: Session, search: Search, page: int = 1) -> SearchPage:
    """A page of what is found, with how many hits there are of each kind."""
    query = understood(search.words)
    of, rows = _found(session, search, query)
    paging = paging_of(min(len(rows), MOST), page, PER_PAGE)
    start = (paging.page - 1) * PER_PAGE
    is_all = bool(rows) and not of.is_loose
    return SearchPage(
        search,
        query.is_cut,
        _meant(session, query, page),
        paging,
        len(rows) > MOST,
        found_in(session, rows[:MOST][start : start + PER_PAGE], of),
        counts_of(session, rows[:MOST], _parts(session, search, of, rows)),
        "" if is_all or not query.words else other_wording(session, query, search.words),
        of.is_loose,
    )


def suggestions(session: Session, words: str, most: int = 6) -> tuple[Found, ...]:
    """The §§ that are found while somebody is typing: the last word may go on."""
    connection, query = session.connection(), understood(words)
    of = expression_of(connection, query, begun=True)
    if of.is_empty:
        return ()
    by = Narrowing(Part.ITEM)
    return found_in(session, hits(connection, of, sight_of(session), by, most=most), of)
