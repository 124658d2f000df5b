"""A roster becomes rows: only what has changed is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session, col, select

from minutes.actions.columns import People, named, person_in, taken
from minutes.actions.history import add_all
from minutes.actions.revisions import replace_parts
from minutes.domain.attendance import Attendance as There
from minutes.domain.roster import Roster
from minutes.domain.wording.attendance import attendance_line
from minutes.store.records import attendance_of
from minutes.store.seated import people_at
from minutes.store.tables import Attendance, AttendanceInterval, Meeting

_ASIDE = 10_000
"""Places are given in two steps, since each place is taken once: first out of the way."""


def attendance_row(meeting: Meeting, one: There, people: People, position: int) -> Attendance:
    """The row of one person's presence."""
    return Attendance(
        meeting_id=meeting.id,
        position=position,
        **person_in(people, one.person),
        **named(one.serves_for, "for_"),
        **taken(one, "role serves remote title"),
    )


def interval_rows(row: Attendance, one: There) -> list[AttendanceInterval]:
    """The §§ of one person's presence, none for the whole meeting."""
    return [
        AttendanceInterval(
            attendance_id=row.id, position=n, first_number=i.first, last_number=i.last
        )
        for n, i in enumerate(one.intervals)
    ]


def _write_intervals(session: Session, row: Attendance, one: There) -> None:
    is_new = row.id is None
    add_all(session, row)
    of_row = select(AttendanceInterval).where(AttendanceInterval.attendance_id == row.id)
    replace_parts(session, session.exec(of_row).all(), interval_rows(row, one))
    row.revision += 0 if is_new else 1


def _kept(
    session: Session, old: Sequence[tuple[There, Attendance]], new: Sequence[There]
) -> dict[There, Attendance]:
    """The rows that stay, by what they tell but for the §§; the others go."""
    wanted = {replace(one, intervals=()) for one in new}
    stay: dict[There, Attendance] = {}
    for one, row in old:
        bare = replace(one, intervals=())
        if bare in wanted and bare not in stay:
            stay[bare] = row
        else:
            session.delete(row)
    session.flush()
    return stay


def keep_rows(
    session: Session, meeting: Meeting, attendance: Sequence[There], people: People
) -> None:
    """Let the rows of a meeting tell this attendance, in this order."""
    of_meeting = select(Attendance).where(Attendance.meeting_id == meeting.id)
    rows = session.exec(of_meeting.order_by(col(Attendance.position), col(Attendance.id))).all()
    was = list(zip(attendance_of(session, meeting), rows, strict=True))
    told = {row.id: one.intervals for one, row in was}
    stay = _kept(session, was, attendance)
    for row in stay.values():
        row.position += _ASIDE
    session.flush()
    for place, one in enumerate(attendance):
        bare = replace(one, intervals=())
        row = stay[bare] if bare in stay else attendance_row(meeting, one, people, place)
        row.position = place
        if told.get(row.id) != one.intervals:
            _write_intervals(session, row, one)
    session.flush()


def keep_roster(session: Session, meeting: Meeting, roster: Roster) -> None:
    """Let the rows of a meeting tell a roster, its persons those of the register."""
    keep_rows(session, meeting, roster.attendance, people_at(session, meeting))


def changed_lines(before: Roster, after: Roster) -> dict[str, list[str]]:
    """The lines of the list that went and came, as an entry tells them."""
    was = [attendance_line(one) for one in before.attendance]
    now = [attendance_line(one) for one in after.attendance]
    return {
        "before": [line for line in was if line not in now],
        "after": [line for line in now if line not in was],
    }
