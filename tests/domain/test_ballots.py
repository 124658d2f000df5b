"""What ballots must be: the sum of the totals, and none where the vote was closed."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from minutes.domain.errors import RuleBroken
from minutes.domain.voting import Ballot, BallotChoice, Vote, require_secret, require_totals


@pytest.mark.parametrize(
    ("totals", "is_told"),
    [
        pytest.param((1, 1, 0, 0), True, id="each total is the sum of its ballots"),
        pytest.param((1, 1, 3, 2), True, id="those who abstain are counted, not named"),
        pytest.param((2, 1, 0, 0), False, id="one yes too many"),
        pytest.param((1, 0, 0, 0), False, id="a no that is not in the total"),
    ],
)
def test_ballots_add_up_to_the_totals(totals: tuple[int, int, int, int], is_told: bool) -> None:
    ballots = (Ballot("Eva Ek", "S", BallotChoice.YES), Ballot("Bo Alm", "M", BallotChoice.NO))
    refused = nullcontext() if is_told else pytest.raises(RuleBroken, match="enligt summan")

    with refused:
        require_totals(Vote(*totals, ballots=ballots))


def test_totals_without_ballots_add_up_by_themselves() -> None:
    require_totals(Vote(8, 7))


def test_a_closed_vote_tells_numbers_only() -> None:
    require_secret(Vote(1, 0, closed=True))

    with pytest.raises(RuleBroken, match="KL 5:54"):
        require_secret(Vote(1, 0, ballots=(Ballot("Eva Ek", "S", BallotChoice.YES),), closed=True))
