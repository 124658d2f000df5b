"""A decision is written anew, and its points keep what hangs on them."""

from __future__ import annotations

import json

import pytest

from minutes.actions.decision_points import points_in, revise_decision
from minutes.actions.decisions import Origin, decide, give_assignment
from minutes.domain.assignments import Assignment
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.errors import Outdated, RuleBroken
from minutes.store import tables as t
from minutes.store.decision_records import decided_by
from tests.actions.world import ACT, DAY, LATER, World

ONE, TWO, THREE = (DecisionPoint(f"{word}.") for word in ("anta planen", "ge uppdraget", "lyssna"))


def _decision(*points: DecisionPoint, further: tuple[DecisionPoint, ...] = ()) -> Decision:
    return Decision(DecisionKind.DECISION, points, further=further)


@pytest.fixture
def decided(world: World) -> t.Decision:
    """Two points, and an assignment on the second."""
    row, points = decide(world.session, ACT, world.item, _decision(ONE, TWO))
    given = Assignment(2, "Regiondirektören", text="pröva.")
    give_assignment(world.session, ACT, world.organisation, given, Origin(DAY, points[1]))
    return row


def _keys(world: World, row: t.Decision) -> list[int]:
    return [point.id for point in points_in(world.session, row)]


def _told(world: World) -> Decision | None:
    return decided_by(world.session, [world.item.id]).decision(world.item.id)


def _given(world: World) -> list[int]:
    return [a.point for a in decided_by(world.session, [world.item.id]).assignments(world.item.id)]


def test_the_points_change_and_their_assignments_stay(world: World, decided: t.Decision) -> None:
    first, second = _keys(world, decided)
    made = _decision(THREE, TWO, ONE)

    revise_decision(world.session, LATER, decided, made, keys=[None, second, first])
    assert _told(world) == made
    assert _given(world) == [2]

    made = _decision(TWO, further=(ONE,))
    revise_decision(world.session, LATER, decided, made, keys=[second, first])
    assert _told(world) == made
    assert _given(world) == [1]


def test_a_point_with_an_assignment_is_not_taken_out(world: World, decided: t.Decision) -> None:
    first, _ = _keys(world, decided)

    with pytest.raises(RuleBroken, match="Beslutspunkt 2 har ett uppdrag"):
        revise_decision(world.session, LATER, decided, _decision(ONE), keys=[first])


def test_a_reservation_follows_its_point_and_keeps_it(world: World, decided: t.Decision) -> None:
    first, second = _keys(world, decided)
    against = t.Reservation(item_id=world.item.id, position=0, name="Bo Alm", party="M", point=1)
    world.session.add(against)
    world.session.flush()

    revise_decision(world.session, LATER, decided, _decision(TWO, ONE), keys=[second, first])
    assert (against.point, against.revision) == (2, 2)

    with pytest.raises(RuleBroken, match="reserverar sig mot beslutspunkt 2"):
        revise_decision(world.session, LATER, decided, _decision(TWO), keys=[second])


def test_the_entry_tells_the_new_points_and_the_same_words_leave_none(
    world: World, decided: t.Decision
) -> None:
    keys = _keys(world, decided)
    before = len(world.history())

    revise_decision(world.session, LATER, decided, _decision(ONE, TWO), keys=keys)
    assert len(world.history()) == before

    revise_decision(world.session, LATER, decided, _decision(ONE, TWO, THREE), keys=[*keys, None])
    (entry,) = world.history()[before:]
    assert json.loads(entry.details)["parts"] == [p.text for p in (ONE, TWO, THREE)]
    assert decided.revision == 2


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (_decision(), "saknar ord"),
        (Decision(DecisionKind.PROPOSAL, (ONE,)), "vem förslaget går till"),
        (_decision(DecisionPoint("a", DecisionKind.PROPOSAL)), "vem förslaget går till"),
        (_decision(DecisionPoint("a\x07")), "Beslutspunkt 1 innehåller"),
        (_decision(*[ONE] * 201), "högst 200 punkter"),
    ],
    ids=["nothing", "to nobody", "a point to nobody", "control", "too many"],
)
def test_what_cannot_be_printed_is_refused(
    world: World, decided: t.Decision, made: Decision, sentence: str
) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        revise_decision(world.session, LATER, decided, made, keys=[None] * len(made.points))


def test_who_saw_an_older_wording_is_refused(world: World, decided: t.Decision) -> None:
    with pytest.raises(Outdated):
        revise_decision(world.session, LATER, decided, _decision(ONE), keys=[None], seen=0)
