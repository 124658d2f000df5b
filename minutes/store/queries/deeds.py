"""What the minutes name a person for: proposals, reservations, votes and the like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import func, literal, union_all
from sqlmodel import Session, col, select

from minutes.domain.fates import Fated
from minutes.store import tables as t
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.aftermath import Aftermath, aftermaths
from minutes.store.queries.deed_ends import Ended, Teller, of_ballots, of_proposals
from minutes.store.queries.deed_kinds import SOURCES, DeedKind, latest_treating_the_motion


@dataclass(frozen=True, slots=True)
class DeedSearch:
    """Which deeds are looked for; what is empty does not narrow. `body` is an address (slug)."""

    kind: DeedKind | None = None
    year: int | None = None
    body: str = ""


EVERYTHING = DeedSearch()


@dataclass(frozen=True, slots=True)
class DeedCount:
    """How many deeds of a kind a person has in a year of a body."""

    kind: DeedKind
    year: int
    body: str
    slug: str
    count: int


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed at its §; the party is that of the day.

    `sort` is the proposal's kind, the ballot's choice or the note's kind, `text` its words.
    `ended` tells what became of a proposal, or of what somebody voted for; `after` what became of
    the decision that a reservation is from.
    """

    address: Address
    title: str
    party: str | None
    sort: StrEnum | None = None
    text: str = ""
    ended: Fated | None = None
    after: Aftermath | None = None


def _of_person(kind: DeedKind, person: int, *entities: Any) -> Any:
    source = SOURCES[kind]
    query: Any = select(*entities).select_from(source.named)
    if source.link is not None:
        query = query.join(source.row, source.link)
    item = latest_treating_the_motion() if kind is DeedKind.MOTION else source.row.item_id
    query = query.join(t.Item, col(t.Item.id) == item)
    query = query.join(t.Body, col(t.Body.id) == t.Item.body_id)
    return query.where(source.named.person_id == person)


def items_of(kind: DeedKind, person: int) -> Any:
    """The keys of the §§ that name a person for such a deed."""
    return _of_person(kind, person, t.Item.id)


def _counting(kind: DeedKind, person: int) -> Any:
    of = (literal(kind.value).label("kind"), t.Item.year, t.Body.name, t.Body.slug)
    by = (col(t.Item.year), col(t.Body.name), col(t.Body.slug))
    return _of_person(kind, person, *of, func.count().label("count")).group_by(*by)


def counts(session: Session, person: int) -> tuple[DeedCount, ...]:
    """How many deeds a person has, by kind, year and body; the latest year first."""
    parts = [_counting(kind, person) for kind in DeedKind]
    rows = session.exec(select(*union_all(*parts).subquery().c))
    found = (DeedCount(DeedKind(kind), *rest) for kind, *rest in rows)
    order = list(DeedKind)
    return tuple(sorted(found, key=lambda one: (-one.year, order.index(one.kind), one.body)))


_ENDS: Mapping[DeedKind, Teller] = {
    DeedKind.PROPOSAL: of_proposals,
    DeedKind.BALLOT: of_ballots,
}


def _deed(kind: DeedKind, row: Any, ended: Ended | None, after: Aftermath | None) -> Deed:
    named, told, item, body, meeting, _ = row
    ended = ended or Ended()
    sort, text = SOURCES[kind].told(ended if ended.choice else named, told)
    at = address_of(item, body, meeting.held_on)
    return Deed(at, item.title, named.party, sort, text, ended.fated, after)


def _narrowed(person: int, kind: DeedKind, search: DeedSearch) -> Any:
    """The deeds of a kind that are looked for, the latest first."""
    source = SOURCES[kind]
    told = (source.named, source.row, t.Item, t.Body, t.Meeting, t.Decision)
    query = (
        _of_person(kind, person, *told)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .outerjoin(t.Decision, col(t.Decision.item_id) == t.Item.id)
        .order_by(col(t.Meeting.held_on).desc(), col(t.Item.number).desc(), col(source.row.id))
    )
    query = query.where(t.Item.year == search.year) if search.year else query
    return query.where(t.Body.slug == search.body) if search.body else query


def deeds_of(
    session: Session,
    person: int,
    search: DeedSearch,
    limit: int | None = None,
    *,
    offset: int = 0,
    among: Sequence[int] | None = None,
) -> tuple[Deed, ...]:
    """A person's deeds of the kind that is looked for, the latest first; none of no kind.

    At §§ of the keys `among` only, if any are told.
    """
    kind = search.kind
    if kind is None:
        return ()
    query = _narrowed(person, kind, search)
    query = query if among is None else query.where(col(t.Item.id).in_(among))
    rows = session.exec(query.limit(limit).offset(offset)).all()
    ends = _ENDS[kind](session, rows) if kind in _ENDS else {}
    reserved = {row[2].id for row in rows} if kind is DeedKind.RESERVATION else set()
    after = aftermaths(session, reserved)
    return tuple(_deed(kind, row, ends.get(row[0].id), after.get(row[2].id)) for row in rows)
