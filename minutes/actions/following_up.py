"""Assignments are handled and reported on."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from minutes.actions.agenda import require_changeable
from minutes.actions.columns import taken
from minutes.actions.history import Act, add_all, record
from minutes.actions.revisions import revise, strike
from minutes.domain import following_up as domain
from minutes.domain.errors import RuleBroken
from minutes.domain.following_up import (
    require_handling,
    require_measure,
    require_open,
    require_supplement,
    status_of,
)
from minutes.store.tables import (
    Assignment,
    Handling,
    Item,
    Measure,
    Meeting,
)


def measures_of(session: Session, assignment: Assignment) -> list[Measure]:
    """What was reported on an assignment, the earliest first."""
    of = select(Measure).where(Measure.assignment_id == assignment.id)
    return list(session.exec(of.order_by(col(Measure.id))))


def follow_reports(session: Session, assignment: Assignment, closed_by: int | None = None) -> None:
    """Let the assignment's status be what its reports and its § make it."""
    proposals = [one.proposes_closing for one in measures_of(session, assignment)]
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
    if any(one.item_id == item.id for one in measures_of(session, assignment)):
        raise RuleBroken("Uppdraget är redan redovisat till sammanträdet. Ändra redovisningen.")
    measure = Measure(
        assignment_id=assignment.id, item_id=item.id, text=text, proposes_closing=proposes_closing
    )
    record(session, act, "reported", measure)
    follow_reports(session, assignment)
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
    follow_reports(session, assignment)
    return measure


def strike_measure(
    session: Session, act: Act, measure: Measure, *, seen: int | None = None
) -> Measure:
    """Take a report back whose meeting is still to be held; the history keeps how it read.

    Raises RuleBroken where the assignment is closed or the minutes wait, and Outdated.
    """
    assignment = session.get_one(Assignment, measure.assignment_id)
    require_open(assignment.status)
    item = session.get_one(Item, measure.item_id)
    require_changeable(session.get_one(Meeting, item.meeting_id))
    strike(session, act, measure, seen=seen)
    follow_reports(session, assignment)
    return measure


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
