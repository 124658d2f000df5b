"""Motions: due within a year, answered clause by clause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.errors import RuleBroken
from minutes.domain.motions import (
    ClauseOutcome,
    MotionAnswer,
    MotionState,
    Raised,
    claims_of,
    due_on,
    require_raised,
    require_write_off,
    state_of,
)
from minutes.domain.persons import Person

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


def test_one_that_was_written_off_waits_no_more() -> None:
    assert state_of([None], [], written_off=True) is MotionState.WRITTEN_OFF


RAISED = Raised("1-2026", "Bussar", (Person("Eva Ek", "S"),), date(2026, 2, 11), ("bussar.",))
TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"title": ""}, "Rubriken saknas", id="no title"),
        pytest.param({"movers": ()}, "vem som har väckt", id="nobody"),
        pytest.param({"raised_on": None}, "Ange dagen", id="on no day"),
        pytest.param({"raised_on": date(2026, 3, 3)}, "efter 2026-03-02", id="on a day to come"),
        pytest.param({"clauses": ()}, "att-satser, en på varje rad", id="asks for nothing"),
        pytest.param({"clauses": ("a",) * 51}, "högst 50", id="asks for too much"),
        pytest.param({"clauses": ("a\x07",)}, "styrtecken", id="a sign that nobody sees"),
    ],
)
def test_a_motion_that_cannot_have_been_raised_is_refused(
    changes: dict[str, Any], said: str
) -> None:
    with pytest.raises(RuleBroken, match=said):
        require_raised(replace(RAISED, **changes), TODAY)


@pytest.mark.parametrize(
    ("held_on", "by_assembly", "said"),
    [
        pytest.param(TODAY, False, "Bara fullmäktige", id="by a board, KL 5:35"),
        pytest.param(date(2026, 2, 11), True, "kan inte avskrivas", id="when it was raised"),
    ],
)
def test_only_the_assembly_writes_a_motion_off_and_only_later(
    held_on: date, by_assembly: bool, said: str
) -> None:
    with pytest.raises(RuleBroken, match=said):
        require_write_off(RAISED.raised_on, held_on, by_assembly=by_assembly)
