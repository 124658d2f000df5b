"""Reservations to look up by person, party, body, year and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from minutes.store import tables as t
from minutes.store.counted import counted
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.aftermath import Aftermath, aftermaths
from minutes.store.queries.paging import Paging, paged_of_all
from minutes.store.queries.supported import Moved, moved_in, supported
from minutes.store.queries.words import each_word, each_word_in, each_word_in_name


@dataclass(frozen=True, slots=True)
class ReservationSearch:
    """What is looked for; what is empty does not narrow. `body` is an address (slug)."""

    person: str = ""
    party: str = ""
    body: str = ""
    year: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ReservationEntry:
    """A reservation with its §; names and party are those of the day.

    `proposal` holds the words of the proposal that it is in favour of, where it has any; `after`
    what became of the decision.
    """

    address: Address
    title: str
    name: str | None
    person: str | None
    party: str | None
    point: int | None
    in_favour_of: str
    proposal: str
    motivation: str
    after: Aftermath


@dataclass(frozen=True, slots=True)
class ReservationList:
    """A page of the reservations that were looked for, the latest first."""

    search: ReservationSearch
    paging: Paging
    reservations: tuple[ReservationEntry, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the register's reservations can be narrowed by."""

    parties: tuple[str, ...]
    bodies: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


def _holds(word: str) -> ColumnElement[bool]:
    """The word stands in the reservation, the §'s title, or a proposal that was moved in it."""
    columns = (t.Reservation.motivation, t.Reservation.in_favour_of, t.Item.title)
    stands = col(t.Proposal.withdrawn_at).is_(None)
    moved = select(t.Proposal.item_id).where(each_word_in(word, t.Proposal.text), stands)
    return each_word_in(word, *columns) | col(t.Item.id).in_(moved)


def _narrowed(query: Any, search: ReservationSearch) -> Any:
    query = query.where(each_word(search.words, _holds))
    query = query.where(each_word_in_name(search.person, t.Reservation.name))
    if search.party:
        query = query.where(func.lower(t.Reservation.party) == search.party.lower())
    if search.body:
        query = query.where(t.Body.slug == search.body)
    return query.where(t.Item.year == search.year) if search.year else query


def _query() -> Any:
    return (
        select(t.Reservation, t.Item, t.Body, t.Meeting)
        .join(t.Item, col(t.Item.id) == t.Reservation.item_id)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
    )


def _slugs(session: Session, rows: Sequence[Any]) -> dict[int, str]:
    """The pages of those who reserved themselves."""
    people = {row[0].person_id for row in rows}
    found = session.exec(select(t.Person).where(col(t.Person.id).in_(people)))
    return {person.id: person.slug for person in found}


def _entry(
    row: Any,
    slugs: Mapping[int, str],
    moved: Mapping[int, Sequence[Moved]],
    after: Mapping[int, Aftermath],
) -> ReservationEntry:
    reservation, item, body, meeting = row
    of_item = moved.get(item.id, ())
    return ReservationEntry(
        address_of(item, body, meeting.held_on),
        item.title,
        reservation.name,
        slugs.get(reservation.person_id),
        reservation.party,
        reservation.point,
        reservation.in_favour_of,
        supported(of_item, reservation.in_favour_of, reservation.name),
        reservation.motivation,
        after[item.id],
    )


def reservation_list(session: Session, search: ReservationSearch, page: int = 1) -> ReservationList:
    """A page of the reservations that meet the search, the latest first."""
    by = (
        col(t.Meeting.held_on).desc(),
        col(t.Body.name),
        col(t.Item.number),
        col(t.Reservation.position),
    )
    paging, rows = paged_of_all(session, _narrowed(_query(), search).order_by(*by), page, search)
    items = {row[1].id for row in rows}
    slugs, moved, after = (
        _slugs(session, rows),
        moved_in(session, items),
        aftermaths(session, items),
    )
    entries = tuple(_entry(row, slugs, moved, after) for row in rows)
    return ReservationList(search, paging, entries)


def reservation_choices(session: Session) -> Choices:
    """The parties, bodies and years that have reservations."""
    return counted(session, "what has reservations", lambda: _choices(session))


def _choices(session: Session) -> Choices:
    parties = select(t.Reservation.party).where(col(t.Reservation.party).is_not(None)).distinct()
    reserved = select(t.Item.body_id, t.Item.year).join(
        t.Reservation, col(t.Reservation.item_id) == t.Item.id
    )
    found = session.exec(reserved.distinct()).all()
    bodies = session.exec(
        select(t.Body).where(col(t.Body.id).in_({body for body, _ in found}))
    ).all()
    return Choices(
        tuple(sorted(p for p in session.exec(parties) if p)),
        tuple(sorted((b.slug, b.name) for b in bodies)),
        tuple(sorted({year for _, year in found}, reverse=True)),
    )


def count_reservations(session: Session) -> int:
    """How many reservations the register holds."""
    asked = select(func.count()).select_from(t.Reservation)
    return counted(session, "reservations", lambda: session.exec(asked).one())
