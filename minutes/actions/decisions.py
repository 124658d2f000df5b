"""Items are decided; assignments are given, reported on and closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from minutes.actions.columns import Room, taken
from minutes.actions.history import Act, add_all, record
from minutes.domain import assignments as domain
from minutes.domain.assignments import AssignmentStatus, require_deadline_after
from minutes.domain.attendance import require_quorum
from minutes.domain.decisions import Decision as DecisionRecord
from minutes.domain.errors import RuleBroken
from minutes.store.tables import (
    Assignment,
    Decision,
    DecisionPoint,
    Item,
    Measure,
    Organisation,
)


def decide(
    session: Session, act: Act, item: Item, made: DecisionRecord, *, room: Room | None = None
) -> tuple[Decision, list[DecisionPoint]]:
    """Enter the deciding block of a § with its points; the item bears how it ended.

    Raises RuleBroken where it is known who was in the room, and they were too few.
    """
    if room is not None:
        require_quorum(room.seats, room.present, room.kind, room.away)
    decision = Decision(item_id=item.id, kind=made.kind, to_body=made.to)
    record(session, act, "decided", decision)
    points = [
        DecisionPoint(
            decision_id=decision.id,
            number=number,
            text=point.text,
            kind=point.kind,
            to_body=point.to,
            is_further=number > len(made.points),
        )
        for number, point in enumerate((*made.points, *made.further), 1)
    ]
    add_all(session, *points)
    return decision, points


def postpone(session: Session, act: Act, item: Item, *, referred_back: bool, tabled: bool) -> Item:
    """Mark that the decision is that the item goes back, or waits on the table; or neither."""
    item.referred_back, item.tabled = referred_back, tabled
    verb = "referred back" if referred_back else "tabled" if tabled else "not postponed"
    record(session, act, verb, item)
    return item


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an assignment comes from: a decision point or a plan, and the day of the decision."""

    decided_on: date
    point: DecisionPoint | None = None
    plan: str | None = None
    position: int = 0


def give_assignment(
    session: Session,
    act: Act,
    organisation: Organisation,
    given: domain.Assignment,
    origin: Origin,
) -> Assignment:
    """Enter an assignment. Raises RuleBroken for a time limit before the decision."""
    require_deadline_after(origin.decided_on, given.deadline)
    assignment = Assignment(
        organisation_id=organisation.id,
        decision_point_id=origin.point.id if origin.point else None,
        **taken(origin, "plan decided_on position"),
        **taken(given, "assignee text deadline event"),
    )
    record(session, act, "given", assignment)
    return assignment


def _require_open(assignment: Assignment) -> None:
    if assignment.status is AssignmentStatus.CLOSED:
        raise RuleBroken("Uppdraget är avslutat. Ge ett nytt uppdrag i stället.")


def report_measure(
    session: Session, act: Act, assignment: Assignment, item: Item, text: str
) -> Measure:
    """Enter what is reported as done, at the § that reports it; earlier reports stay.

    Raises RuleBroken where the assignment is closed.
    """
    _require_open(assignment)
    measure = Measure(assignment_id=assignment.id, item_id=item.id, text=text)
    record(session, act, "reported", measure)
    assignment.status = AssignmentStatus.REPORTED
    add_all(session, assignment)
    return measure


def propose_closing(session: Session, act: Act, assignment: Assignment) -> Assignment:
    """Mark that an assignment is proposed for closing; it waits for the § that ends it.

    Raises RuleBroken where it is closed.
    """
    _require_open(assignment)
    assignment.status = AssignmentStatus.PROPOSED_FOR_CLOSING
    record(session, act, "proposed for closing", assignment)
    return assignment


def close_assignment(session: Session, act: Act, assignment: Assignment, item: Item) -> Assignment:
    """Close an assignment by the § that decides so. Raises RuleBroken where it is closed."""
    _require_open(assignment)
    closed_by = item.id  # read first: a query between the two changes would flush the half
    assignment.status, assignment.closed_by_id = AssignmentStatus.CLOSED, closed_by
    record(session, act, "closed", assignment, {"item": closed_by})
    return assignment
