"""The goals of plans as they read on a day, and how far each was reached at each report."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.goals import Direction, Fulfilment
from minutes.store import tables as t
from minutes.store.queries.addresses import ItemReference, references
from minutes.store.rows import grouped
from minutes.store.visibility import looking_at_agenda


@dataclass(frozen=True, slots=True)
class GoalEntry:
    """A goal as it reads; `revision` is that of its wording."""

    id: int
    plan_id: int
    plan: str
    number: int
    perspective: str
    name: str
    revision: int


@dataclass(frozen=True, slots=True)
class AssessmentEntry:
    """How far a goal was reached, at which §."""

    at: ItemReference
    fulfilment: Fulfilment
    direction: Direction
    forecast: Fulfilment | None
    text: str


@dataclass(frozen=True, slots=True)
class GoalReport:
    """A goal as it is reported to a meeting: what is told of it this time, and what was before."""

    goal: GoalEntry
    now: t.Assessment | None
    earlier: tuple[AssessmentEntry, ...]


def _worded_on(wordings: Sequence[t.GoalWording], day: date | None) -> t.GoalWording:
    """The wording that stands on a day; before the first one, that."""
    stood = [one for one in wordings if day is None or one.stands_from <= day]
    return stood[-1] if stood else wordings[0]


def _entry(told: Sequence[Any], day: date | None) -> GoalEntry:
    goal, plan, _wording = told[0]
    name = _worded_on([wording for _goal, _plan, wording in told], day).name
    return GoalEntry(
        goal.id, goal.plan_id, plan, goal.number, goal.perspective, name, goal.revision
    )


def goal_entries(
    session: Session, keys: Collection[int], day: date | None = None
) -> dict[int, GoalEntry]:
    """The goals of those keys as they read on a day, or as they read last; in one query."""
    if not keys:
        return {}
    asked: Any = (
        select(t.Goal, t.Plan.name, t.GoalWording)
        .join(t.Plan, col(t.Plan.id) == t.Goal.plan_id)
        .join(t.GoalWording, col(t.GoalWording.goal_id) == t.Goal.id)
        .where(col(t.Goal.id).in_(keys))
        .order_by(col(t.GoalWording.number))
    )
    told: dict[int, list[Any]] = {key: [] for key in keys}
    for row in session.exec(asked):
        told[row[0].id].append(row)
    return {key: _entry(rows, day) for key, rows in told.items() if rows}


def goals_in(session: Session, organisation_id: int, year: int) -> Sequence[int]:
    """The keys of the goals of the plans that hold in a year, in the order of the plans."""
    of_year = (t.Plan.from_year <= year) & (t.Plan.to_year >= year)
    found = (
        select(t.Goal.id)
        .join(t.Plan, col(t.Plan.id) == t.Goal.plan_id)
        .where(t.Plan.organisation_id == organisation_id, of_year)
        .order_by(col(t.Plan.decided_on), col(t.Plan.id), col(t.Goal.number))
    )
    return session.exec(found).all()


Told = Mapping[int, Sequence[AssessmentEntry]]
"""What has been told of each goal, the earliest first."""


def assessments_of(session: Session, goals: Collection[int]) -> Told:
    """What has been told of each of the goals, as far as may be seen."""
    rows = grouped(session, t.Assessment, "goal_id", goals)
    at = references(session, {one.item_id for found in rows.values() for one in found})
    told = {
        goal: [
            AssessmentEntry(at[one.item_id], one.fulfilment, one.direction, one.forecast, one.text)
            for one in rows[goal]
        ]
        for goal in goals
    }
    return {key: sorted(one, key=lambda o: o.at.address.held_on) for key, one in told.items()}


def _told_at(session: Session, item: t.Item, body: int) -> Mapping[int, t.Assessment]:
    with looking_at_agenda(session, body):
        rows = session.exec(select(t.Assessment).where(t.Assessment.item_id == item.id)).all()
    return {one.goal_id: one for one in rows}


def goal_reports(
    session: Session, body: t.Body, meeting: t.Meeting, item: t.Item, served: Collection[int] = ()
) -> tuple[GoalReport, ...]:
    """The goals of the plans that hold that year, and those that assignments serve, as reported.

    `item` is the § of the meeting that reports them.
    """
    keys = [*goals_in(session, body.organisation_id, meeting.held_on.year)]
    keys += sorted({*served} - {*keys})
    entries = goal_entries(session, keys, meeting.held_on)
    told, now = assessments_of(session, keys), _told_at(session, item, body.id)
    return tuple(
        GoalReport(
            entries[key],
            now.get(key),
            tuple(one for one in told[key] if one.at.address.held_on < meeting.held_on),
        )
        for key in keys
    )
