"""The roster of a meeting: who is there over which §§, and how it changes from a § on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from minutes.domain.attendance import Attendance, Role
from minutes.domain.bodies import BodyKind
from minutes.domain.persons import Person
from minutes.domain.spans import OPEN, Spans, intervals_of, spans_of, together, within, without

_LISTED = (Role.CHAIR, Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR, Role.MEMBER, Role.SUBSTITUTE)
_OFFICIALS = (Role.ATTENDEE, Role.SECRETARY)
_VACANT = "Vakant"


def vacancy(party: str | None) -> Person:
    """A seat that nobody holds, as the minutes name it."""
    return Person(_VACANT, party)


def is_vacancy(who: Person) -> bool:
    """Whether it is a seat that nobody holds."""
    return (who.name or "").casefold().startswith("vakan")


def waiting(one: Attendance) -> Attendance:
    """A substitute who serves no longer, and is there."""
    return replace(one, role=Role.SUBSTITUTE, serves=False, serves_for=None)


@dataclass(frozen=True, slots=True)
class Mandate:
    """Who holds which seat that day; `order` is a substitute's place in the party's list."""

    person: Person
    role: Role
    order: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody at a meeting; `start` is its first §, `away` who is disqualified in which §."""

    attendance: tuple[Attendance, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    start: int = 1
    seats: int | None = None
    kind: BodyKind = BodyKind.BOARD
    away: Collection[tuple[int, Person]] = ()
    party_order: Sequence[str] = ()

    def at(self, number: int) -> tuple[Attendance, ...]:
        """Everybody who is there at § `number`."""
        return tuple(a for a in self.attendance if a.covers(number))

    def row_of(self, who: Person, number: int) -> Attendance | None:
        """How somebody is there at § `number`."""
        return next((a for a in self.at(number) if a.person == who), None)

    def mandate_of(self, who: Person) -> Mandate | None:
        """The seat that somebody holds."""
        return next((m for m in self.mandates if m.person == who), None)

    def own_role(self, one: Attendance) -> Role:
        """The role of one who does not lead: a chair in whose stead another leads is a member."""
        if one.role in _OFFICIALS or one.serves_for is not None:
            return one.role if one.role in _OFFICIALS else Role.SUBSTITUTE
        mandate = self.mandate_of(one.person)
        role = mandate.role if mandate else one.role
        return Role.MEMBER if role is Role.CHAIR else role

    def leader(self, number: int) -> Attendance | None:
        """Who leads § `number`."""
        return next((a for a in self.at(number) if a.serves and a.role is Role.CHAIR), None)

    def holder(self, seat: Person, number: int) -> Attendance | None:
        """Who sits in a seat at § `number`: the member, or who serves for them."""
        there = (a for a in self.at(number) if a.serves)
        return next((a for a in there if seat == (a.serves_for or a.person)), None)

    def with_row(self, one: Attendance, spans: Spans) -> Roster:
        """Somebody is there over those §§ too, as that row has it."""
        bare = replace(one, intervals=())
        rows = list(self.attendance)
        place = next((n for n, a in enumerate(rows) if replace(a, intervals=()) == bare), None)
        if place is not None:
            spans = together(spans, spans_of(rows.pop(place).intervals))
        told = intervals_of(spans, self.start)
        if told is not None:
            found = replace(bare, intervals=told)
            rows.insert(len(rows) if place is None else place, found)
        return replace(self, attendance=tuple(rows))

    def moved(self, one: Attendance, as_: Attendance, first: int, last: int = OPEN) -> Roster:
        """From § `first` to § `last` a row is as another: serves, leads, or is on a distance."""
        there = within(spans_of(one.intervals), first, last)
        return self._less(one, first, last).with_row(as_, there)

    def _less(self, one: Attendance, first: int, last: int) -> Roster:
        left = intervals_of(without(spans_of(one.intervals), first, last), self.start)
        told = () if left is None else (replace(one, intervals=left),)
        place = self.attendance.index(one)
        rows = (*self.attendance[:place], *told, *self.attendance[place + 1 :])
        return replace(self, attendance=rows)

    def gone(self, who: Person, first: int, last: int = OPEN) -> Roster:
        """Somebody is not there from § `first` to § `last`."""
        roster = self
        for one in self.attendance:
            if one.person == who and within(spans_of(one.intervals), first, last):
                roster = roster._less(one, first, last)
        return roster

    def in_order(self) -> Roster:
        """As the front page has them: who leads, who serves, who is there, the officials."""
        places = {m.person: n for n, m in enumerate(self.mandates)}

        def key(one: Attendance) -> tuple[int, int]:
            if one.role in _OFFICIALS:
                return len(_LISTED) + 1 + _OFFICIALS.index(one.role), 0
            group = _LISTED.index(one.role) if one.serves else len(_LISTED)
            return group, places.get(one.person, len(places))

        return replace(self, attendance=tuple(sorted(self.attendance, key=key)))
