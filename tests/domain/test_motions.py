"""Motions: due within a year, answered clause by clause."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.motions import ClauseOutcome, MotionAnswer, due_on


@pytest.mark.parametrize(
    ("raised_on", "due"),
    [
        pytest.param(date(2025, 4, 9), date(2026, 4, 9), id="the same day a year later, KL 5:35"),
        pytest.param(date(2023, 12, 31), date(2024, 12, 31), id="over a leap year, KL 5:35"),
        pytest.param(date(2024, 2, 29), date(2025, 2, 28), id="the month's last day, SFS 1930:173"),
        pytest.param(date(2023, 2, 28), date(2024, 2, 28), id="not moved to a leap day"),
    ],
)
def test_a_motion_is_to_be_decided_or_reported_within_a_year(raised_on: date, due: date) -> None:
    assert due_on(raised_on) == due


@given(raised_on=st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_motion_is_due_in_the_same_month_of_the_next_year(raised_on: date) -> None:
    due = due_on(raised_on)

    assert (due.year, due.month) == (raised_on.year + 1, raised_on.month)
    assert raised_on.day - due.day == (1 if (raised_on.month, raised_on.day) == (2, 29) else 0)


def test_each_clause_has_its_own_answer_in_order() -> None:
    approved, rejected = ClauseOutcome.APPROVED, ClauseOutcome.REJECTED

    answer = MotionAnswer("12-2026", (approved, approved, rejected))

    assert answer.claims[2] is rejected
    assert MotionAnswer(None).claims == ()


def test_a_clause_is_approved_rejected_or_answered() -> None:
    assert [outcome.value for outcome in ClauseOutcome] == ["approved", "rejected", "answered"]
