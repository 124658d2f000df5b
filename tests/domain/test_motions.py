"""Motions: due within a year, answered clause by clause."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.errors import RuleBroken
from minutes.domain.motions import (
    ClauseOutcome,
    MotionAnswer,
    MotionState,
    claims_of,
    due_on,
    state_of,
)

A, R, B = ClauseOutcome


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


@pytest.mark.parametrize(
    ("whole", "each", "clauses", "claims"),
    [
        pytest.param(A, (), 0, (A,), id="the whole of one whose clauses are not known"),
        pytest.param(A, (None, None), 3, (A, A, A), id="the whole of one with three clauses"),
        pytest.param(None, (A, R), 2, (A, R), id="each clause"),
        pytest.param(None, (A, R, None, None), 0, (A, R), id="rows to spare are left empty"),
    ],
)
def test_a_motion_is_answered_whole_or_clause_by_clause(
    whole: ClauseOutcome | None,
    each: tuple[ClauseOutcome | None, ...],
    clauses: int,
    claims: tuple[ClauseOutcome, ...],
) -> None:
    assert claims_of(whole, each, clauses) == claims


@pytest.mark.parametrize(
    ("whole", "each", "clauses", "sentence"),
    [
        pytest.param(None, (None,), 2, "Utfallet saknas", id="no outcome"),
        pytest.param(None, (None, A), 2, "Att-sats 1 saknar utfall", id="the first has none"),
        pytest.param(None, (A,), 3, "Att-sats 2 saknar utfall", id="the last have none"),
        pytest.param(A, (R,), 1, "Välj det ena sättet", id="both ways"),
    ],
)
def test_an_answer_to_some_clauses_only_is_refused(
    whole: ClauseOutcome | None,
    each: tuple[ClauseOutcome | None, ...],
    clauses: int,
    sentence: str,
) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        claims_of(whole, each, clauses)


@pytest.mark.parametrize(
    ("answers", "is_done", "expected"),
    [
        pytest.param([], [], MotionState.PENDING, id="no clause is known"),
        pytest.param([A, None], [], MotionState.PENDING, id="one clause has no answer"),
        pytest.param([A, R], [], MotionState.APPROVED, id="nothing was assigned"),
        pytest.param([A], [True, False], MotionState.APPROVED, id="one assignment is open"),
        pytest.param([R, A], [True, True], MotionState.CARRIED_OUT, id="all of them are closed"),
        pytest.param([R, R], [True], MotionState.REJECTED, id="every clause is rejected"),
        pytest.param([R, B], [], MotionState.ANSWERED, id="some are answered, none approved"),
    ],
)
def test_how_far_a_motion_has_come(
    answers: list[ClauseOutcome | None], is_done: list[bool], expected: MotionState
) -> None:
    assert state_of(answers, is_done) is expected
