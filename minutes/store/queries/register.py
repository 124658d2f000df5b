"""The decision register of a year: every § of a body, or of all, with what it came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.persons import Person
from minutes.domain.register import Against, against
from minutes.store import tables as t
from minutes.store.item_records import adjusted_at_once, votes_of
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.bodies import organisation_of
from minutes.store.queries.items import ItemEntry, item_entries, withheld_entry
from minutes.store.queries.paging import Paging, on_page, paging_of
from minutes.store.rows import grouped
from minutes.store.withheld import ITEM, withheld


@dataclass(frozen=True, slots=True)
class RegisterSearch:
    """Whose decisions are looked for, and of which year; `body` is an address, "" all bodies."""

    year: int
    body: str = ""


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A § with who was against what it came to, by vote, and who reserved themselves."""

    item: ItemEntry
    against: tuple[Against, ...]
    reserved: tuple[Person, ...]
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Register:
    """The §§ that were looked for, in order of time."""

    organisation: str
    search: RegisterSearch
    paging: Paging
    entries: tuple[RegisterEntry, ...]


@dataclass(frozen=True, slots=True)
class RegisterChoices:
    """The years that have §§, the latest first, and the bodies with their addresses."""

    years: tuple[int, ...]
    bodies: tuple[tuple[str, str], ...]


_Place = tuple[Address, int | ItemEntry]
"""Where a § stands, and its key; of a secret one what everybody reads of it."""


def _open(session: Session, search: RegisterSearch) -> list[_Place]:
    rows = (
        select(t.Item, t.Body, t.Meeting)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(t.Item.year == search.year, col(t.Item.number).is_not(None))
        .where(col(t.Item.secrecy).is_(None))
    )
    of_body = rows.where(t.Body.slug == search.body) if search.body else rows
    return [(address_of(i, b, m.held_on), i.id) for i, b, m in session.exec(of_body)]


def _secret(session: Session, search: RegisterSearch) -> list[_Place]:
    found: list[_Place] = []
    for one in withheld(session, ITEM.year == search.year):
        meeting = session.get_one(t.Meeting, one.meeting_id)
        body = session.get_one(t.Body, meeting.body_id)
        if search.body in {"", body.slug}:
            entry = withheld_entry(one.record, body, meeting.held_on)
            found.append((entry.address, entry))
    return found


def _places(session: Session, search: RegisterSearch) -> Sequence[_Place]:
    """All §§ of the year in order of time, those of a day by body and number."""
    found = [*_open(session, search), *_secret(session, search)]
    return sorted(found, key=lambda one: (one[0].held_on, one[0].body, one[0].number))


def _drafts(session: Session, items: Sequence[int]) -> set[int]:
    """Which of the items are not adjusted."""
    adjusted = (
        select(t.Item.id)
        .join(t.Adjustment, col(t.Adjustment.meeting_id) == t.Item.meeting_id)
        .where(col(t.Item.id).in_(items))
    )
    return {*items} - {*session.exec(adjusted)} - {*adjusted_at_once(session, items)}


def _entries(session: Session, places: Sequence[_Place]) -> tuple[RegisterEntry, ...]:
    keys = {at: key for at, key in places if isinstance(key, int)}
    items = [*keys.values()]
    told = {entry.address: entry for entry in item_entries(session, col(t.Item.id).in_(items))}
    votes, drafts = votes_of(session, items), _drafts(session, items)
    reserved: Mapping[int, Any] = grouped(session, t.Reservation, "item_id", items)
    return tuple(
        RegisterEntry(
            told[at],
            against(votes[key]),
            tuple(dict.fromkeys(Person(r.name, r.party) for r in reserved[key])),
            key in drafts,
        )
        if isinstance(key, int)
        else RegisterEntry(key, (), (), is_draft=False)
        for at, key in places
    )


def _told(
    session: Session, search: RegisterSearch, paging: Paging, places: Sequence[_Place]
) -> Register:
    return Register(organisation_of(session), search, paging, _entries(session, places))


def register_page(session: Session, search: RegisterSearch, page: int = 1) -> Register:
    """A page of the register."""
    places = _places(session, search)
    paging = paging_of(len(places), page)
    return _told(session, search, paging, on_page(places, paging))


def whole_register(session: Session, search: RegisterSearch) -> Register:
    """The whole year at once; the number of queries does not grow with it."""
    places = _places(session, search)
    return _told(session, search, Paging(1, 1, len(places)), places)


def register_choices(session: Session) -> RegisterChoices:
    """The years and bodies that have §§, secret ones too."""
    found = {*session.exec(select(t.Item.body_id, t.Item.year).distinct()).all()}
    for one in withheld(session):
        found.add((session.get_one(t.Meeting, one.meeting_id).body_id, one.year))
    bodies = select(t.Body).where(col(t.Body.id).in_({body for body, _ in found}))
    return RegisterChoices(
        tuple(sorted({year for _, year in found}, reverse=True)),
        tuple(sorted((b.slug, b.name) for b in session.exec(bodies))),
    )
