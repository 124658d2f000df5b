"""Plans, their goals, and how far each is reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.domain.goals import (
    Assessment,
    Direction,
    Fulfilment,
    Goal,
    Plan,
    require_assessment,
    require_goal,
    require_plan,
    require_wording,
)
from tests.domain.refusals import ALLOWED, refusal

DECIDED, EARLIER, LATER = date(2025, 11, 25), date(2025, 11, 24), date(2026, 5, 20)
PLAN = Plan("Strategisk plan", 2026, 2028, DECIDED)
TOLD = Assessment(Fulfilment.PARTLY, Direction.STEADY, "Köerna är lika långa.")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        pytest.param(PLAN, ALLOWED, id="three years"),
        pytest.param(replace(PLAN, to_year=2026), ALLOWED, id="one year"),
        pytest.param(replace(PLAN, to_year=2025), "Ange ett senare", id="ends before it begins"),
        pytest.param(replace(PLAN, from_year=26), "fyra siffror", id="a year of two digits"),
        pytest.param(replace(PLAN, name=" "), "Skriv vad planen heter", id="no name"),
        pytest.param(replace(PLAN, name="a\nb"), "ska vara en rad", id="a name of two lines"),
    ],
)
def test_a_plan_has_a_name_and_years_in_their_order(plan: Plan, said: str) -> None:
    assert said in refusal(require_plan, plan)


@pytest.mark.parametrize(("year", "holds"), [(2025, False), (2026, True), (2028, True)])
def test_a_plan_holds_from_its_first_year_to_its_last(year: int, holds: bool) -> None:
    assert PLAN.holds_in(year) is holds


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        pytest.param(Goal(1, "Nära vård", "Medborgare"), ALLOWED, id="all told"),
        pytest.param(Goal(1, ""), "Skriv hur målet lyder", id="no words"),
        pytest.param(Goal(0, "Nära vård"), "numreras från 1", id="no number"),
        pytest.param(Goal(1, "a" * 501), "ska vara en rad", id="too long"),
        pytest.param(Goal(1, "Vård", "a\nb"), "Perspektivet ska vara", id="a heading of two lines"),
    ],
)
def test_a_goal_has_number_and_words(goal: Goal, said: str) -> None:
    assert said in refusal(require_goal, goal)


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        pytest.param("Vård nära alla", LATER, ALLOWED, id="other words later"),
        pytest.param("Vård nära alla", DECIDED, ALLOWED, id="other words the same day"),
        pytest.param("Nära vård", LATER, "lyder redan så", id="the same words"),
        pytest.param("Vård nära alla", EARLIER, "gäller från 2025-11-25", id="an earlier day"),
    ],
)
def test_a_goal_reads_otherwise_from_a_later_day(name: str, day: date, said: str) -> None:
    assert said in refusal(require_wording, name, day, ("Nära vård", DECIDED))


@pytest.mark.parametrize(
    ("told", "held_on", "said"),
    [
        pytest.param(TOLD, LATER, ALLOWED, id="with words"),
        pytest.param(replace(TOLD, text=" "), LATER, "grundas på", id="without words"),
        pytest.param(replace(TOLD, text="a\x00"), LATER, "osynligt", id="what cannot be printed"),
        pytest.param(TOLD, EARLIER, "till ett senare sammanträde", id="before the plan"),
    ],
)
def test_an_assessment_tells_what_it_rests_on_after_the_plan(
    told: Assessment, held_on: date, said: str
) -> None:
    assert said in refusal(require_assessment, told, DECIDED, held_on)
