"""Votes at the meeting: by party and by name, and settled as they are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.domain.balloting import Voters, ballots_of, settled
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.voting import Ballot, BallotChoice, Vote, count
from tests.domain.people import BO, EVA, LI, MAX

YES, NO, ABSTAIN, ABSENT = BallotChoice
SIV = Person("Siv Lund", "S")
BOARD = Voters((EVA, BO, SIV, LI), EVA, BodyKind.BOARD)
E = Option("Eva Ek", OptionKind.PROPOSAL)
ADD, BACK = Option("Li Öst", OptionKind.ADD), Option("Bo Alm", OptionKind.REFER_BACK)
AGAINST = Question(QuestionKind.AGAINST, (BASE, E), 0)


def _cast(voters: Voters, **choices: BallotChoice) -> Vote:
    """A vote by party."""
    ballots = ballots_of(voters, choices, {})
    return Vote(*count(ballots), ballots=ballots)


def test_a_party_sets_all_its_members_and_they_stand_by_their_answers_the_chair_last() -> None:
    ballots = ballots_of(BOARD, {"S": YES, "M": NO, "C": ABSTAIN}, {})

    assert [(b.name, b.ballot) for b in ballots] == [
        ("Siv Lund", YES),
        ("Eva Ek", YES),
        ("Bo Alm", NO),
        ("Li Öst", ABSTAIN),
    ]
    assert BOARD.parties == ("S", "C", "M")


def test_a_members_own_choice_goes_before_the_partys() -> None:
    ballots = ballots_of(BOARD, {"S": YES}, {SIV: NO})

    assert ballots == (Ballot("Eva Ek", "S", YES), Ballot("Siv Lund", "S", NO))


def test_somebody_without_a_seat_stands_with_the_rest_and_is_told_of() -> None:
    ballots = ballots_of(BOARD, {"S": YES, "M": NO, "C": NO}, {MAX: YES})

    with pytest.raises(RuleBroken, match="Max Ruiz tjänstgör inte här"):
        settled(Vote(*count(ballots), ballots=ballots), BOARD, AGAINST)


@pytest.mark.parametrize(
    ("choices", "carried", "casting"),
    [
        pytest.param({"S": YES, "M": NO, "C": ABSTAIN}, True, None, id="more yes than no"),
        pytest.param({"S": NO, "M": YES, "C": ABSENT}, False, None, id="more no than yes"),
        pytest.param({"S": YES, "M": NO, "C": NO}, True, EVA, id="a tie: the chair voted yes"),
        pytest.param({"S": NO, "M": YES, "C": YES}, False, EVA, id="a tie: the chair voted no"),
    ],
)
def test_a_vote_is_settled_by_majority_or_by_the_acting_chair(
    choices: dict[str, BallotChoice], carried: bool, casting: Person | None
) -> None:
    held = settled(_cast(BOARD, **choices), BOARD, AGAINST)

    assert (held.carried, held.casting_vote, held.lot) == (carried, casting, False)


@pytest.mark.parametrize(
    ("vote", "election", "says"),
    [
        pytest.param(_cast(BOARD, S=YES), False, "Bo Alm har ingen röst", id="the sum is wrong"),
        pytest.param(Vote(3, 1), False, "har ingen röst", id="an open vote without names"),
        pytest.param(
            Vote(3, 1, closed=True), False, "ska vara öppen", id="closed where it may not be"
        ),
        pytest.param(
            replace(_cast(BOARD, S=YES, M=NO, C=NO), closed=True),
            True,
            "Omröstningen är sluten",
            id="names in a closed vote",
        ),
        pytest.param(
            Vote(3, 2, closed=True), True, "5 röster är avgivna men 4", id="too many ballot papers"
        ),
        pytest.param(Vote(0, 0, closed=True), True, "inga röster", id="no votes at all"),
        pytest.param(
            _cast(BOARD, S=ABSTAIN, M=YES, C=NO),
            False,
            "ordföranden har inte röstat",
            id="a tie, and the chair abstained, KL 4:25",
        ),
        pytest.param(
            Vote(2, 2, closed=True), True, "ange vad lotten föll på", id="a tie in an election"
        ),
    ],
)
def test_a_vote_that_cannot_be_or_is_left_open_is_refused(
    vote: Vote, election: bool, says: str
) -> None:
    with pytest.raises(RuleBroken, match=says):
        settled(vote, BOARD, AGAINST, election=election)


@pytest.mark.parametrize("fell_on", [True, False])
def test_the_lot_settles_an_election(fell_on: bool) -> None:
    held = settled(Vote(2, 2, closed=True), BOARD, None, election=True, lot=fell_on)

    assert (held.carried, held.lot, held.casting_vote) == (fell_on, True, None)


@pytest.mark.parametrize(
    ("kind", "used", "carried"),
    [
        pytest.param(BodyKind.BOARD, False, False, id="a board: majority, KL 6:33"),
        pytest.param(BodyKind.ASSEMBLY, False, True, id="the assembly: a third, KL 5:50"),
        pytest.param(BodyKind.ASSEMBLY, True, False, id="the assembly: once for a matter"),
    ],
)
def test_a_referral_is_settled_by_the_bodys_kind(kind: BodyKind, used: bool, carried: bool) -> None:
    voters = Voters((EVA, BO, SIV), EVA, kind)
    asked = Question(QuestionKind.SINGLE, (BACK,), 0)

    held = settled(_cast(voters, S=NO, M=YES), voters, asked, minority_used=used)

    assert held.carried is carried
