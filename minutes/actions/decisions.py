"""Items are decided, and assignments given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from minutes.actions.columns import Room, taken
from minutes.actions.history import Act, add_all, record
from minutes.domain import assignments as domain
from minutes.domain.assignments import require_deadline_after
from minutes.domain.attendance import require_quorum
from minutes.domain.decisions import Decision as DecisionRecord
from minutes.store.tables import (
    Assignment,
    Decision,
    DecisionPoint,
    Item,
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
