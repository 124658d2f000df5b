"""What a roster is when the meeting is over: nobody comes after its last §."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from minutes.domain.attendance import Attendance
from minutes.domain.disqualifications import Disqualification
from minutes.domain.persons import Person
from minutes.domain.roster import Roster
from minutes.domain.spans import OPEN, intervals_of, spans_of


def _until(one: Attendance, start: int, last: int) -> tuple[Attendance, ...]:
    there = tuple((a, b) for a, b in spans_of(one.intervals) if a <= last)
    told = intervals_of(there, start)
    return () if told is None else (replace(one, intervals=told),)


def ended(roster: Roster, last: int) -> Roster:
    """The roster without what was to come after § `last`, the meeting's last."""
    rows = (row for one in roster.attendance for row in _until(one, roster.start, last))
    return replace(roster, attendance=tuple(rows))


def _back(roster: Roster, who: Person, last: int) -> Roster:
    if roster.row_of(who, last + 1) is not None:
        return roster
    own = [a for a in roster.attendance if a.person == who and a.covers(last - 1)]
    return roster.with_row(own[0], ((last + 1, OPEN),)) if own else roster


def resumed(roster: Roster, last: int, aside: Iterable[Disqualification]) -> Roster:
    """The roster of a meeting that goes on: who stepped aside in its last § comes back."""
    for one in aside:
        for who in (one.person, one.replaced_by, one.chaired_by):
            roster = _back(roster, who, last) if who else roster
    return roster
