"""Substitutes take seats and give them back, in the order of their lists (KL 5:17-20, 6:17)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from minutes.domain.attendance import Attendance, Role
from minutes.domain.errors import RuleBroken
from minutes.domain.leading import kept_led
from minutes.domain.persons import Person
from minutes.domain.roster import Roster, is_vacancy, waiting
from minutes.domain.seats import free_vacancies, require_order
from minutes.domain.spans import OPEN, spans_of


@dataclass(frozen=True, slots=True)
class Seating:
    """A substitute takes a seat; `reason` where another was to be asked first."""

    substitute: Person
    seat: Person
    reason: str = ""


def free_substitute(roster: Roster, number: int, who: Person) -> Attendance:
    """How a substitute is there who can take a seat. Raises RuleBroken for another."""
    row = roster.row_of(who, number)
    if row is None:
        raise RuleBroken("{name} är inte på plats. Anteckna att {name} kommer.", name=who.name)
    if row.serves:
        raise RuleBroken("{name} tjänstgör redan.", name=who.name)
    if row.role is not Role.SUBSTITUTE:
        raise RuleBroken("{name} är inte ersättare i organet.", name=who.name)
    return row


def require_free_seat(roster: Roster, number: int, seat: Person) -> None:
    """Raise RuleBroken where it is no seat of the body, or somebody sits in it."""
    mandate = roster.mandate_of(seat)
    is_member = mandate is not None and mandate.role is not Role.SUBSTITUTE
    if not is_member and not (is_vacancy(seat) and free_vacancies(roster, number)):
        raise RuleBroken("{name} har ingen plats i organet som står tom.", name=seat.name)
    holder = roster.holder(seat, number)
    if holder is not None and not is_vacancy(seat):
        raise RuleBroken(
            "Platsen för {seat} är upptagen: {name} tjänstgör.", seat=seat.name, name=holder.name
        )


def _until(roster: Roster, number: int, seat: Person) -> int:
    """The § before somebody is entered in the seat later on, where that is known already."""
    holders = (a for a in roster.attendance if a.serves and seat == (a.serves_for or a.person))
    later = [first for a in holders for first, _ in spans_of(a.intervals) if first > number]
    return OPEN if is_vacancy(seat) else min(later, default=OPEN + 1) - 1


def takes_seat(roster: Roster, number: int, one: Seating) -> Roster:
    """A substitute who is there serves for somebody from § `number` on. Raises RuleBroken."""
    row = free_substitute(roster, number, one.substitute)
    require_free_seat(roster, number, one.seat)
    seated = replace(row, serves=True, serves_for=one.seat)
    roster = roster.moved(row, seated, number, _until(roster, number, one.seat))
    require_order(roster, number, one.substitute, one.seat, one.reason)
    return roster


def gives_back(roster: Roster, number: int, who: Person) -> Roster:
    """A substitute serves no longer from § `number` on. Raises RuleBroken for one who does not."""
    row = roster.row_of(who, number)
    if row is None or row.serves_for is None:
        raise RuleBroken("{name} tjänstgör inte för någon annan.", name=who.name)
    return kept_led(roster.moved(row, waiting(row), number), number)
