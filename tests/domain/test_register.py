"""Who was against, in each vote that decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from minutes.domain.persons import Person
from minutes.domain.register import Against, against
from minutes.domain.voting import Ballot, BallotChoice, Vote
from tests.domain.people import BO, EVA, LI

YES, NO, ABSTAIN = BallotChoice.YES, BallotChoice.NO, BallotChoice.ABSTAIN


def _vote(*choices: tuple[Person, BallotChoice]) -> Vote:
    said = [choice for _, choice in choices]
    ballots = tuple(Ballot(p.name or "", p.party, choice) for p, choice in choices)
    return Vote(said.count(YES), said.count(NO), said.count(ABSTAIN), ballots=ballots)


_TIE = _vote((EVA, YES), (BO, NO), (LI, ABSTAIN))


@pytest.mark.parametrize(
    ("vote", "expected"),
    [
        pytest.param(
            _vote((EVA, YES), (BO, NO), (LI, YES)), (Against(2, 1, (BO,)),), id="yes has more"
        ),
        pytest.param(
            _vote((EVA, YES), (BO, NO), (LI, NO)), (Against(2, 1, (EVA,)),), id="no has more"
        ),
        pytest.param(
            replace(_TIE, casting_vote=BO), (Against(1, 1, (EVA,)),), id="the chair settles a tie"
        ),
        pytest.param(
            replace(_TIE, lot=True, carried=True), (Against(1, 1, (BO,)),), id="the lot settles it"
        ),
        pytest.param(
            replace(_vote((EVA, YES), (BO, NO), (LI, NO)), carried=True),
            (Against(1, 2, (BO, LI)),),
            id="a minority refers back: KL 5:50",
        ),
        pytest.param(_TIE, (Against(1, 1),), id="a tie that the minutes leave open"),
        pytest.param(
            replace(_vote((EVA, YES), (BO, NO), (LI, YES)), closed=True),
            (Against(2, 1),),
            id="a closed vote names nobody: KL 5:54",
        ),
        pytest.param(Vote(9, 6), (Against(9, 6),), id="minutes that only count"),
        pytest.param(replace(_TIE, preliminary=True), (), id="which counter-proposal meets it"),
    ],
)
def test_who_was_against(vote: Vote, expected: Sequence[Against]) -> None:
    assert against([vote]) == expected
