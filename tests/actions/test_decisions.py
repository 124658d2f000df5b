"""Items are decided, and assignments given."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date

import pytest

from minutes.actions.columns import Room
from minutes.actions.decisions import Origin, decide, give_assignment, postpone
from minutes.domain.assignments import Assignment, AssignmentStatus
from minutes.domain.bodies import BodyKind
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.errors import RuleBroken
from minutes.store import tables as t
from tests.actions.world import ACT, DAY, World

PLAN = Origin(DAY, plan="Verksamhetsplan 2026")


def _given(world: World, given: Assignment, origin: Origin = PLAN) -> t.Assignment:
    return give_assignment(world.session, ACT, world.organisation, given, origin)


def test_points_are_numbered_and_what_stands_beside_them_is_marked(world: World) -> None:
    made = Decision(
        DecisionKind.PROPOSAL,
        (DecisionPoint("anta planen."), DecisionPoint("ge uppdrag.", DecisionKind.DECISION)),
        "regionfullmäktige",
        (DecisionPoint("paragrafen justeras omedelbart."),),
    )

    decision, points = decide(world.session, ACT, world.item, made)

    assert (decision.kind, decision.to_body) == (DecisionKind.PROPOSAL, "regionfullmäktige")
    assert [(p.number, p.text, p.kind, p.is_further) for p in points] == [
        (1, "anta planen.", None, False),
        (2, "ge uppdrag.", DecisionKind.DECISION, False),
        (3, "paragrafen justeras omedelbart.", None, True),
    ]


@pytest.mark.parametrize(
    ("referred_back", "tabled"),
    [pytest.param(True, False, id="referred back"), pytest.param(False, True, id="tabled")],
)
def test_an_item_bears_that_it_waits(world: World, referred_back: bool, tabled: bool) -> None:
    item = postpone(world.session, ACT, world.item, referred_back=referred_back, tabled=tabled)

    world.session.refresh(item)
    assert (item.referred_back, item.tabled) == (referred_back, tabled)


def test_an_assignment_knows_the_point_that_gave_it(world: World) -> None:
    made = Decision(DecisionKind.DECISION, (DecisionPoint("ge uppdrag."),))
    _, points = decide(world.session, ACT, world.item, made)
    given = Assignment(1, "Regiondirektören", date(2026, 5, 4), "", "pröva avtalet.")

    row = _given(world, given, Origin(DAY, points[0], position=2))

    assert (row.decision_point_id, row.plan, row.position) == (points[0].id, None, 2)
    assert (row.assignee, row.text) == ("Regiondirektören", "pröva avtalet.")
    assert (row.decided_on, row.deadline, row.event) == (DAY, date(2026, 5, 4), "")
    assert row.status is AssignmentStatus.OPEN


def test_an_assignment_may_come_from_a_plan(world: World) -> None:
    row = _given(world, Assignment(1, "Regiondirektören", event="inför budget 2027"))

    assert (row.decision_point_id, row.plan) == (None, "Verksamhetsplan 2026")
    assert (row.deadline, row.event) == (None, "inför budget 2027")


def test_the_day_of_the_decision_is_time_enough(world: World) -> None:
    assert _given(world, Assignment(1, "Regiondirektören", DAY)).deadline == DAY


def test_a_time_limit_before_the_decision_is_refused(world: World) -> None:
    before = len(world.history())

    with pytest.raises(RuleBroken) as refused:
        _given(world, Assignment(1, "Regiondirektören", date(2026, 2, 10)))

    assert refused.value.sentence == (
        "Tidsfristen 2026-02-10 ligger före beslutet 2026-02-11. Ange en senare dag."
    )
    assert len(world.history()) == before


@pytest.mark.parametrize(
    ("room", "is_quorate"),
    [
        pytest.param(None, True, id="who was there is not known"),
        pytest.param(Room(15, BodyKind.BOARD, 8), True, id="more than half"),
        pytest.param(Room(15, BodyKind.BOARD, 7, away=1), False, id="too few, KL 6:27"),
        pytest.param(Room(15, BodyKind.ASSEMBLY, 7, away=1), True, id="disqualified, KL 5:46"),
    ],
)
def test_a_body_decides_only_with_a_quorum(
    world: World, room: Room | None, is_quorate: bool
) -> None:
    made = Decision(DecisionKind.DECISION, (DecisionPoint("höja taxan."),))
    before = len(world.history())
    refused = nullcontext() if is_quorate else pytest.raises(RuleBroken, match="Bara 7 av 15")

    with refused:
        decide(world.session, ACT, world.item, made, room=room)

    assert len(world.history()) - before == is_quorate
