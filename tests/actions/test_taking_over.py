"""What edited words tell becomes the record, in one act, and is undone whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from minutes.actions.motions import answer_motion, raise_motion
from minutes.actions.taking_over import give_back
from minutes.domain import record
from minutes.domain.decisions import DecisionPoint
from minutes.domain.errors import RuleBroken
from minutes.domain.motions import ClauseOutcome, MotionAnswer, Raised
from minutes.domain.notes import Note
from minutes.store import tables as t
from minutes.store.rows import grouped
from tests.actions.full import (
    ADDED,
    BALLOTS,
    DECIDED,
    FULL,
    GIVEN,
    HELD,
    MAIN,
    MORE,
    MOVED,
    NO,
    NOTED,
    OTHER,
    POINTS,
    RESERVED,
    YES,
    told_as,
)
from tests.actions.retold import record_of
from tests.actions.world import ACT, LATER, World
from tests.domain.people import BO

REVISED_TEXT = replace(ADDED, text="redovisa kostnaden i maj.")
TURNED = (replace(BALLOTS[0], ballot=NO), replace(BALLOTS[1], ballot=YES))
NEW_POINT = DecisionPoint("Regionen säljer bussar.")
OTHERWISE: dict[str, dict[str, Any]] = {
    "a proposal otherwise": {"proposals": (MOVED, REVISED_TEXT)},
    "proposals in another order": {"proposals": (ADDED, MOVED)},
    "a question more": {"questions": (MAIN, MORE, replace(MORE, carried=None))},
    "a finding otherwise": {"questions": (replace(MAIN, carried=1), MORE)},
    "no second question": {"questions": (MAIN,)},
    "no first question": {"questions": (MORE,), "votes": (replace(HELD, question=None),)},
    "a vote otherwise": {"votes": (replace(HELD, ballots=TURNED),)},
    "a vote on the other question": {"votes": (replace(HELD, question=1),)},
    "no vote": {"votes": ()},
    "a point before the others": {
        "decision": replace(DECIDED, points=(NEW_POINT, *POINTS)),
        "assignments": (replace(GIVEN, point=3),),
        "reservations": (replace(RESERVED, point=2),),
    },
    "a point the less": {"decision": replace(DECIDED, points=POINTS[:1]), "assignments": ()},
    "another to do it": {"assignments": (replace(GIVEN, assignee="Regionjuristen"),)},
    "one more to do": {"assignments": (OTHER, GIVEN)},
    "the item on the table": {"tabled": True},
    "no decision": {"decision": None, "assignments": (), "reservations": ()},
    "a reason": {"reservations": (replace(RESERVED, motivation="Priset."),)},
    "nobody reserves": {"reservations": ()},
    "a note by another": {"notes": (replace(NOTED, by=(BO,)),)},
    "a note more": {"notes": (Note("Anteckning", (BO,), text="Nej."), NOTED)},
    "other papers": {"annexes": (), "decision_basis": ("Kalkyl",), "references": ()},
    "sent in another order": {"recipients": FULL["recipients"][::-1]},
}


def test_what_the_words_tell_is_recorded(world: World, full: record.Item) -> None:
    assert {name: getattr(full, name) for name in FULL} == FULL


@pytest.mark.parametrize("parts", OTHERWISE.values(), ids=OTHERWISE.keys())
def test_what_the_words_tell_otherwise_is_one_act_and_undone_whole(
    world: World, full: record.Item, parts: dict[str, Any]
) -> None:
    before = len(world.history())

    done = told_as(world, **parts)

    assert record_of(world, world.item) == replace(full, **parts)
    assert world.history()[before:] == [done]
    give_back(world.session, LATER, world.item, done)
    assert record_of(world, world.item) == full


def test_what_the_words_tell_as_before_keeps_its_row(world: World, full: record.Item) -> None:
    def rows() -> list[t.Proposal]:
        return list(grouped(world.session, t.Proposal, "item_id", [world.item.id])[world.item.id])

    before = [(row.id, row.revision) for row in rows()]

    told_as(world, proposals=(REVISED_TEXT, MOVED))

    assert [(row.id, row.revision) for row in rows()] == [(before[1][0], 2), before[0]]


def test_what_others_have_changed_since_is_not_undone(world: World, full: record.Item) -> None:
    done = told_as(world, recipients=("Ekonomichefen",))
    told_as(world, recipients=())

    with pytest.raises(RuleBroken, match="ändrats sedan dess"):
        give_back(world.session, LATER, world.item, done)

    assert record_of(world, world.item) == replace(full, recipients=())


def test_it_is_undone_once(world: World, full: record.Item) -> None:
    done = told_as(world, notes=())
    give_back(world.session, LATER, world.item, done)

    with pytest.raises(RuleBroken, match="ändrats sedan dess"):
        give_back(world.session, LATER, world.item, done)


def test_how_a_motion_ended_is_told_and_undone(world: World) -> None:
    act = (world.session, ACT)
    motion = raise_motion(*act, world.organisation, Raised("8-2025", "Tåg", clauses=("a.", "b.")))
    ended = MotionAnswer("8-2025", (ClauseOutcome.APPROVED, ClauseOutcome.REJECTED))
    answer_motion(*act, motion, world.item, ended)
    other = replace(ended, claims=ended.claims[::-1])

    done = told_as(world, motion=other)

    assert record_of(world, world.item).motion == other
    give_back(world.session, LATER, world.item, done)
    assert record_of(world, world.item).motion == ended
