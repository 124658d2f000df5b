"""Plans are adopted, their goals worded, and reported on."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.actions.agenda import require_changeable
from minutes.actions.columns import taken
from minutes.actions.history import Act, add_all, record
from minutes.actions.revisions import require_seen, revise
from minutes.domain import goals as domain
from minutes.domain.errors import RuleBroken
from minutes.domain.goals import require_assessment, require_goal, require_plan, require_wording
from minutes.store.tables import (
    Assessment,
    Assignment,
    Goal,
    GoalWording,
    Item,
    Meeting,
    Organisation,
    Plan,
)

_FACTS = "name from_year to_year decided_on"
_TOLD = "fulfilment direction forecast text"


def _require_name(session: Session, organisation_id: int, name: str) -> None:
    of_name = select(Plan.id).where(Plan.organisation_id == organisation_id, Plan.name == name)
    if session.exec(of_name).first() is not None:
        raise RuleBroken("Registret har redan en plan som heter så. Välj den, eller ändra namnet.")


def adopt_plan(
    session: Session,
    act: Act,
    organisation: Organisation,
    told: domain.Plan,
    *,
    decided_by: Item | None = None,
) -> Plan:
    """Enter a plan with the § that adopted it, where that is in the register.

    Raises RuleBroken for a plan that tells no name or years, and for a name that is taken.
    """
    require_plan(told)
    _require_name(session, organisation.id, told.name)
    plan = Plan(
        organisation_id=organisation.id,
        decided_by_id=decided_by.id if decided_by else None,
        **taken(told, _FACTS),
    )
    record(session, act, "adopted", plan)
    return plan


def _require_unnamed(session: Session, plan: Plan) -> None:
    """What was given keeps the name that the plan had that day."""
    given = select(Assignment.id).where(
        Assignment.organisation_id == plan.organisation_id, Assignment.plan == plan.name
    )
    if session.exec(given).first() is not None:
        raise RuleBroken("Uppdrag har getts ur planen under dess namn, som därför står kvar.")


def revise_plan(
    session: Session,
    act: Act,
    plan: Plan,
    told: domain.Plan,
    *,
    decided_by: Item | None = None,
    seen: int | None = None,
) -> Plan:
    """Mend what is told of a plan.

    Raises RuleBroken, for another name too once assignments were given by it, and Outdated.
    """
    require_plan(told)
    if told.name != plan.name:
        _require_unnamed(session, plan)
        _require_name(session, plan.organisation_id, told.name)
    columns = taken(told, _FACTS) | {"decided_by_id": decided_by.id if decided_by else None}
    revise(session, act, plan, columns, seen=seen)
    return plan


def _word(session: Session, act: Act, goal: Goal, name: str, stands_from: date) -> None:
    wording = GoalWording(
        goal_id=goal.id,
        number=goal.revision,
        name=name,
        stands_from=stands_from,
        written_by=act.by,
        written_at=act.at,
    )
    add_all(session, wording)


def set_goal(session: Session, act: Act, plan: Plan, told: domain.Goal) -> Goal:
    """Enter a goal of a plan. Raises RuleBroken, for a number that is taken too."""
    require_goal(told)
    of_number = select(Goal.id).where(Goal.plan_id == plan.id, Goal.number == told.number)
    if session.exec(of_number).first() is not None:
        raise RuleBroken("Planen har redan mål {number}. Välj nästa nummer.", number=told.number)
    goal = Goal(plan_id=plan.id, **taken(told, "number perspective"))
    record(session, act, "set", goal, {"name": told.name})
    _word(session, act, goal, told.name, plan.decided_on)
    return goal


def next_goal(session: Session, plan: Plan) -> int:
    """The number of a plan's next goal."""
    highest = select(func.max(Goal.number)).where(Goal.plan_id == plan.id)
    return (session.exec(highest).one() or 0) + 1


def word_goal(
    session: Session, act: Act, goal: Goal, name: str, stands_from: date, *, seen: int | None = None
) -> Goal:
    """Let a goal read otherwise from a day on; how it read before stays.

    Raises RuleBroken for the same words, or an earlier day, and Outdated.
    """
    require_seen(session, goal, seen)
    of_goal = select(GoalWording).where(GoalWording.goal_id == goal.id)
    last = session.exec(of_goal.order_by(col(GoalWording.number).desc())).first()
    if last is not None:
        require_wording(name, stands_from, (last.name, last.stands_from))
    goal.revision += 1
    record(session, act, "worded", goal, {"name": name, "from": stands_from.isoformat()})
    _word(session, act, goal, name, stands_from)
    return goal


def _require_reported(session: Session, goal: Goal, item: Item, told: domain.Assessment) -> None:
    meeting = session.get_one(Meeting, item.meeting_id)
    require_changeable(meeting)
    plan = session.get_one(Plan, goal.plan_id)
    require_assessment(told, plan.decided_on, meeting.held_on)


def assess_goal(
    session: Session, act: Act, goal: Goal, item: Item, told: domain.Assessment
) -> Assessment:
    """Enter how far a goal is reached, at the § that reports it; earlier assessments stay.

    Raises RuleBroken where the goal is assessed there already.
    """
    _require_reported(session, goal, item, told)
    there = select(Assessment.id).where(
        Assessment.goal_id == goal.id, Assessment.item_id == item.id
    )
    if session.exec(there).first() is not None:
        raise RuleBroken("Målet är redan bedömt i paragrafen. Ändra bedömningen.")
    row = Assessment(goal_id=goal.id, item_id=item.id, **taken(told, _TOLD))
    record(session, act, "assessed", row)
    return row


def revise_assessment(
    session: Session,
    act: Act,
    row: Assessment,
    told: domain.Assessment,
    *,
    seen: int | None = None,
) -> Assessment:
    """Mend an assessment whose meeting is still to be held; the history keeps how it read.

    Raises RuleBroken where the minutes wait, and Outdated.
    """
    goal, item = session.get_one(Goal, row.goal_id), session.get_one(Item, row.item_id)
    _require_reported(session, goal, item, told)
    revise(session, act, row, taken(told, _TOLD), seen=seen)
    return row
