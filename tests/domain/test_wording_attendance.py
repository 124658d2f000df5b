"""Attendance in prose: a line a person."""

from __future__ import annotations

import pytest

from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.persons import Person
from minutes.domain.wording.attendance import ROLE_NAMES, attendance_line, interval_text
from tests.domain.people import LI


@pytest.mark.parametrize(
    ("intervals", "text"),
    [
        pytest.param([], "", id="the whole meeting is not told"),
        pytest.param([Interval()], "", id="nor is it where an open interval says so"),
        pytest.param([Interval(54, 54)], "§ 54", id="one §"),
        pytest.param([Interval(54, 59)], "§§ 54–59", id="from one to another"),
        pytest.param([Interval(54, None)], "fr.o.m. § 54", id="to the last §"),
        pytest.param([Interval(None, 59)], "t.o.m. § 59", id="from the first §"),
        pytest.param([Interval(54, 54), Interval(57, 57)], "§§ 54 och 57", id="two single ones"),
        pytest.param(
            [Interval(54, 56), Interval(58, 59), Interval(61, 61)],
            "§§ 54–56, 58–59 och 61",
            id="away twice",
        ),
    ],
)
def test_the_paragraphs_of_an_interval_are_told_as_minutes_tell_them(
    intervals: list[Interval], text: str
) -> None:
    assert interval_text(intervals) == text


@pytest.mark.parametrize(
    ("one", "line"),
    [
        pytest.param(Attendance("Eva Ek", "S", Role.MEMBER), "Eva Ek (S)", id="a member"),
        pytest.param(
            Attendance("Eva Ek", "S", Role.CHAIR), "Eva Ek (S), ordförande", id="the chair"
        ),
        pytest.param(
            Attendance("Bo Alm", "M", Role.VICE_CHAIR),
            "Bo Alm (M), 1:e vice ordförande",
            id="the first vice chair",
        ),
        pytest.param(
            Attendance("Bo Alm", "M", Role.SECOND_VICE_CHAIR),
            "Bo Alm (M), 2:e vice ordförande",
            id="the second vice chair",
        ),
        pytest.param(
            Attendance("Bo Alm", "M", Role.SUBSTITUTE, serves_for=LI),
            "Bo Alm (M), ersätter Li Öst (C)",
            id="for whom a substitute serves, across parties",
        ),
        pytest.param(
            Attendance("Bo Alm", "M", Role.SUBSTITUTE, serves_for=Person("Vakant", "M")),
            "Bo Alm (M), ersätter Vakant (M)",
            id="for a vacant seat",
        ),
        pytest.param(
            Attendance("Bo Alm", "M", Role.SUBSTITUTE, True, LI, (Interval(54, 59),), remote=True),
            "Bo Alm (M), ersätter Li Öst (C), på distans, §§ 54–59",
            id="on a distance, over some of the §§",
        ),
        pytest.param(
            Attendance("Ulla Ny", None, Role.ATTENDEE, False, title="ekonomidirektör"),
            "Ulla Ny, ekonomidirektör",
            id="an official with title",
        ),
        pytest.param(
            Attendance("Ulla Ny", None, Role.SECRETARY, False),
            "Ulla Ny, sekreterare",
            id="the secretary",
        ),
    ],
)
def test_a_line_tells_role_seat_distance_and_paragraphs(one: Attendance, line: str) -> None:
    assert attendance_line(one) == line


def test_every_office_of_the_meeting_has_a_swedish_name() -> None:
    unnamed = set(Role) - set(ROLE_NAMES)

    assert unnamed == {Role.MEMBER, Role.SUBSTITUTE, Role.ATTENDEE}
