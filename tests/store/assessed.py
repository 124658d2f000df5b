"""A plan with a goal, and what §§ tell of it."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, select

from minutes.actions.goals import adopt_plan, assess_goal, set_goal
from minutes.actions.history import Act
from minutes.domain.goals import Assessment, Direction, Fulfilment
from minutes.domain.goals import Goal as GoalOf
from minutes.domain.goals import Plan as PlanOf
from minutes.store.tables import Goal, Item, Organisation

DECIDED = date(2025, 11, 25)
PARTLY = Assessment(Fulfilment.PARTLY, Direction.IMPROVING, "Köerna minskar.", Fulfilment.MET)


def goal_in(session: Session, act: Act) -> Goal:
    """The goal of a plan, entered once."""
    entered = session.exec(select(Goal)).first()
    if entered is not None:
        return entered
    organisation = session.exec(select(Organisation)).one()
    plan = adopt_plan(session, act, organisation, PlanOf("Strategisk plan", 2026, 2028, DECIDED))
    return set_goal(session, act, plan, GoalOf(1, "Nära vård", "Medborgare"))


def assess_at(session: Session, act: Act, item: Item) -> None:
    """Let a § tell how far the goal is reached."""
    assess_goal(session, act, goal_in(session, act), item, PARTLY)
