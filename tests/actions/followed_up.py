"""What becomes of an assignment, at work once, as calls and the entries that they leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from minutes.actions import goals
from minutes.actions.decisions import Origin, decide, give_assignment
from minutes.actions.ending import close_assignment, reopen_assignment
from minutes.actions.following_up import (
    handle_assignment,
    report_measure,
    revise_measure,
    strike_measure,
)
from minutes.actions.items import take_up_item
from minutes.domain.assignments import Assignment
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.following_up import Handling
from minutes.domain.goals import Direction
from minutes.domain.goals import Goal as GoalOf
from minutes.domain.goals import Plan as PlanOf
from minutes.store import tables as t
from tests.actions.accounts import Call
from tests.actions.world import ACT, DAY, LATER, World, meeting_on
from tests.store.assessed import PARTLY

EARLIER = date(2025, 12, 10)
PLAN = Origin(EARLIER, plan="Verksamhetsplan 2026")
ENDS = Decision(DecisionKind.DECISION, (DecisionPoint("avsluta uppdraget."),))
GIVEN = Assignment(1, "Regiondirektören", text="pröva avtalet.")


def given(world: World, day: date = EARLIER) -> t.Assignment:
    """An assignment of a plan, given before the meeting."""
    origin = Origin(day, plan="Verksamhetsplan 2026")
    return give_assignment(world.session, ACT, world.organisation, GIVEN, origin)


def given_by_point(world: World) -> t.Assignment:
    """An assignment that a point of the meeting's own § gave."""
    _, points = decide(world.session, ACT, world.item, ENDS)
    return give_assignment(world.session, ACT, world.organisation, GIVEN, Origin(DAY, points[0]))


def followed_up(world: World) -> dict[str, Call]:
    """What happens to an assignment once it is there."""
    act = (world.session, LATER)
    there, told, handled, closed, taken_back = (given(world) for _ in range(5))
    ending = take_up_item(*act, meeting_on(world.session, world.board, date(2026, 5, 6)), "Slut")
    decide(world.session, ACT, ending, ENDS)
    measure = report_measure(*act, told, world.item, "Påbörjat.")
    gone = report_measure(*act, taken_back, world.item, "Påbörjat.")
    handle_assignment(*act, handled, Handling("Ekonomichefen"))
    close_assignment(*act, closed, ending)
    return planned_for(world) | {
        "reported measure": partial(report_measure, *act, there, world.item, "Prövat."),
        "closed assignment": partial(close_assignment, *act, there, ending),
        "opened again assignment": partial(reopen_assignment, *act, closed),
        "revised measure": partial(revise_measure, *act, measure, "Prövat.", proposes_closing=True),
        "struck measure": partial(strike_measure, *act, gone),
        "entered handling": partial(handle_assignment, *act, there, Handling("Ekonomichefen")),
        "revised handling": partial(handle_assignment, *act, handled, Handling("Vårdchefen")),
    }


def planned_for(world: World) -> dict[str, Call]:
    """What happens to a plan and its goals."""
    act = (world.session, LATER)
    told = PlanOf("Verksamhetsplan", 2026, 2026, EARLIER)
    plan = goals.adopt_plan(*act, world.organisation, told)
    goal = goals.set_goal(*act, plan, GoalOf(1, "Nära vård"))
    other = goals.set_goal(*act, plan, GoalOf(2, "God vård"))
    assessed = goals.assess_goal(*act, other, world.item, PARTLY)
    steady = replace(PARTLY, direction=Direction.STEADY)
    renamed = replace(told, name="Verksamhetsplanen")
    return {
        "adopted plan": partial(
            goals.adopt_plan, *act, world.organisation, replace(told, name="Strategisk plan")
        ),
        "revised plan": partial(goals.revise_plan, *act, plan, renamed),
        "set goal": partial(goals.set_goal, *act, plan, GoalOf(3, "Robust vård")),
        "worded goal": partial(goals.word_goal, *act, goal, "Vård nära alla", DAY),
        "assessed assessment": partial(goals.assess_goal, *act, goal, world.item, PARTLY),
        "revised assessment": partial(goals.revise_assessment, *act, assessed, steady),
    }
