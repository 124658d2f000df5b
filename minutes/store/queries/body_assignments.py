"""The open assignments of a body: those that its §§ gave, and of the board those of plans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from minutes.domain.bodies import BodyKind
from minutes.domain.urgency import urgency
from minutes.store import tables as t
from minutes.store.queries.assignment_lists import AssignmentChoice, condition, given


def given_by(body: t.Body) -> ColumnElement[bool]:
    """Whether a body gave an assignment; the director answers to the board for those of plans."""
    points = (
        select(t.DecisionPoint.id)
        .join(t.Decision, col(t.Decision.id) == t.DecisionPoint.decision_id)
        .join(t.Item, col(t.Item.id) == t.Decision.item_id)
        .where(t.Item.body_id == body.id)
    )
    own = col(t.Assignment.decision_point_id).in_(points)
    if body.kind is not BodyKind.BOARD:
        return own
    of_plan = col(t.Assignment.decision_point_id).is_(None)
    return own | (of_plan & (t.Assignment.organisation_id == body.organisation_id))


def open_assignments(session: Session, body: t.Body, today: date) -> Sequence[t.Assignment]:
    """The assignments of a body that no § has closed, the most urgent first."""
    is_open = condition(AssignmentChoice.OPEN, today)
    rows = session.exec(select(t.Assignment).where(given_by(body), is_open, given())).all()
    return sorted(rows, key=lambda row: (*urgency(row.deadline, row.event, row.decided_on), row.id))
