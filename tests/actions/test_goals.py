"""Plans are adopted, goals worded anew, and reported on at §§."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import col, select

from minutes.actions.decisions import Origin, give_assignment
from minutes.actions.goals import (
    adopt_plan,
    assess_goal,
    next_goal,
    revise_assessment,
    revise_plan,
    set_goal,
    word_goal,
)
from minutes.domain.errors import Outdated, RuleBroken
from minutes.domain.goals import Fulfilment
from minutes.domain.goals import Goal as GoalOf
from minutes.domain.goals import Plan as PlanOf
from minutes.store import tables as t
from tests.actions.followed_up import GIVEN
from tests.actions.world import ACT, DAY, LATER, World
from tests.store.assessed import PARTLY

DECIDED = date(2025, 11, 25)
TOLD = PlanOf("Strategisk plan", 2026, 2028, DECIDED)


@pytest.fixture
def plan(world: World) -> t.Plan:
    """A plan without goals."""
    return adopt_plan(world.session, ACT, world.organisation, TOLD)


@pytest.fixture
def goal(world: World, plan: t.Plan) -> t.Goal:
    """Its first goal."""
    return set_goal(world.session, ACT, plan, GoalOf(1, "Nära vård"))


def test_a_plan_and_a_goal_of_it_are_entered_once(world: World, plan: t.Plan, goal: t.Goal) -> None:
    with pytest.raises(RuleBroken, match="redan en plan som heter så"):
        adopt_plan(world.session, ACT, world.organisation, TOLD)
    with pytest.raises(RuleBroken, match="redan mål 1"):
        set_goal(world.session, ACT, plan, GoalOf(goal.number, "God vård"))

    assert next_goal(world.session, plan) == 2


def test_each_wording_of_a_goal_stays(world: World, goal: t.Goal) -> None:
    word_goal(world.session, LATER, goal, "Vård nära alla", DAY, seen=1)

    wordings = select(t.GoalWording).where(t.GoalWording.goal_id == goal.id)
    rows = world.session.exec(wordings.order_by(col(t.GoalWording.number))).all()
    assert [(one.name, one.stands_from) for one in rows] == [
        ("Nära vård", DECIDED),
        ("Vård nära alla", DAY),
    ]
    with pytest.raises(Outdated):
        word_goal(world.session, LATER, goal, "Vård", DAY, seen=1)


def test_a_plan_keeps_the_name_that_assignments_were_given_by(world: World, plan: t.Plan) -> None:
    origin = Origin(DECIDED, plan=plan.name)
    give_assignment(world.session, ACT, world.organisation, GIVEN, origin)

    with pytest.raises(RuleBroken, match="under dess namn"):
        revise_plan(world.session, LATER, plan, replace(TOLD, name="Plan"))

    assert revise_plan(world.session, LATER, plan, replace(TOLD, to_year=2029)).to_year == 2029


def test_a_goal_is_assessed_once_a_paragraph_and_mended_there(world: World, goal: t.Goal) -> None:
    row = assess_goal(world.session, ACT, goal, world.item, PARTLY)
    with pytest.raises(RuleBroken, match="redan bedömt"):
        assess_goal(world.session, ACT, goal, world.item, PARTLY)

    met = replace(PARTLY, fulfilment=Fulfilment.MET)
    revise_assessment(world.session, LATER, row, met, seen=1)

    assert row.fulfilment is Fulfilment.MET
    with pytest.raises(Outdated):
        revise_assessment(world.session, LATER, row, PARTLY, seen=1)


def test_what_waits_to_be_adjusted_takes_no_assessment(world: World, goal: t.Goal) -> None:
    world.meeting.submitted_at = LATER.at

    with pytest.raises(RuleBroken):
        assess_goal(world.session, LATER, goal, world.item, PARTLY)
