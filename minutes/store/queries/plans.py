"""Plans with their goals: what was told of each over time, and what was assigned for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain.searching import understood
from minutes.store import tables as t
from minutes.store.queries.addresses import ItemReference, references
from minutes.store.queries.assignment_lists import given
from minutes.store.queries.assignments import AssignmentEntry, assignment_entries
from minutes.store.queries.goals import AssessmentEntry, GoalEntry, assessments_of, goal_entries
from minutes.store.queries.search_named import meant
from minutes.store.rows import Grouped, grouped


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan, the § that decided it where we have it, and how many goals it has."""

    id: int
    name: str
    from_year: int
    to_year: int
    decided_on: date
    decided_by: ItemReference | None
    goals: int


@dataclass(frozen=True, slots=True)
class WordingEntry:
    """How a goal reads from a day on."""

    name: str
    stands_from: date


@dataclass(frozen=True, slots=True)
class GoalPage:
    """A goal as it reads now, how it read before, what was told of it, and what is to be done."""

    goal: GoalEntry
    wordings: tuple[WordingEntry, ...]
    assessments: tuple[AssessmentEntry, ...]
    assignments: tuple[AssignmentEntry, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan with its goals, and the assignments that it gave by itself."""

    plan: PlanEntry
    goals: tuple[GoalPage, ...]
    assignments: tuple[AssignmentEntry, ...]


def _entries(session: Session, rows: Sequence[t.Plan]) -> tuple[PlanEntry, ...]:
    counted: Any = select(t.Goal.plan_id, func.count()).group_by(col(t.Goal.plan_id))
    goals = dict(session.exec(counted).all())
    decided = references(session, {row.decided_by_id for row in rows if row.decided_by_id})
    return tuple(
        PlanEntry(
            row.id,
            row.name,
            row.from_year,
            row.to_year,
            row.decided_on,
            decided.get(row.decided_by_id or 0),
            goals.get(row.id, 0),
        )
        for row in rows
    )


def plan_list(session: Session) -> tuple[PlanEntry, ...]:
    """All plans, those that hold the longest first."""
    order = col(t.Plan.to_year).desc(), col(t.Plan.from_year).desc(), t.Plan.name
    return _entries(session, session.exec(select(t.Plan).order_by(*order)).all())


def _entries_by_key(
    session: Session, plan: t.Plan, goals: Sequence[t.Goal], today: date
) -> tuple[Mapping[int, Sequence[int]], dict[int, AssignmentEntry]]:
    """The assignments that serve each goal, and all of those and of the plan by their keys."""
    keys = [one.id for one in goals]
    handled = session.exec(select(t.Handling).where(col(t.Handling.goal_id).in_(keys))).all()
    serving = {key: [o.assignment_id for o in handled if o.goal_id == key] for key in keys}
    ids = [one.assignment_id for one in handled]
    own = (t.Assignment.plan == plan.name) & (t.Assignment.organisation_id == plan.organisation_id)
    asked = select(t.Assignment).where(col(t.Assignment.id).in_(ids) | own, given())
    rows = session.exec(asked.order_by(col(t.Assignment.decided_on), col(t.Assignment.id))).all()
    return serving, {one.id: one for one in assignment_entries(session, rows, today)}


def _wordings(rows: Grouped[t.GoalWording], goal: int) -> tuple[WordingEntry, ...]:
    return tuple(WordingEntry(one.name, one.stands_from) for one in rows[goal])


def plan_page(session: Session, key: int, today: date) -> PlanPage | None:
    """The plan of a key, None where there is none."""
    plan = session.get(t.Plan, key)
    if plan is None:
        return None
    of_plan = select(t.Goal).where(t.Goal.plan_id == key).order_by(col(t.Goal.number))
    goals = session.exec(of_plan).all()
    keys = [one.id for one in goals]
    entries, told = goal_entries(session, keys), assessments_of(session, keys)
    wordings = grouped(session, t.GoalWording, "goal_id", keys)
    serving, known = _entries_by_key(session, plan, goals, today)
    pages = tuple(
        GoalPage(
            entries[one],
            _wordings(wordings, one),
            tuple(told[one]),
            tuple(entry for key, entry in known.items() if key in serving[one]),
        )
        for one in keys
    )
    own = tuple(entry for entry in known.values() if entry.plan == plan.name)
    return PlanPage(_entries(session, [plan])[0], pages, own)


def plans_adopted_by(session: Session, slug: str, year: int, number: int) -> tuple[PlanEntry, ...]:
    """The plans that a § adopted."""
    rows = session.exec(
        select(t.Plan)
        .join(t.Item, col(t.Item.id) == t.Plan.decided_by_id)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .where(t.Body.slug == slug, t.Item.year == year, t.Item.number == number)
    ).all()
    return _entries(session, rows) if rows else ()


@dataclass(frozen=True, slots=True)
class Served:
    """The plan that gave an assignment, and the goal that it serves, where there are such."""

    plan_id: int | None
    goal: GoalEntry | None


def served_by(session: Session, key: int) -> Served:
    """What an assignment serves."""
    of_goal = select(t.Handling.goal_id).where(t.Handling.assignment_id == key)
    goals = [one for one in session.exec(of_goal) if one is not None]
    named = select(t.Plan.id).join(t.Assignment, col(t.Assignment.plan) == t.Plan.name)
    plan = session.exec(named.where(t.Assignment.id == key)).first()
    return Served(plan, next(iter(goal_entries(session, goals).values()), None))


def cited_item(session: Session, typed: str) -> t.Item | None:
    """The § that somebody names, as "RS 2020 § 170"; None for none, and where it may be several."""
    found = meant(session, understood(typed)).items
    named = [one for one in found if one.address.body.casefold() in typed.casefold()] or found
    if len(named) != 1:
        return None
    at = named[0].address
    of_body = select(t.Item).join(t.Body, col(t.Body.id) == t.Item.body_id)
    return session.exec(
        of_body.where(t.Body.slug == at.slug, t.Item.year == at.year, t.Item.number == at.number)
    ).first()
