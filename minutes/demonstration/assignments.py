"""Assignments as the descriptions refer to them: "Regionstyrelsen 2025 § 12 p. 1"."""

from __future__ import annotations

import re

from sqlmodel import Session, col, select

from minutes.demonstration.region import Misdescribed
from minutes.store.tables import Assignment, Body, Decision, DecisionPoint, Item, Meeting

_REFERENCE = re.compile(r"^(?P<body>.+) (?P<year>\d{4}) § (?P<item>\d+) p\. (?P<point>\d+)$")


def item_of(session: Session, meeting: Meeting, number: int) -> Item:
    """The § of a meeting."""
    of_meeting = select(Item).where(Item.meeting_id == meeting.id)
    return session.exec(of_meeting.where(Item.number == number)).one()


def assignment_of(session: Session, reference: str) -> Assignment:
    """The assignment that a point gave, or a plan. Raises Misdescribed where there is none."""
    match = _REFERENCE.match(reference)
    if match is None:
        query = select(Assignment).where(Assignment.plan == reference)
    else:
        query = (
            select(Assignment)
            .join(DecisionPoint, col(DecisionPoint.id) == Assignment.decision_point_id)
            .join(Decision, col(Decision.id) == DecisionPoint.decision_id)
            .join(Item, col(Item.id) == Decision.item_id)
            .join(Body, col(Body.id) == Item.body_id)
            .where(Body.name == match["body"], Item.year == int(match["year"]))
            .where(Item.number == int(match["item"]), DecisionPoint.number == int(match["point"]))
        )
    found = session.exec(query).first()
    if found is None:
        raise Misdescribed(f"{reference} gave no assignment")
    return found
