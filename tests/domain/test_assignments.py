"""Assignments: their time limits, and when they are overdue."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.assignments import (
    Assignment,
    AssignmentStatus,
    is_overdue,
    lacks_limit,
    require_deadline_after,
)
from tests.domain.refusals import ALLOWED, refusal

DECIDED = date(2026, 3, 10)
TODAY = date(2026, 6, 1)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
S = AssignmentStatus


@pytest.mark.parametrize(
    ("deadline", "allowed"),
    [
        pytest.param(None, True, id="no date at all"),
        pytest.param(date(2026, 3, 11), True, id="the day after"),
        pytest.param(DECIDED, True, id="the very day"),
        pytest.param(date(2026, 3, 9), False, id="the day before"),
    ],
)
def test_a_time_limit_does_not_lie_before_the_decision(
    deadline: date | None, allowed: bool
) -> None:
    assert (refusal(require_deadline_after, DECIDED, deadline) == ALLOWED) is allowed


def test_a_time_limit_in_the_past_is_refused_with_both_days() -> None:
    said = refusal(require_deadline_after, DECIDED, date(2025, 3, 10))

    assert said == ("Tidsfristen 2025-03-10 ligger före beslutet 2026-03-10. Ange en senare dag.")


@pytest.mark.parametrize(
    ("deadline", "event", "lacks"),
    [
        pytest.param(None, "", True, id="neither date nor event"),
        pytest.param(date(2026, 9, 1), "", False, id="a date"),
        pytest.param(None, "inför budget 2027", False, id="an event"),
        pytest.param(date(2026, 9, 1), "inför budget 2027", False, id="both"),
    ],
)
def test_an_assignment_wants_a_date_or_an_event(
    deadline: date | None, event: str, lacks: bool
) -> None:
    assert lacks_limit(Assignment(1, "Regiondirektören", deadline, event)) is lacks


@pytest.mark.parametrize(
    ("deadline", "status", "overdue"),
    [
        pytest.param(date(2026, 5, 31), S.OPEN, True, id="the day after its limit"),
        pytest.param(TODAY, S.OPEN, False, id="on its last day"),
        pytest.param(date(2026, 6, 2), S.OPEN, False, id="before its limit"),
        pytest.param(None, S.OPEN, False, id="without a limit"),
        pytest.param(date(2026, 5, 31), S.REPORTED, True, id="reported is not closed"),
        pytest.param(
            date(2026, 5, 31), S.PROPOSED_FOR_CLOSING, True, id="proposed for closing is not closed"
        ),
        pytest.param(date(2026, 5, 31), S.CLOSED, False, id="closed by a later §"),
    ],
)
def test_an_assignment_is_overdue_after_its_limit_until_a_paragraph_closes_it(
    deadline: date | None, status: AssignmentStatus, overdue: bool
) -> None:
    assert is_overdue(deadline, TODAY, status) is overdue


@given(deadline=days, today=days)
def test_what_is_closed_is_never_overdue_and_the_rest_by_the_calendar(
    deadline: date, today: date
) -> None:
    late = {status for status in AssignmentStatus if is_overdue(deadline, today, status)}

    assert late == (set(AssignmentStatus) - {S.CLOSED} if deadline < today else set())
