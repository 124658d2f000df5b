"""The roll call: everybody who is there when the meeting begins, and mending it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes.domain.arrivals import Arrival, arrives
from minutes.domain.attendance import Attendance, Interval, require_forward
from minutes.domain.leading import kept_led
from minutes.domain.roster import Roster, is_vacancy, vacancy
from minutes.domain.seats import offered, open_seats, require_order, settled
from minutes.domain.spans import intervals_of, spans_of
from minutes.domain.substitution import Seating, free_substitute, require_free_seat, takes_seat


@dataclass(frozen=True, slots=True)
class Roll:
    """Who answers at the roll call, who sits for whom, and the secretary and attendees."""

    here: Sequence[Arrival] = ()
    seatings: Sequence[Seating] = ()
    officials: Sequence[Attendance] = ()


def called(roster: Roster, roll: Roll) -> Roster:
    """The roster after the roll call; what was called before is replaced. Raises RuleBroken."""
    roster = replace(roster, attendance=())
    for one in roll.here:
        roster = arrives(roster, roster.start, one)
    for seating in roll.seatings:
        row = free_substitute(roster, roster.start, seating.substitute)
        require_free_seat(roster, roster.start, seating.seat)
        seated = replace(row, serves=True, serves_for=seating.seat)
        roster = roster.moved(row, seated, roster.start)
    for seating in roll.seatings:
        require_order(roster, roster.start, seating.substitute, seating.seat, seating.reason)
    for official in roll.officials:
        require_forward(official)
        roster = replace(roster, attendance=(*roster.attendance, official))
    return settled(kept_led(roster, roster.start))


def _next_offer(roster: Roster) -> Seating | None:
    """The seat to fill next and who is offered it: seats of a substitute's own party first."""
    found = []
    for seat in open_seats(roster, roster.start):
        order = offered(roster, roster.start, seat)
        if order:
            own = vacancy(order[0].party) if is_vacancy(seat) else seat
            found.append(Seating(order[0], own))
    return min(found, key=lambda one: one.substitute.party != one.seat.party, default=None)


def filled(roster: Roster, roll: Roll) -> Roll:
    """The roll with the substitutes who answer in the seats that are empty, in their order."""
    roster = called(roster, roll)
    seatings = list(roll.seatings)
    while (offer := _next_offer(roster)) is not None:
        seatings.append(offer)
        roster = takes_seat(roster, roster.start, offer)
    return replace(roll, seatings=seatings)


def mended(roster: Roster, place: int, intervals: Sequence[Interval] | None) -> Roster:
    """The roster with the §§ of one row corrected by hand: `()` all of them, None none.

    Raises RuleBroken for one who leaves before they came, and where a seat is filled twice.
    """
    rows = list(roster.attendance)
    one = rows.pop(place)
    if intervals is not None:
        require_forward(replace(one, intervals=tuple(intervals)))
        told = intervals_of(spans_of(intervals), roster.start)
        rows[place:place] = [] if told is None else [replace(one, intervals=told)]
    return settled(replace(roster, attendance=tuple(rows)))
