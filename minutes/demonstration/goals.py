"""The plans of the invented region with their goals, as the §§ adopt and report on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sqlmodel import Session, col, select

from minutes.actions.goals import adopt_plan, assess_goal, set_goal, word_goal
from minutes.actions.history import Act
from minutes.demonstration.region import Misdescribed, description
from minutes.domain.goals import Assessment, Direction, Fulfilment
from minutes.domain.goals import Goal as GoalOf
from minutes.domain.goals import Plan as PlanOf
from minutes.store.tables import Body, Goal, Item, Meeting, Organisation, Plan

_NAME = "goals.toml"
_REFERENCE = re.compile(r"^(?P<plan>.+) mål (?P<number>\d+)$")
_Described = Mapping[str, Any]


def goal_of(session: Session, reference: str) -> Goal:
    """The goal of a plan, "Strategisk plan 2026–2028 mål 1". Raises Misdescribed."""
    match = _REFERENCE.match(reference)
    of_plan = select(Goal).join(Plan, col(Plan.id) == Goal.plan_id)
    plan, number = (match["plan"], int(match["number"])) if match else ("", 0)
    found = session.exec(of_plan.where(Plan.name == plan, Goal.number == number)).first()
    if found is None:
        raise Misdescribed(f"{reference} is no goal")
    return found


def read_assessment(one: _Described) -> Assessment:
    """What a description tells of a goal."""
    forecast = Fulfilment(one["forecast"]) if "forecast" in one else None
    fulfilment, direction = Fulfilment(one["fulfilment"]), Direction(one["direction"])
    return Assessment(fulfilment, direction, one["text"], forecast)


def _items(session: Session, meeting: Meeting) -> dict[str, Item]:
    """The §§ of a meeting as descriptions name them."""
    body = session.get_one(Body, meeting.body_id).name
    rows = session.exec(select(Item).where(Item.meeting_id == meeting.id))
    return {f"{body} {row.year} § {row.number}": row for row in rows}


def _missing(session: Session) -> Iterator[_Described]:
    """The plans that are not entered yet."""
    entered = set(session.exec(select(Plan.name)))
    yield from (one for one in description(_NAME)["plan"] if one["name"] not in entered)


def _adopt(session: Session, act: Act, one: _Described, meeting: Meeting, by: Item | None) -> None:
    organisation_id = session.get_one(Body, meeting.body_id).organisation_id
    organisation = session.get_one(Organisation, organisation_id)
    first, last = one["years"]
    told = PlanOf(one["name"], first, last, one.get("decided_on", meeting.held_on))
    plan = adopt_plan(session, act, organisation, told, decided_by=by)
    for number, (perspective, name) in enumerate(one.get("goals", []), 1):
        set_goal(session, act, plan, GoalOf(number, name, perspective))


def _is_due(one: _Described, items: Mapping[str, Item], meeting: Meeting) -> bool:
    if "decided_by" in one:
        return one["decided_by"] in items
    return bool(one["decided_on"] < meeting.held_on)


def follow_plans(session: Session, act: Act, meeting: Meeting) -> None:
    """Enter the plans that a meeting adopts, and what its §§ tell of their goals."""
    items, told = _items(session, meeting), description(_NAME)
    for one in (plan for plan in _missing(session) if _is_due(plan, items, meeting)):
        _adopt(session, act, one, meeting, items.get(one.get("decided_by", "")))
    for one in (wording for wording in told["wording"] if wording["decided_by"] in items):
        word_goal(session, act, goal_of(session, one["goal"]), one["name"], meeting.held_on)
    for one in (assessment for assessment in told["assessment"] if assessment["at"] in items):
        goal, item = goal_of(session, one["goal"]), items[one["at"]]
        assess_goal(session, act, goal, item, read_assessment(one))
