"""What is found: passages of the record by words, narrowed, and what is meant by name or number."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, select

from minutes.domain.searching import Query, understood
from minutes.store import tables as t
from minutes.store.queries.paging import Paging, paging_of
from minutes.store.queries.search_counts import Counts, counts_of
from minutes.store.queries.search_found import Found, found_in
from minutes.store.queries.search_named import NOBODY, Meant, meant
from minutes.store.searching.expression import expression_of
from minutes.store.searching.matching import MOST, Narrowing, hits, parts_found
from minutes.store.searching.tables import Part
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

    `otherwise` is what may have been meant where nothing was found.
    """

    search: Search
    is_cut: bool
    meant: Meant
    paging: Paging
    is_more: bool
    found: tuple[Found, ...]
    counts: Counts
    otherwise: str


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


def search_page(session: Session, search: Search, page: int = 1) -> SearchPage:
    """A page of what is found, with how many hits there are of each kind."""
    connection, sight = session.connection(), sight_of(session)
    query, by = understood(search.words), narrowing(session, search)
    of = expression_of(connection, query)
    is_nothing = of.is_empty and (search.is_empty or bool(search.words.strip()))
    rows = [] if is_nothing else hits(
        connection, of, sight, by, newest_first=search.newest_first
    )  # fmt: skip
    is_more = len(rows) > MOST
    parts = None if is_nothing or is_more else parts_found(connection, of, sight, by)
    paging = paging_of(min(len(rows), MOST), page, PER_PAGE)
    start = (paging.page - 1) * PER_PAGE
    return SearchPage(
        search,
        query.is_cut,
        _meant(session, query, page),
        paging,
        is_more,
        found_in(session, rows[:MOST][start : start + PER_PAGE], of),
        counts_of(session, rows[:MOST], parts),
        other_wording(session, query, search.words) if query.words and not rows else "",
    )


def suggestions(session: Session, words: str, most: int = 6) -> tuple[Found, ...]:
    """The §§ that are found while somebody is typing: the last word may go on."""
    connection, query = session.connection(), understood(words)
    of = expression_of(connection, query, begun=True)
    if of.is_empty:
        return ()
    by = Narrowing(Part.ITEM)
    return found_in(session, hits(connection, of, sight_of(session), by, most=most), of)
