"""Each seat of a body has one holder, and each person one seat (KL 4:24, 5:17-20, 6:17)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from minutes.domain.attendance import Attendance, Role, Substitute, offer_substitutes
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.roster import Roster, is_vacancy, vacancy
from minutes.domain.spans import OPEN, spans_of


def open_seats(roster: Roster, number: int) -> tuple[Person, ...]:
    """The seats that nobody sits in at § `number`, by their members; then those without one."""
    members = [m.person for m in roster.mandates if m.role is not Role.SUBSTITUTE]
    missing = [who for who in members if roster.holder(who, number) is None]
    return (*missing, *[vacancy(None)] * free_vacancies(roster, number))


def free_vacancies(roster: Roster, number: int) -> int:
    """How many seats have no member and no substitute at § `number`."""
    members = sum(m.role is not Role.SUBSTITUTE for m in roster.mandates)
    filled = sum(
        a.serves and a.serves_for is not None and is_vacancy(a.serves_for)
        for a in roster.at(number)
    )
    return max((roster.seats or 0) - members - filled, 0)


def _has_served(roster: Roster, who: Person, number: int) -> bool:
    rows = (a for a in roster.attendance if a.person == who and a.serves)
    begins = (max(first, roster.start) for a in rows for first, _ in spans_of(a.intervals))
    return any(first < number for first in begins)


def offered(
    roster: Roster, number: int, seat: Person, beside: Person | None = None
) -> tuple[Person, ...]:
    """The substitutes who are there without a seat, as they are to be offered this one.

    `beside` is one who is counted although they serve.
    """
    free = {a.person for a in roster.at(number) if not a.serves and a.role is Role.SUBSTITUTE}
    candidates = [
        Substitute(m.person, m.order or place, _has_served(roster, m.person, number))
        for place, m in enumerate(roster.mandates, 1)
        if m.role is Role.SUBSTITUTE and m.person in {*free, beside}
    ]
    found = offer_substitutes(seat.party, candidates, roster.party_order)
    return tuple(one.person for one in found)


def passed_over(roster: Roster, number: int, who: Person, seat: Person) -> Person | None:
    """Who stands before a serving substitute in the order, and is there without a seat."""
    order = offered(roster, number, seat, beside=who)
    return order[0] if order and order[0] != who else None


def require_order(roster: Roster, number: int, who: Person, seat: Person, reason: str) -> None:
    """Raise RuleBroken where another was to be asked first, and no reason is told."""
    first = passed_over(roster, number, who, seat)
    if first is not None and not reason.strip():
        raise RuleBroken(
            "{first} står före {name} i turordningen och är på plats. "
            "Välj {first}, eller ange varför {name} tjänstgör (KL 5:18).",
            first=first.name,
            name=who.name,
        )


def _changes(roster: Roster) -> Iterator[int]:
    """The §§ at which somebody comes or goes."""
    yield roster.start
    for one in roster.attendance:
        for first, last in spans_of(one.intervals):
            yield from (n for n in (first, last + 1) if roster.start < n <= OPEN)


def _require_one_place(there: tuple[Attendance, ...], number: int) -> None:
    for who, times in Counter(a.person for a in there).items():
        if times > 1:
            raise RuleBroken(
                "{name} står {times} gånger vid § {number}. Rätta närvaron.",
                name=who.name,
                times=times,
                number=number,
            )


def _require_one_holder(seated: list[Attendance], number: int) -> None:
    for seat, times in Counter(a.serves_for or a.person for a in seated).items():
        if times > 1 and not is_vacancy(seat):
            raise RuleBroken(
                "Platsen för {name} är besatt {times} gånger vid § {number}. "
                "Rätta vem som tjänstgör (KL 4:24).",
                name=seat.name,
                times=times,
                number=number,
            )


def _require_room(seated: list[Attendance], number: int, seats: int | None) -> None:
    if seats is not None and len(seated) > seats:
        raise RuleBroken(
            "{there} tjänstgör på {seats} platser vid § {number}. Rätta vem som tjänstgör.",
            there=len(seated),
            seats=seats,
            number=number,
        )
    if sum(a.role is Role.CHAIR for a in seated) > 1:
        raise RuleBroken("Två leder § {number}. Rätta vem som är ordförande.", number=number)


def require_seats(roster: Roster) -> None:
    """Raise RuleBroken where in any § somebody sits twice, or a seat is filled twice."""
    for number in sorted(set(_changes(roster))):
        there = roster.at(number)
        seated = [a for a in there if a.serves]
        _require_one_place(there, number)
        _require_one_holder(seated, number)
        _require_room(seated, number, roster.seats)


def settled(roster: Roster) -> Roster:
    """The roster in the order of the front page. Raises RuleBroken as `require_seats` does."""
    require_seats(roster)
    return roster.in_order()
