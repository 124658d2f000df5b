"""The item of a place as the forms ask for it: its record, and who is in the room."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.domain import record
from minutes.domain.attendance import Role
from minutes.domain.persons import Person
from minutes.domain.seated import InRoom
from minutes.store.agendas import numbers_on
from minutes.store.item_records import items_of
from minutes.store.remembered import remembered
from minutes.store.rows import grouped
from minutes.store.seated import Seated, seated
from minutes.store.session import session
from minutes.store.tables import Proposal
from minutes.web.workspace.place import Place


def number_at(here: Place) -> int:
    """The number of the item, given or foreseen; 0 for one that is off the agenda."""
    return numbers_on(session(), here.meeting).get(here.at.id, 0)


def record_at(here: Place) -> record.Item:
    """The record of the item as it stands."""

    def read() -> record.Item:
        return items_of(session(), [here.at], {here.at.id: number_at(here)})[0]

    return remembered(session(), ("record", here.at.id), read)


def seated_at(here: Place) -> Seated:
    """Who is in the room for the item."""

    def read() -> Seated:
        return seated(session(), here.meeting, number_at(here))

    return remembered(session(), ("seated", here.at.id), read)


def moved_at(here: Place, but: int | None = None) -> dict[str | None, Proposal]:
    """The proposals that stand, by the name of their first mover; without the row of key `but`."""
    rows = grouped(session(), Proposal, "item_id", [here.at.id])[here.at.id]
    found: dict[str | None, Proposal] = {}
    for row, put in zip(rows, record_at(here).proposals, strict=True):
        if not put.withdrawn and row.id != but:
            found.setdefault(put.mover, row)
    return found


def people_in(room: InRoom) -> Sequence[Person]:
    """Whom a form may name: the elected who are there, those who serve first."""
    substitutes = [one.person for one in room.present if one.role is Role.SUBSTITUTE]
    return tuple(dict.fromkeys([*room.members, *substitutes, *room.disqualified]))


def parties_in(room: InRoom) -> Sequence[str]:
    """The parties of those who are there."""
    return sorted({person.party for person in people_in(room) if person.party})
