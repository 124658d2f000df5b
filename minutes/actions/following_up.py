"""Assignments are handled, reported on, and closed by a §."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.actions.agenda import require_changeable
from minutes.actions.columns import taken
from minutes.actions.history import Act, add_all, record
from minutes.actions.revisions import revise
from minutes.domain import following_up as domain
from minutes.domain.errors import RuleBroken
from minutes.domain.following_up import (
    Ending,
    require_ending,
    require_handling,
    require_measure,
    require_open,
    require_supplement,
    status_of,
)
from minutes.store.tables import (
    Assignment,
    Decision,
    DecisionPoint,
    Handling,
    Item,
    Measure,
    Meeting,
)


def _measures(session: Session, assignment: Assignment) -> list[Measure]:
    of = select(Measure).where(Measure.assignment_id == assignment.id)
    return list(session.exec(of.order_by(col(Measure.id))))


def _follow(session: Session, assignment: Assignment, closed_by: int | None = None) -> None:
    """Let the assignment's status be what its reports and its § make it."""
    proposals = [one.proposes_closing for one in _measures(session, assignment)]
    status = status_of(is_closed=closed_by is not None, proposals=proposals)
    assignment.status, assignment.closed_by_id = status, closed_by
    add_all(session, assignment)


def report_measure(
    session: Session,
    act: Act,
    assignment: Assignment,
    item: Item,
    text: str,
    *,
    proposes_closing: bool = False,
) -> Measure:
    """Enter what is reported as done, at the § that reports it; earlier reports stay.

    Raises RuleBroken where the assignment is closed, or is reported on there already.
    """
    require_open(assignment.status)
    meeting = session.get_one(Meeting, item.meeting_id)
    require_changeable(meeting)
    require_measure(text, assignment.decided_on, meeting.held_on)
    if any(one.item_id == item.id for one in _measures(session, assignment)):
        raise RuleBroken("Uppdraget är redan redovisat till sammanträdet. Ändra redovisningen.")
    measure = Measure(
        assignment_id=assignment.id, item_id=item.id, text=text, proposes_closing=proposes_closing
    )
    record(session, act, "reported", measure)
    _follow(session, assignment)
    return measure


def revise_measure(
    session: Session,
    act: Act,
    measure: Measure,
    text: str,
    *,
    proposes_closing: bool,
    seen: int | None = None,
) -> Measure:
    """Mend a report whose meeting is still to be held; the history keeps how it read.

    Raises RuleBroken where the assignment is closed or the minutes wait, and Outdated.
    """
    assignment = session.get_one(Assignment, measure.assignment_id)
    require_open(assignment.status)
    item = session.get_one(Item, measure.item_id)
    meeting = session.get_one(Meeting, item.meeting_id)
    require_changeable(meeting)
    require_measure(text, assignment.decided_on, meeting.held_on)
    columns = {"text": text, "proposes_closing": proposes_closing}
    revise(session, act, measure, columns, seen=seen)
    _follow(session, assignment)
    return measure


def _ending(session: Session, assignment: Assignment, item: Item) -> Ending:
    giving = (
        select(Item.body_id)
        .join(Decision, col(Decision.item_id) == Item.id)
        .join(DecisionPoint, col(DecisionPoint.decision_id) == Decision.id)
        .where(DecisionPoint.id == assignment.decision_point_id)
    )
    points = (
        select(func.count(col(DecisionPoint.id)))
        .join(Decision, col(Decision.id) == DecisionPoint.decision_id)
        .where(Decision.item_id == item.id)
    )
    body = session.exec(giving).first()
    return Ending(
        held_on=session.get_one(Meeting, item.meeting_id).held_on,
        points=session.exec(points).one(),
        is_of_the_body=body in {None, item.body_id},
    )


def close_assignment(session: Session, act: Act, assignment: Assignment, item: Item) -> Assignment:
    """Close an assignment by the § that decides so.

    Raises RuleBroken where it is closed, and for a § that cannot close it.
    """
    require_open(assignment.status)
    require_ending(assignment.decided_on, _ending(session, assignment, item))
    record(session, act, "closed", assignment, {"item": item.id})
    _follow(session, assignment, closed_by=item.id)
    return assignment


def reopen_assignment(session: Session, act: Act, assignment: Assignment) -> Assignment:
    """Open an assignment again that was closed by mistake, while the § is being written."""
    closed_by = assignment.closed_by_id
    if closed_by is None:
        return assignment
    item = session.get_one(Item, closed_by)
    require_changeable(session.get_one(Meeting, item.meeting_id))
    record(session, act, "opened again", assignment, {"item": closed_by})
    _follow(session, assignment)
    return assignment


def handling_of(session: Session, assignment: Assignment) -> Handling | None:
    """What the director's office has entered about an assignment."""
    of = select(Handling).where(Handling.assignment_id == assignment.id)
    return session.exec(of).first()


def handle_assignment(
    session: Session,
    act: Act,
    assignment: Assignment,
    told: domain.Handling,
    *,
    seen: int | None = None,
) -> Handling:
    """Enter who handles an assignment and when it is reported on next.

    `seen` is 0 where nothing was entered yet. Raises RuleBroken and Outdated.
    """
    require_open(assignment.status)
    require_handling(told, assignment.decided_on)
    if told.supplements is not None:
        other = session.get_one(Assignment, told.supplements)
        own = (assignment.id, assignment.decided_on)
        require_supplement(own, (other.id, other.decided_on))
    columns: dict[str, Any] = taken(told, "handler division report_on")
    columns |= {"supplements_id": told.supplements, "goal_id": told.goal}
    row = handling_of(session, assignment)
    if row is None:
        row = Handling(assignment_id=assignment.id, **columns)
        record(session, act, "entered", row, {"assignment": assignment.id})
    else:
        revise(session, act, row, columns, seen=seen)
    return row
