"""Questions are mended, moved and taken out, and the votes on them follow in a known way."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from sqlmodel import col, select

from minutes.actions.questions import (
    move_question,
    put_question,
    revise_question,
    strike_question,
)
from minutes.actions.restoring import restore
from minutes.actions.votes import hold_vote, join_vote, revise_vote
from minutes.domain.errors import Outdated, RuleBroken
from minutes.domain.questions import BASE, Question
from minutes.domain.voting import BallotChoice, Vote
from minutes.store import tables as t
from minutes.store.debate_records import debate_of
from tests.actions.debated import ASKED, BALLOTS, HELD, INSTEAD
from tests.actions.world import ACT, World


@pytest.fixture
def asked(world: World) -> t.Question:
    """A question that a vote settled."""
    question = put_question(world.session, ACT, world.item, ASKED, position=0, moved={})
    _hold(world, replace(HELD, question=0, carried=True), question)
    return question


def _hold(world: World, held: Vote, question: t.Question) -> t.Vote:
    there = {"present": world.present, "questions": [question]}
    return hold_vote(world.session, ACT, world.item, held, position=0, **there)  # type: ignore[arg-type]  # who is there


def _told(world: World) -> tuple[list[Question], list[Vote]]:
    world.session.expire_all()
    debate = debate_of(world.session, [world.item.id])
    return list(debate.questions(world.item.id)), list(debate.votes(world.item.id))


def _revise(world: World, row: t.Question, put: Question, seen: int | None = None) -> None:
    revise_question(world.session, ACT, row, put, moved={}, seen=seen)


def test_another_finding_keeps_the_votes_with_the_question(world: World, asked: t.Question) -> None:
    _revise(world, asked, replace(ASKED, carried=None))

    (question,), (vote,) = _told(world)
    assert question.carried is None
    assert vote.question == 0


def test_something_else_put_leaves_the_votes_without_a_question(
    world: World, asked: t.Question
) -> None:
    _revise(world, asked, INSTEAD)

    (question,), (vote,) = _told(world)
    assert question == INSTEAD
    assert vote.question is None


def test_the_same_again_leaves_no_entry(world: World, asked: t.Question) -> None:
    before = len(world.history())

    _revise(world, asked, ASKED)

    assert len(world.history()) == before


def test_a_question_taken_out_leaves_its_votes_and_gets_them_back(
    world: World, asked: t.Question
) -> None:
    __, entry = strike_question(world.session, ACT, asked)

    questions, (vote,) = _told(world)
    assert questions == []
    assert vote.question is None

    restore(world.session, ACT, entry)

    questions, (vote,) = _told(world)
    assert questions == [ASKED]
    assert vote.question == 0


@pytest.mark.parametrize(
    ("place", "order"), [(0, "cab"), (1, "acb"), (2, "abc"), (9, "abc"), (-3, "cab")]
)
def test_a_question_is_moved_among_the_others(world: World, place: int, order: str) -> None:
    put = partial(put_question, world.session, ACT, world.item, ASKED, moved={})
    rows = {name: put(position=n) for n, name in enumerate("abc")}

    move_question(world.session, ACT, rows["c"], place)

    of_item = select(t.Question).where(t.Question.item_id == world.item.id)
    found = world.session.exec(of_item.order_by(col(t.Question.position))).all()
    assert [row.id for row in found] == [rows[name].id for name in order]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda w, q: _revise(w, q, INSTEAD, seen=1), id="mended"),
        pytest.param(lambda w, q: move_question(w.session, ACT, q, 1, seen=1), id="moved"),
        pytest.param(lambda w, q: strike_question(w.session, ACT, q, seen=1), id="taken out"),
    ],
)
def test_what_somebody_else_changed_meanwhile_is_not_changed_again(
    world: World, asked: t.Question, change: partial[None]
) -> None:
    _revise(world, asked, replace(ASKED, carried=None), seen=1)

    with pytest.raises(Outdated):
        change(world, asked)

    (question,), (vote,) = _told(world)
    assert (question.options, vote.question) == ((BASE,), 0)


def test_a_finding_that_answers_nothing_mends_no_question(world: World, asked: t.Question) -> None:
    with pytest.raises(RuleBroken, match="Ange vilket förslag som vann"):
        _revise(world, asked, replace(INSTEAD, carried=None))


def test_a_vote_is_mended_with_its_ballots(world: World, asked: t.Question) -> None:
    row = world.session.exec(select(t.Vote)).one()
    turned = (BALLOTS[0], replace(BALLOTS[1], ballot=BallotChoice.ABSTAIN))
    held = Vote(1, 0, 1, ballots=turned, question=0, carried=True)

    revise_vote(world.session, ACT, row, held, present=world.present, questions=[asked], seen=1)

    assert _told(world)[1] == [held]


def test_a_vote_that_does_not_add_up_is_not_mended(world: World, asked: t.Question) -> None:
    row = world.session.exec(select(t.Vote)).one()
    held = replace(HELD, ballots=BALLOTS[:1])

    with pytest.raises(RuleBroken, match="Bo Alm har ingen röst"):
        revise_vote(world.session, ACT, row, held, present=world.present, questions=[asked])


def test_a_preliminary_vote_joins_the_question_that_it_led_to(world: World) -> None:
    question = put_question(world.session, ACT, world.item, INSTEAD, position=0, moved={})
    vote = _hold(world, replace(HELD, preliminary=True, carried=True), question)

    join_vote(world.session, ACT, vote, question)

    assert _told(world)[1][0].question == 0
