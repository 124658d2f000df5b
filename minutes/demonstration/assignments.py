"""Assignments as the descriptions refer to them: "Regionstyrelsen 2025 § 12 p. 1", or a plan's."""

from __future__ import annotations

import re

from sqlmodel import Session, col, select

from minutes.demonstration.region import Misdescribed
from minutes.store.tables import Assignment, Body, Decision, DecisionPoint, Item, Meeting

_REFERENCE = re.compile(r"^(?P<from>.+?)(?: § (?P<item>\d+))? p\. (?P<point>\d+)$")


def item_of(session: Session, meeting: Meeting, number: int) -> Item:
    """The § of a meeting."""
    of_meeting = select(Item).where(Item.meeting_id == meeting.id)
    return session.exec(of_meeting.where(Item.number == number)).one()


def _given_by_point(session: Session, match: re.Match[str]) -> Assignment | None:
    body, _, year = match["from"].rpartition(" ")
    of_point = (
        select(Assignment)
        .join(DecisionPoint, col(DecisionPoint.id) == Assignment.decision_point_id)
        .join(Decision, col(Decision.id) == DecisionPoint.decision_id)
        .join(Item, col(Item.id) == Decision.item_id)
        .join(Body, col(Body.id) == Item.body_id)
        .where(Body.name == body, Item.year == int(year))
        .where(Item.number == int(match["item"]), DecisionPoint.number == int(match["point"]))
    )
    return session.exec(of_point).first()


def _given_by_plan(session: Session, match: re.Match[str]) -> Assignment | None:
    """The plan's assignments are counted in the order in which they were given."""
    of_plan = select(Assignment).where(Assignment.plan == match["from"])
    return session.exec(
        of_plan.order_by(col(Assignment.id)).offset(int(match["point"]) - 1).limit(1)
    ).first()


def assignment_of(session: Session, reference: str) -> Assignment:
    """The assignment that a point gave, or a plan. Raises Misdescribed where there is none."""
    match = _REFERENCE.match(reference)
    given_by = _given_by_point if match and match["item"] else _given_by_plan
    found = given_by(session, match) if match else None
    if found is None:
        raise Misdescribed(f"{reference} gave no assignment")
    return found
