"""Votes are held: each with its ballots, and only such as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlmodel import col, select

from minutes.actions.columns import Present
from minutes.actions.questions import put_question
from minutes.actions.votes import hold_vote
from minutes.domain.errors import RuleBroken
from minutes.domain.questions import BASE, Question, QuestionKind
from minutes.domain.voting import Ballot, BallotChoice, Vote
from minutes.store import tables as t
from tests.actions.world import ACT, World
from tests.domain.people import BO, EVA

BALLOTS = (Ballot("Eva Ek", "S", BallotChoice.YES), Ballot("Bo Alm", "M", BallotChoice.NO))
TIE = Vote(1, 1, ballots=BALLOTS, casting_vote=EVA, carried=True)


def _hold(world: World, held: Vote, present: Present, asked: Sequence[t.Question] = ()) -> t.Vote:
    return hold_vote(
        world.session, ACT, world.item, held, present=present, position=0, questions=asked
    )


def test_a_vote_is_kept_with_each_ones_ballot(world: World) -> None:
    asked = put_question(
        world.session,
        ACT,
        world.item,
        Question(QuestionKind.SINGLE, (BASE,), 0),
        position=0,
        moved={},
    )

    row = _hold(world, replace(TIE, question=0), world.present, [asked])

    of_it = select(t.Ballot).where(t.Ballot.vote_id == row.id)
    ballots = world.session.exec(of_it.order_by(col(t.Ballot.position))).all()
    assert (row.question_id, row.casting_name, row.casting_party) == (asked.id, "Eva Ek", "S")
    assert [(b.name, b.party, b.choice) for b in ballots] == [
        ("Eva Ek", "S", BallotChoice.YES),
        ("Bo Alm", "M", BallotChoice.NO),
    ]
    assert [b.person_id for b in ballots] == [world.people[EVA].id, world.people[BO].id]


def test_a_vote_that_settles_no_question_points_at_none(world: World) -> None:
    assert _hold(world, TIE, world.present).question_id is None


@pytest.mark.parametrize(
    ("held", "says"),
    [
        pytest.param(
            replace(TIE, ballots=BALLOTS[:1]), "Bo Alm har ingen röst", id="a ballot is missing"
        ),
        pytest.param(
            replace(TIE, ballots=(*BALLOTS, Ballot("Li Öst", "C", BallotChoice.YES))),
            "Li Öst tjänstgör inte här",
            id="one votes who does not serve",
        ),
        pytest.param(
            replace(TIE, ballots=(*BALLOTS, BALLOTS[0])),
            "Eva Ek har 2 röster",
            id="one votes twice",
        ),
        pytest.param(
            replace(TIE, yes=2), "Utslagsrösten avgör bara när rösterna väger lika", id="no tie"
        ),
        pytest.param(
            replace(TIE, yes=3, casting_vote=None),
            "Rösterna är 1 ja enligt namnen men 3 enligt summan",
            id="names that do not add up",
        ),
        pytest.param(
            replace(TIE, closed=True), "Omröstningen är sluten", id="names in a closed vote"
        ),
    ],
)
def test_a_vote_that_cannot_be_is_refused(world: World, held: Vote, says: str) -> None:
    before = len(world.history())

    with pytest.raises(RuleBroken) as refused:
        _hold(world, held, world.present)

    assert says in refused.value.sentence
    assert len(world.history()) == before


@pytest.mark.parametrize(
    "present",
    [
        pytest.param(Present(serving=(EVA, BO)), id="a vote told by numbers only"),
        pytest.param(Present(), id="who serves is not known"),
    ],
)
def test_totals_without_ballots_are_kept(world: World, present: Present) -> None:
    row = _hold(world, Vote(8, 7, 1, 2, preliminary=True, closed=True, carried=True), present)

    assert (row.yes, row.no, row.abstain, row.absent) == (8, 7, 1, 2)
    assert (row.preliminary, row.closed, row.lot, row.carried) == (True, True, False, True)
