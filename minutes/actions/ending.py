"""Assignments are closed by the § that decides so."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.actions.agenda import require_changeable
from minutes.actions.following_up import follow_reports, measures_of
from minutes.actions.history import Act, record
from minutes.domain.ending import Ending, require_ending
from minutes.domain.following_up import require_open
from minutes.store.item_records import adjusted_at_once
from minutes.store.records import is_adjusted
from minutes.store.tables import Assignment, Decision, DecisionPoint, Item, Measure, Meeting


def _ending(session: Session, assignment: Assignment, item: Item) -> Ending:
    giving = (
        select(Item.body_id)
        .join(Decision, col(Decision.item_id) == Item.id)
        .join(DecisionPoint, col(DecisionPoint.decision_id) == Decision.id)
        .where(DecisionPoint.id == assignment.decision_point_id)
    )
    points = (
        select(DecisionPoint.text)
        .join(Decision, col(Decision.id) == DecisionPoint.decision_id)
        .where(Decision.item_id == item.id)
    )
    meeting = session.get_one(Meeting, item.meeting_id)
    told = measures_of(session, assignment)
    held = col(Meeting.id).in_(select(Item.meeting_id).where(col(Item.id).in_(_items(told))))
    body = session.exec(giving).first()
    return Ending(
        held_on=meeting.held_on,
        points=session.exec(points).all(),
        is_of_the_body=body in {None, item.body_id},
        is_written=is_adjusted(session, meeting) or bool(adjusted_at_once(session, [item.id])),
        proposed=any(one.proposes_closing and one.item_id == item.id for one in told),
        reported_on=session.exec(select(func.max(Meeting.held_on)).where(held)).one(),
    )


def _items(told: Sequence[Measure]) -> Sequence[int]:
    return [one.item_id for one in told]


def close_assignment(session: Session, act: Act, assignment: Assignment, item: Item) -> Assignment:
    """Close an assignment by the § that decides so.

    Raises RuleBroken where it is closed, and for a § that cannot close it.
    """
    require_open(assignment.status)
    require_ending(assignment.decided_on, _ending(session, assignment, item))
    record(session, act, "closed", assignment, {"item": item.id})
    follow_reports(session, assignment, closed_by=item.id)
    return assignment


def reopen_assignment(session: Session, act: Act, assignment: Assignment) -> Assignment:
    """Open an assignment again that was closed by mistake, while the § is being written."""
    closed_by = assignment.closed_by_id
    if closed_by is None:
        return assignment
    item = session.get_one(Item, closed_by)
    require_changeable(session.get_one(Meeting, item.meeting_id))
    record(session, act, "opened again", assignment, {"item": closed_by})
    follow_reports(session, assignment)
    return assignment
