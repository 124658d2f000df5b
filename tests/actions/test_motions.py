"""Motions are raised in the assembly and answered clause by clause."""

from __future__ import annotations

from sqlmodel import col, select

from minutes.actions.items import take_up_item
from minutes.actions.motions import answer_motion, raise_motion
from minutes.domain.motions import ClauseOutcome, MotionAnswer, Raised
from minutes.store.tables import Clause, Item, Motion, MotionMover
from minutes.store.tables import ClauseOutcome as Outcome
from tests.actions.world import ACT, DAY, LATER, World
from tests.domain.people import EVA, LI

_A, _R, _B = ClauseOutcome.APPROVED, ClauseOutcome.REJECTED, ClauseOutcome.ANSWERED
BUSES = Raised("7-2025", "Motion om bussar", (EVA, LI), DAY, ("Fler bussar.", "Senare bussar."))


def _clauses(world: World, motion: Motion) -> list[tuple[int, str | None]]:
    of_it = select(Clause).where(Clause.motion_id == motion.id).order_by(col(Clause.position))
    return [(c.position, c.text) for c in world.session.exec(of_it)]


def _outcomes(world: World, motion: Motion, item: Item) -> list[tuple[int, ClauseOutcome]]:
    rows = world.session.exec(
        select(Clause.position, Outcome.outcome)
        .join(Outcome, col(Outcome.clause_id) == Clause.id)
        .where(Clause.motion_id == motion.id, Outcome.item_id == item.id)
        .order_by(col(Clause.position))
    )
    return [tuple(row) for row in rows]


def test_a_motion_is_kept_with_its_movers_and_clauses(world: World) -> None:
    motion = raise_motion(
        world.session, ACT, world.organisation, BUSES, matter=world.matter, people=world.people
    )

    of_it = select(MotionMover).where(MotionMover.motion_id == motion.id)
    movers = world.session.exec(of_it.order_by(col(MotionMover.position))).all()
    assert (motion.number, motion.title, motion.raised_on) == ("7-2025", "Motion om bussar", DAY)
    assert motion.matter_id == world.matter.id
    assert [(m.name, m.party, m.person_id) for m in movers] == [
        ("Eva Ek", "S", world.people[EVA].id),
        ("Li Öst", "C", world.people[LI].id),
    ]
    assert _clauses(world, motion) == [(1, "Fler bussar."), (2, "Senare bussar.")]


def test_each_clause_is_answered_in_its_order(world: World) -> None:
    motion = raise_motion(world.session, ACT, world.organisation, BUSES)

    answer_motion(world.session, ACT, motion, world.item, MotionAnswer("7-2025", (_A, _R)))

    assert _outcomes(world, motion, world.item) == [(1, _A), (2, _R)]
    assert len(_clauses(world, motion)) == 2


def test_clauses_not_known_before_are_counted_from_the_answer(world: World) -> None:
    motion = raise_motion(world.session, ACT, world.organisation, Raised(None, "Motion om bussar"))

    answer_motion(world.session, ACT, motion, world.item, MotionAnswer(None, (_A, _R, _B)))

    assert _clauses(world, motion) == [(1, None), (2, None), (3, None)]
    assert _outcomes(world, motion, world.item) == [(1, _A), (2, _R), (3, _B)]


def test_each_item_has_its_own_answer(world: World) -> None:
    motion = raise_motion(world.session, ACT, world.organisation, BUSES)
    assembly = take_up_item(world.session, ACT, world.meeting, "Motion om bussar")

    answer_motion(world.session, ACT, motion, world.item, MotionAnswer("7-2025", (_A, _R)))
    answer_motion(world.session, LATER, motion, assembly, MotionAnswer("7-2025", (_B,)))

    assert _outcomes(world, motion, world.item) == [(1, _A), (2, _R)]
    assert _outcomes(world, motion, assembly) == [(1, _B)]
