"""Assignments in lists: open, late or closed, and how many there are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from minutes.domain.decisions import DecisionKind
from minutes.domain.following_up import status_of
from minutes.domain.urgency import AgeGroup, by_age
from minutes.store import tables as t
from minutes.store.counted import counted
from minutes.store.queries.assignments import AssignmentEntry, assignment_entries
from minutes.store.queries.paging import Paging, paged_of_all
from minutes.store.queries.words import each_word_in

A_MEETING = 200
"""How many assignments a page holds: those that are open are gone through on one paper."""


class AssignmentChoice(StrEnum):
    """Which assignments to see."""

    OPEN = "open"
    OVERDUE = "overdue"
    PROPOSED_FOR_CLOSING = "proposed_for_closing"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class AssignmentCounts:
    """How many are open, how many of those are late, and how many there are in all."""

    open: int
    overdue: int
    total: int


@dataclass(frozen=True, slots=True)
class AssignmentList:
    """The chosen assignments in whose text or assignee each word occurs.

    Late ones come by deadline, closed ones by the day of closing, the latest first. `ages` are of
    all that are open, whatever is chosen.
    """

    choice: AssignmentChoice
    words: str
    today: date
    counts: AssignmentCounts
    paging: Paging
    assignments: tuple[AssignmentEntry, ...]
    ages: tuple[AgeGroup, ...]


def given() -> ColumnElement[bool]:
    """Whether an assignment has been given: a point that only proposes one gives none yet."""
    point, decision = aliased(t.DecisionPoint), aliased(t.Decision)
    origin = col(t.Assignment.decision_point_id)
    proposes = func.coalesce(point.kind, decision.kind) == DecisionKind.PROPOSAL.value
    proposed = (
        select(point.id)
        .join(decision, col(decision.id) == point.decision_id)
        .where(col(point.id) == origin, proposes)
    )
    return origin.is_(None) | ~proposed.exists()


def _order(choice: AssignmentChoice) -> tuple[Any, ...]:
    """The most pressing first; what is closed, the latest first."""
    if choice is AssignmentChoice.CLOSED:
        closed_on = (
            select(col(t.Meeting.held_on))
            .join(t.Item, col(t.Item.meeting_id) == t.Meeting.id)
            .where(t.Item.id == t.Assignment.closed_by_id)
            .scalar_subquery()
        )
        return closed_on.desc(), col(t.Assignment.id)
    deadline = col(t.Assignment.deadline)
    return deadline.is_(None), deadline, col(t.Assignment.decided_on), col(t.Assignment.id)


def _proposed() -> ColumnElement[bool]:
    """Whether the last report that may be seen proposes closing."""
    last = select(func.max(t.Measure.id)).group_by(col(t.Measure.assignment_id))
    proposing = select(t.Measure.assignment_id).where(
        col(t.Measure.id).in_(last), col(t.Measure.proposes_closing)
    )
    return col(t.Assignment.id).in_(proposing)


def condition(choice: AssignmentChoice, today: date) -> ColumnElement[bool]:
    """Whether an assignment is one of the choice, as far as may be seen."""
    deadline = col(t.Assignment.deadline)
    closed_by = col(t.Assignment.closed_by_id)
    closing = aliased(t.Item)  # that may be seen: a draft closes nothing
    is_closed = select(closing.id).where(col(closing.id) == closed_by).exists()
    is_open = closed_by.is_(None) | ~is_closed
    return {
        AssignmentChoice.OPEN: is_open,
        AssignmentChoice.OVERDUE: is_open & (deadline < today),
        AssignmentChoice.PROPOSED_FOR_CLOSING: is_open & _proposed(),
        AssignmentChoice.CLOSED: is_closed,
        AssignmentChoice.ALL: col(t.Assignment.id) == t.Assignment.id,
    }[choice]


def assignment_counts(session: Session, today: date) -> AssignmentCounts:
    """How many assignments there are, open and late."""
    return counted(session, ("assignments", today), lambda: _counts(session, today))


def _counts(session: Session, today: date) -> AssignmentCounts:
    def count(choice: AssignmentChoice) -> int:
        counted = select(func.count()).select_from(t.Assignment)
        return session.exec(counted.where(condition(choice, today), given())).one()

    kinds = (AssignmentChoice.OPEN, AssignmentChoice.OVERDUE, AssignmentChoice.ALL)
    return AssignmentCounts(*map(count, kinds))


def open_by_age(session: Session, today: date) -> tuple[AgeGroup, ...]:
    """The open assignments by age and by what has been reported on them, in one query."""
    query: Any = (
        select(t.Assignment.id, col(t.Assignment.decided_on), col(t.Measure.proposes_closing))
        .outerjoin(t.Measure, col(t.Measure.assignment_id) == t.Assignment.id)
        .where(condition(AssignmentChoice.OPEN, today), given())
        .order_by(col(t.Assignment.id), col(t.Measure.id))
    )
    days: dict[int, int] = {}
    proposals: dict[int, list[bool]] = defaultdict(list)
    for key, decided_on, proposes in session.exec(query):
        days[key] = (today - decided_on).days
        proposals[key] += [] if proposes is None else [proposes]
    told = ((days[key], status_of(is_closed=False, proposals=proposals[key])) for key in days)
    return by_age(told)


def assignment_list(
    session: Session, today: date, choice: AssignmentChoice, words: str = "", page: int = 1
) -> AssignmentList:
    """The assignments of a choice with those words, a page of them."""
    query = (
        select(t.Assignment)
        .where(condition(choice, today), given())
        .where(each_word_in(words, t.Assignment.text, t.Assignment.assignee))
        .order_by(*_order(choice))
    )
    paging, rows = paged_of_all(session, query, page, (choice, words, today), A_MEETING)
    found = assignment_entries(session, rows, today)
    counts, ages = assignment_counts(session, today), open_by_age(session, today)
    return AssignmentList(choice, words, today, counts, paging, found, ages)
