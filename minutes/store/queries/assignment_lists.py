"""Assignments in lists: open, late or closed, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from minutes.domain.assignments import AssignmentStatus
from minutes.store import tables as t
from minutes.store.queries.assignments import AssignmentEntry, assignment_entries
from minutes.store.queries.paging import Paging, paged
from minutes.store.queries.words import each_word_in


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
    """The chosen assignments in whose text or assignee each word occurs, the oldest first."""

    choice: AssignmentChoice
    words: str
    today: date
    counts: AssignmentCounts
    paging: Paging
    assignments: tuple[AssignmentEntry, ...]


def _condition(choice: AssignmentChoice, today: date) -> ColumnElement[bool]:
    status, deadline = col(t.Assignment.status), col(t.Assignment.deadline)
    is_open = status != AssignmentStatus.CLOSED
    return {
        AssignmentChoice.OPEN: is_open,
        AssignmentChoice.OVERDUE: is_open & (deadline < today),
        AssignmentChoice.PROPOSED_FOR_CLOSING: status == AssignmentStatus.PROPOSED_FOR_CLOSING,
        AssignmentChoice.CLOSED: status == AssignmentStatus.CLOSED,
        AssignmentChoice.ALL: col(t.Assignment.id) == t.Assignment.id,
    }[choice]


def assignment_counts(session: Session, today: date) -> AssignmentCounts:
    """How many assignments there are, open and late."""

    def count(choice: AssignmentChoice) -> int:
        counted = select(func.count()).select_from(t.Assignment)
        return session.exec(counted.where(_condition(choice, today))).one()

    kinds = (AssignmentChoice.OPEN, AssignmentChoice.OVERDUE, AssignmentChoice.ALL)
    return AssignmentCounts(*map(count, kinds))


def assignment_list(
    session: Session, today: date, choice: AssignmentChoice, words: str = "", page: int = 1
) -> AssignmentList:
    """The assignments of a choice with those words, a page of them."""
    query = (
        select(t.Assignment)
        .where(_condition(choice, today))
        .where(each_word_in(words, t.Assignment.text, t.Assignment.assignee))
        .order_by(col(t.Assignment.decided_on), col(t.Assignment.id))
    )
    paging, rows = paged(session, query, page)
    found = assignment_entries(session, rows, today)
    return AssignmentList(choice, words, today, assignment_counts(session, today), paging, found)
