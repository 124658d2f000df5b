"""The front page of a meeting held here is read back as it was kept."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given

from minutes.domain.attendance import Attendance, Role
from minutes.domain.roster import Roster
from minutes.domain.wording.attendance import attendance_line
from minutes.importing.attendance import read_attendance
from tests.records.rosters import rosters


def _lines(people: Iterable[Attendance]) -> list[str]:
    return [attendance_line(one) for one in people]


def _is_official(one: Attendance) -> bool:
    return one.role in {Role.ATTENDEE, Role.SECRETARY}


@given(roster=rosters())
def test_any_roster_is_read_back_from_its_front_page(roster: Roster) -> None:
    people = roster.attendance
    labels = {
        "serving": _lines(a for a in people if a.serves),
        "not_serving": _lines(a for a in people if not a.serves and not _is_official(a)),
        "attending": _lines(a for a in people if _is_official(a)),
    }

    assert read_attendance(labels) == people
