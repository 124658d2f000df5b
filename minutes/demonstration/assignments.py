"""Assignments as the descriptions refer to them: "Regionstyrelsen 2025 § 12 p. 1", or a plan's.

Before the next meeting the director's office has entered who handles some, and what is done.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import Any

from sqlmodel import Session, col, select

from minutes.actions.following_up import handle_assignment, report_measure
from minutes.actions.goals import assess_goal
from minutes.actions.history import Act
from minutes.demonstration.goals import goal_of, read_assessment
from minutes.demonstration.region import Misdescribed, description
from minutes.domain.following_up import Handling
from minutes.store.queries.assignment_reports import Reporting, reportings
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


def _handle(session: Session, act: Act, one: dict[str, Any], at: Reporting) -> None:
    """Enter who handles an assignment, and what is reported on it to that meeting."""
    row = assignment_of(session, one["reference"])
    other = assignment_of(session, one["supplements"]).id if "supplements" in one else None
    goal = goal_of(session, one["goal"]).id if "goal" in one else None
    told = Handling(one["handler"], one["division"], one.get("report_on"), other, goal)
    handle_assignment(session, act, row, told)
    if "measures" in one:
        ends = one.get("proposes_closing", False)
        report_measure(session, act, row, at.item, one["measures"], proposes_closing=ends)


def prepare_report(session: Session) -> None:
    """Enter what the director's office has ready for the next meeting. The caller commits."""
    raw = description("reports.toml")
    act = Act(raw["by"], datetime.combine(raw["on"], time(14), UTC))
    body = session.exec(select(Body).where(Body.name == raw["body"])).one()
    at = reportings(session, [body], raw["on"]).get(body.id)
    if at is None:
        raise Misdescribed(f"{raw['body']} is to hold no meeting")
    for one in raw["assignment"]:
        _handle(session, act, one, at)
    for one in raw["assessment"]:
        assess_goal(session, act, goal_of(session, one["goal"]), at.item, read_assessment(one))
