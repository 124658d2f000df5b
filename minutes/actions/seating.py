"""The roll is called; people come, go, sit for each other and step aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, select

from minutes.actions.agenda import require_changeable
from minutes.actions.attendance_rows import changed_lines, keep_roster
from minutes.actions.history import Act, record
from minutes.actions.revisions import require_seen
from minutes.domain import arrivals, leading, substitution
from minutes.domain.attendance import Interval
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person as Named
from minutes.domain.roll_call import Roll, called, mended
from minutes.domain.roster import Roster
from minutes.domain.seats import settled
from minutes.store.agendas import items_on
from minutes.store.rosters import roster_of
from minutes.store.tables import Attendance, Meeting


def hold_roster(session: Session, meeting: Meeting) -> Roster:
    """The roster as it stands, held until the commit.

    Raises RuleBroken where the meeting's record may not be changed.
    """
    session.refresh(meeting, with_for_update=True)
    require_changeable(meeting)
    return roster_of(session, meeting)


def _enter(
    session: Session,
    act: Act,
    meeting: Meeting,
    verb: str,
    rosters: tuple[Roster, Roster],
    **details: Any,
) -> Meeting:
    """Write the roster after a change, with one entry. Raises RuleBroken."""
    before, changed = rosters
    after = settled(changed)
    keep_roster(session, meeting, after)
    record(session, act, verb, meeting, {**details, **changed_lines(before, after)})
    return meeting


def call_roll(session: Session, act: Act, meeting: Meeting, roll: Roll) -> Meeting:
    """Enter everybody who is there when the meeting begins, in one go.

    Raises RuleBroken once a § is closed, and where the roll breaks the rules of seats.
    """
    before = hold_roster(session, meeting)
    closed = [i.number for i in items_on(session, meeting) if i.number is not None]
    if closed:
        raise RuleBroken(
            "§ {number} är avslutad, så uppropet görs inte om. Anteckna vem som kommer och går, "
            "eller rätta en person i taget.",
            number=closed[0],
        )
    return _enter(session, act, meeting, "called", (before, called(before, roll)))


def arrive(
    session: Session, act: Act, meeting: Meeting, arrival: arrivals.Arrival, *, number: int
) -> Meeting:
    """Enter that somebody comes before § `number`. Raises RuleBroken."""
    before = hold_roster(session, meeting)
    after = arrivals.arrives(before, number, arrival)
    told = {"name": arrival.person.name, "number": number, "reason": arrival.reason}
    return _enter(session, act, meeting, "arrived", (before, after), **told)


def depart(session: Session, act: Act, meeting: Meeting, who: Named, *, number: int) -> Meeting:
    """Enter that somebody leaves before § `number`. Raises RuleBroken."""
    before = hold_roster(session, meeting)
    after = arrivals.departs(before, number, who)
    return _enter(session, act, meeting, "departed", (before, after), name=who.name, number=number)


def seat(
    session: Session, act: Act, meeting: Meeting, seating: substitution.Seating, *, number: int
) -> Meeting:
    """Enter that a substitute serves for somebody from § `number` on. Raises RuleBroken."""
    before = hold_roster(session, meeting)
    after = substitution.takes_seat(before, number, seating)
    told = {"name": seating.substitute.name, "number": number, "reason": seating.reason}
    return _enter(session, act, meeting, "seated", (before, after), **told)


def give_back(session: Session, act: Act, meeting: Meeting, who: Named, *, number: int) -> Meeting:
    """Enter that a substitute serves no longer from § `number` on. Raises RuleBroken."""
    before = hold_roster(session, meeting)
    after = substitution.gives_back(before, number, who)
    return _enter(session, act, meeting, "gave back", (before, after), name=who.name, number=number)


def lead(
    session: Session,
    act: Act,
    meeting: Meeting,
    who: Named,
    *,
    number: int,
    once: bool = False,
) -> Meeting:
    """Enter that somebody leads from § `number` on, or that § only. Raises RuleBroken."""
    before = hold_roster(session, meeting)
    until = {"last": number} if once else {}
    after = leading.leads(before, number, who, **until)
    return _enter(session, act, meeting, "led", (before, after), name=who.name, number=number)


def go_remote(
    session: Session, act: Act, meeting: Meeting, who: Named, *, number: int, remote: bool
) -> Meeting:
    """Enter that somebody takes part on a distance from § `number` on, or in the room."""
    before = hold_roster(session, meeting)
    after = arrivals.on_distance(before, number, who, remote=remote)
    return _enter(
        session, act, meeting, "went remote", (before, after), name=who.name, remote=remote
    )


def mend_attendance(
    session: Session,
    act: Act,
    meeting: Meeting,
    row: Attendance,
    intervals: Sequence[Interval] | None,
    *,
    seen: int | None = None,
) -> Meeting:
    """Correct over which §§ somebody was there: `()` the whole meeting, None not at all.

    Raises RuleBroken and Outdated.
    """
    require_seen(session, row, seen)
    before = hold_roster(session, meeting)
    after = mended(before, _place_of(session, row), intervals)
    return _enter(session, act, meeting, "mended", (before, after), name=row.name)


def _place_of(session: Session, row: Attendance) -> int:
    before = select(Attendance.id).where(Attendance.meeting_id == row.meeting_id)
    return len(session.exec(before.where(Attendance.position < row.position)).all())
