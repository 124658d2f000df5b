"""Votes: ballots and their sum, simple majority, the casting vote and the lot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.voting import (
    Ballot,
    BallotChoice,
    Result,
    Vote,
    count,
    require_open_or_election,
    require_sum,
    require_tie,
    settle,
)
from tests.domain.people import BO, EVA, LI
from tests.domain.refusals import ALLOWED, refusal

YES, NO, ABSTAIN, ABSENT = BallotChoice


def _ballots(**answers: BallotChoice) -> list[Ballot]:
    people = {"eva": EVA, "bo": BO, "li": LI}
    return [Ballot(people[k].name or "", people[k].party, c) for k, c in answers.items()]


def test_ballots_are_counted_as_yes_no_abstaining_and_absent() -> None:
    choices = [NO, YES, ABSENT, NO, YES, ABSTAIN, NO]
    ballots = [Ballot(f"Ledamot {n}", "S", choice) for n, choice in enumerate(choices)]

    assert count(ballots) == (2, 3, 1, 1)
    assert count([]) == (0, 0, 0, 0)


@given(choices=st.lists(st.sampled_from(BallotChoice)))
def test_the_totals_add_up_to_the_ballots(choices: list[BallotChoice]) -> None:
    totals = count(Ballot(f"Ledamot {n}", "S", choice) for n, choice in enumerate(choices))

    assert sum(totals) == len(choices)
    assert totals == tuple(choices.count(choice) for choice in BallotChoice)


def test_a_ballot_is_its_persons_with_the_party_of_that_day() -> None:
    assert Ballot("Eva Ek", "S", YES).person == EVA


@pytest.mark.parametrize(
    ("ballots", "says"),
    [
        pytest.param(_ballots(eva=YES, bo=NO), ALLOWED, id="one each"),
        pytest.param(_ballots(bo=ABSENT, eva=ABSTAIN), ALLOWED, id="absence is entered as well"),
        pytest.param(_ballots(eva=YES), "Bo Alm har ingen röst", id="one is missing"),
        pytest.param(
            _ballots(eva=YES, bo=NO, li=NO), "Li Öst tjänstgör inte här", id="one does not serve"
        ),
        pytest.param(
            [*_ballots(eva=YES, bo=NO), *_ballots(eva=NO)], "Eva Ek har 2 röster", id="KL 4:24"
        ),
        pytest.param(
            [*_ballots(bo=NO), Ballot("Eva Ek", "V", YES)],
            "Eva Ek har ingen röst; Eva Ek tjänstgör inte här",
            id="a namesake of another party",
        ),
    ],
)
def test_each_of_those_serving_and_nobody_else_has_one_ballot(
    ballots: list[Ballot], says: str
) -> None:
    said = refusal(require_sum, ballots, [EVA, BO])

    assert (said == ALLOWED) is (says == ALLOWED)
    assert says in said


def test_a_wrong_sum_is_refused_with_the_way_out() -> None:
    said = refusal(require_sum, _ballots(li=YES), [EVA, BO])

    assert said.startswith("Rösterna stämmer inte med de 2 tjänstgörande")
    assert said.endswith("Rätta rösterna eller närvaron.")


@given(people=st.sets(st.sampled_from([EVA, BO, LI])), choice=st.sampled_from(BallotChoice))
def test_ballots_of_all_who_serve_sum_up_whatever_they_answer(
    people: set[Person], choice: BallotChoice
) -> None:
    ballots = [Ballot(p.name or "", p.party, choice) for p in people]

    assert refusal(require_sum, ballots, list(people)) == ALLOWED
    assert sum(count(ballots)) == len(people)


@pytest.mark.parametrize(
    ("yes", "no", "chair", "election", "outcome"),
    [
        pytest.param(8, 7, NO, False, Result.YES, id="simple majority for, KL 5:55"),
        pytest.param(7, 8, YES, False, Result.NO, id="simple majority against, KL 5:55"),
        pytest.param(1, 0, None, False, Result.YES, id="one vote is a majority, KL 5:55"),
        pytest.param(5, 4, ABSTAIN, False, Result.YES, id="who abstains is not counted, KL 5:55"),
        pytest.param(7, 7, NO, False, Result.NO, id="the casting vote against, KL 5:56"),
        pytest.param(7, 7, YES, False, Result.YES, id="the casting vote for, KL 5:56"),
        pytest.param(7, 7, NO, True, Result.LOT, id="the lot in an election, KL 5:56"),
        pytest.param(7, 7, None, True, Result.LOT, id="the lot without the chair, KL 5:56"),
        pytest.param(8, 7, None, True, Result.YES, id="no lot where there is a majority"),
        pytest.param(7, 8, None, True, Result.NO, id="no lot for the fewer votes"),
    ],
)
def test_the_majority_decides_and_a_tie_falls_to_the_chair_or_the_lot(
    yes: int, no: int, chair: BallotChoice | None, election: bool, outcome: Result
) -> None:
    assert settle(yes, no, chair=chair, election=election) is outcome


@pytest.mark.parametrize(
    ("votes", "chair"),
    [
        pytest.param(7, None, id="the chair has not voted, KL 4:25"),
        pytest.param(7, ABSTAIN, id="the chair may not abstain then, KL 4:25"),
        pytest.param(7, ABSENT, id="an absent chair has no vote"),
        pytest.param(0, ABSTAIN, id="where all abstain the chair must not, KL 4:25"),
    ],
)
def test_a_tie_without_the_chair_decides_nothing(votes: int, chair: BallotChoice | None) -> None:
    with pytest.raises(RuleBroken) as refused:
        settle(votes, votes, chair=chair)

    assert f"väger lika ({votes}-{votes})" in refused.value.sentence
    assert "Ordföranden måste rösta" in refused.value.sentence
    assert "KL 4:25" in refused.value.sentence


@given(yes=st.integers(0, 149), no=st.integers(0, 149), chair=st.sampled_from([YES, NO]))
def test_the_casting_vote_never_turns_a_majority(yes: int, no: int, chair: BallotChoice) -> None:
    outcome = settle(yes, no, chair=chair)

    expected = {True: Result.YES, False: Result.NO}
    assert outcome is (Result(chair.value) if yes == no else expected[yes > no])


@pytest.mark.parametrize(
    ("closed", "election", "allowed"),
    [
        pytest.param(False, False, True, id="open in an ordinary matter, KL 5:54"),
        pytest.param(True, True, True, id="closed in elections and employment, KL 5:54"),
        pytest.param(False, True, True, id="nobody asked for ballots in an election"),
        pytest.param(True, False, False, id="closed in an ordinary matter, KL 5:54"),
    ],
)
def test_a_vote_is_open_except_in_elections_and_employment(
    closed: bool, election: bool, allowed: bool
) -> None:
    said = refusal(require_open_or_election, closed=closed, election=election)

    assert (said == ALLOWED) is allowed
    assert allowed or "Omröstningen ska vara öppen" in said
    assert allowed or "bara tillåten vid val och anställning" in said


@pytest.mark.parametrize(
    ("vote", "begins"),
    [
        pytest.param(Vote(8, 8, casting_vote=EVA), ALLOWED, id="the chair settles a tie"),
        pytest.param(Vote(8, 8, lot=True), ALLOWED, id="the lot settles a tie"),
        pytest.param(Vote(8, 7), ALLOWED, id="a majority needs nobody"),
        pytest.param(Vote(8, 7, casting_vote=EVA), "Utslagsrösten avgör", id="the chair, no tie"),
        pytest.param(Vote(7, 8, lot=True), "Lotten avgör", id="the lot, no tie"),
    ],
)
def test_only_a_tie_is_settled_by_the_chair_or_the_lot(vote: Vote, begins: str) -> None:
    said = refusal(require_tie, vote)

    assert said.startswith(begins)
    assert bool(said) == bool(begins)
    assert not said or "Rätta rösterna" in said
