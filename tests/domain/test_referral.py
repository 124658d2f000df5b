"""Tabling and referring back: by simple majority, in the assembly by a third of those present."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from minutes.domain.voting import BallotChoice, Result, minority_refers_back, settle_referral

BOARD, COMMITTEE, ASSEMBLY = BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.ASSEMBLY
sizes = st.integers(0, 101)


@pytest.mark.parametrize(
    ("requested_by", "present", "kind", "enough"),
    [
        pytest.param(24, 71, ASSEMBLY, True, id="24 of 71 in the assembly, KL 5:50"),
        pytest.param(23, 71, ASSEMBLY, False, id="23 of 71 are less than a third, KL 5:50"),
        pytest.param(23, 69, ASSEMBLY, True, id="a third of those present, not of the seats"),
        pytest.param(1, 4, ASSEMBLY, False, id="one of four"),
        pytest.param(0, 0, ASSEMBLY, False, id="nobody requests it"),
        pytest.param(14, 15, BOARD, False, id="a board knows no minority right, KL 6:33"),
        pytest.param(5, 9, COMMITTEE, False, id="nor does a committee, KL 6:33"),
    ],
)
def test_a_third_is_enough_in_the_assembly_only(
    requested_by: int, present: int, kind: BodyKind, enough: bool
) -> None:
    assert minority_refers_back(requested_by, present, kind) is enough


@pytest.mark.parametrize(
    ("minority_used", "election"),
    [
        pytest.param(True, False, id="a minority has done it before, KL 5:50"),
        pytest.param(False, True, id="in an election, KL 5:50"),
    ],
)
def test_a_third_is_not_enough_again_nor_in_an_election(
    minority_used: bool, election: bool
) -> None:
    assert not minority_refers_back(
        40, 71, ASSEMBLY, minority_used=minority_used, election=election
    )


@pytest.mark.parametrize(
    ("yes", "no", "present", "kind", "minority_used", "outcome"),
    [
        pytest.param(6, 9, 15, BOARD, False, Result.NO, id="6 for and 9 against, KL 6:33"),
        pytest.param(9, 6, 15, BOARD, False, Result.YES, id="9 for and 6 against, KL 6:33"),
        pytest.param(
            6, 5, 15, BOARD, False, Result.YES, id="those who abstain are not against, KL 5:55"
        ),
        pytest.param(3, 6, 9, COMMITTEE, False, Result.NO, id="a third of a committee, KL 6:33"),
        pytest.param(24, 47, 71, ASSEMBLY, False, Result.YES, id="a third, first time, KL 5:50"),
        pytest.param(24, 47, 71, ASSEMBLY, True, Result.NO, id="a third, second time, KL 5:50"),
        pytest.param(36, 35, 71, ASSEMBLY, True, Result.YES, id="a majority, second time"),
        pytest.param(23, 22, 71, ASSEMBLY, False, Result.YES, id="a majority below a third"),
        pytest.param(22, 23, 71, ASSEMBLY, False, Result.NO, id="neither majority nor third"),
    ],
)
def test_an_item_goes_back_by_majority_or_by_the_assemblys_minority(
    yes: int, no: int, present: int, kind: BodyKind, minority_used: bool, outcome: Result
) -> None:
    assert settle_referral(yes, no, present, kind, minority_used=minority_used) is outcome


@pytest.mark.parametrize(
    ("chair", "election", "outcome"),
    [
        pytest.param(BallotChoice.YES, False, Result.YES, id="casting vote for, KL 5:56"),
        pytest.param(BallotChoice.NO, False, Result.NO, id="casting vote against, KL 5:56"),
        pytest.param(BallotChoice.YES, True, Result.LOT, id="the lot in an election, KL 5:56"),
    ],
)
def test_a_tie_on_referral_falls_as_any_other(
    chair: BallotChoice, election: bool, outcome: Result
) -> None:
    assert settle_referral(7, 7, 14, BOARD, chair=chair, election=election) is outcome


def test_a_tie_on_referral_waits_for_the_chair() -> None:
    with pytest.raises(RuleBroken, match="Ordföranden måste rösta"):
        settle_referral(7, 7, 14, BOARD)


@given(yes=sizes, no=sizes, present=sizes, kind=st.sampled_from([BOARD, COMMITTEE]))
def test_in_a_board_more_must_be_for_than_against(
    yes: int, no: int, present: int, kind: BodyKind
) -> None:
    outcome = settle_referral(yes, no, present, kind, chair=BallotChoice.NO)

    assert (outcome is Result.YES) is (yes > no)
