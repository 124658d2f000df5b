"""Open assignments by their age."""

from __future__ import annotations

from minutes.domain.assignments import AssignmentStatus
from minutes.domain.urgency import Age, AgeGroup, by_age

OPEN, REPORTED, PROPOSED, CLOSED = AssignmentStatus


def test_open_assignments_are_counted_by_age_and_by_what_is_reported_on_them() -> None:
    told = [(900, OPEN), (730, PROPOSED), (729, REPORTED), (365, OPEN), (364, OPEN), (3, OPEN)]

    assert by_age(told) == (
        AgeGroup(Age.TWO_YEARS, 1, 0, 1),
        AgeGroup(Age.ONE_YEAR, 1, 1, 0),
        AgeGroup(Age.HALF_A_YEAR, 1, 0, 0),
        AgeGroup(Age.NEW, 1, 0, 0),
    )


def test_what_is_closed_has_no_age_any_more() -> None:
    assert [group.total for group in by_age([(900, CLOSED)])] == [0, 0, 0, 0]
