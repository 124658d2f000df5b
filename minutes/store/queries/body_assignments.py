"""The open assignments of bodies: those that their §§ gave, and of the board those of plans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.bodies import BodyKind
from minutes.domain.urgency import urgency
from minutes.store import tables as t
from minutes.store.queries.assignment_lists import AssignmentChoice, condition, given


def _is_of(row: t.Assignment, given_by: int | None, body: t.Body) -> bool:
    """Whether a body gave an assignment; the director answers to the board for those of plans."""
    if given_by is not None:
        return given_by == body.id
    return body.kind is BodyKind.BOARD and row.organisation_id == body.organisation_id


def _urgency(row: t.Assignment) -> Any:
    return (*urgency(row.deadline, row.event, row.decided_on), row.id)


def open_by_body(
    session: Session, bodies: Sequence[t.Body], today: date
) -> dict[int, list[t.Assignment]]:
    """The assignments of each body that no § has closed, the most urgent first; in one query."""
    point = col(t.Assignment.decision_point_id)
    asked: Any = (
        select(t.Assignment, t.Item.body_id)
        .outerjoin(t.DecisionPoint, col(t.DecisionPoint.id) == point)
        .outerjoin(t.Decision, col(t.Decision.id) == t.DecisionPoint.decision_id)
        .outerjoin(t.Item, col(t.Item.id) == t.Decision.item_id)
        .where(col(t.Item.body_id).in_([one.id for one in bodies]) | point.is_(None))
        .where(condition(AssignmentChoice.OPEN, today), given())
    )
    rows = session.exec(asked).all()
    urgent = sorted(
        rows,
        key=lambda one: (*urgency(one[0].deadline, one[0].event, one[0].decided_on), one[0].id),
    )
    return {
        body.id: [row for row, given_by in urgent if _is_of(row, given_by, body)] for body in bodies
    }


def open_assignments(session: Session, body: t.Body, today: date) -> Sequence[t.Assignment]:
    """The assignments of a body that no § has closed, the most urgent first."""
    return open_by_body(session, [body], today)[body.id]
