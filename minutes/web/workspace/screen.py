"""The one screen of a meeting: the agenda, the current §, and its minutes growing beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.domain import record
from minutes.domain.persons import Person
from minutes.store.agendas import items_on, numbers_of
from minutes.store.item_records import items_of
from minutes.store.seated import Seated, seated
from minutes.store.session import session
from minutes.store.tables import Item
from minutes.web.workspace.place import Place, may_change
from minutes.web.workspace.room import parties_in, people_in


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in the list beside: its number, given or foreseen."""

    item: Item
    number: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """What the screen shows of a place; `records` are those of the whole agenda."""

    place: Place
    number: int
    records: Sequence[record.Item]
    record: record.Item
    agenda: Sequence[Entry]
    before: Item | None
    after: Item | None
    room: Seated
    may_change: bool

    @property
    def people(self) -> Sequence[Person]:
        """Whom a form may name: those who are in the room."""
        return people_in(self.room)

    @property
    def parties(self) -> Sequence[str]:
        """The parties of those who are there."""
        return parties_in(self.room)


def _neighbours(items: Sequence[Item], item: Item) -> tuple[Item | None, Item | None]:
    at = next((n for n, one in enumerate(items) if one.id == item.id), None)
    if at is None:
        return None, None
    return items[at - 1] if at else None, items[at + 1] if at + 1 < len(items) else None


def screen_of(here: Place) -> Screen:
    """Everything that the screen shows."""
    items = items_on(session(), here.meeting)
    numbers = numbers_of(session(), here.meeting, items)
    number = numbers.get(here.at.id, 0)
    before, after = _neighbours(items, here.at)
    treated, *records = items_of(session(), [here.at, *items], {here.at.id: number} | numbers)
    return Screen(
        place=here,
        number=number,
        record=treated,
        records=records,
        agenda=[Entry(one, numbers[one.id], one.id == here.at.id) for one in items],
        before=before,
        after=after,
        room=seated(session(), here.meeting, number),
        may_change=may_change(here),
    )
