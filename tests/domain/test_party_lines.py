"""Party lines, dissent and who votes alike, from ballots by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.domain.party_lines import (
    Alike,
    PartyVotes,
    by_party,
    dissenters,
    members_alike,
    parties_alike,
    party_lines,
)
from minutes.domain.persons import Person
from minutes.domain.voting import Ballot, BallotChoice

YES, NO, ABSTAIN, ABSENT = BallotChoice


def _ballots(**told: str) -> tuple[Ballot, ...]:
    """As `S="yyn-"`: what the members of a party answered, each named by party and place."""
    choices = {"y": YES, "n": NO, "a": ABSTAIN, "-": ABSENT}
    return tuple(
        Ballot(f"{party}{place}", party, choices[sign])
        for party, signs in told.items()
        for place, sign in enumerate(signs)
    )


def test_the_largest_party_comes_first_and_who_has_none_last() -> None:
    nobodys = Ballot("Ada", None, NO)

    found = by_party((nobodys, *_ballots(V="n", S="yya-")))

    assert found == (
        PartyVotes("S", 2, 0, 1, 1),
        PartyVotes("V", 0, 1, 0, 0),
        PartyVotes(None, 0, 1, 0, 0),
    )


@pytest.mark.parametrize(
    ("said", "line"),
    [
        pytest.param("yyn", YES, id="more than half"),
        pytest.param("yn", None, id="halves have no line"),
        pytest.param("yyna", None, id="the most, but not more than half"),
        pytest.param("aan", ABSTAIN, id="a party may abstain"),
        pytest.param("n---", NO, id="who is away says nothing"),
        pytest.param("--", None, id="nobody there"),
    ],
)
def test_a_line_is_what_more_than_half_of_those_who_answered_said(
    said: str, line: BallotChoice | None
) -> None:
    (party,) = by_party(_ballots(S=said))

    assert party.line is line


def test_who_answers_otherwise_than_the_majority_of_their_party_dissents() -> None:
    ballots = _ballots(S="yyn-", M="na", V="y")

    assert [one.name for one in dissenters(ballots)] == ["S2"]


@pytest.mark.parametrize("party", [None, "-"])
def test_who_has_no_party_dissents_from_none(party: str | None) -> None:
    ballots = tuple(replace(one, party=party) for one in _ballots(S="yyn"))

    assert (dissenters(ballots), party_lines([ballots])) == ((), ())


def test_cohesion_is_the_mean_of_rices_index_where_two_said_yes_or_no() -> None:
    (line,) = party_lines([_ballots(S="yyyn"), _ballots(S="nn"), _ballots(S="ya"), _ballots(S="-")])

    assert (line.votes, line.measured, line.dissents) == (3, 2, 1)
    assert line.cohesion == pytest.approx((0.5 + 1) / 2)


def test_a_party_of_one_has_no_cohesion() -> None:
    assert [line.cohesion for line in party_lines([_ballots(V="n")])] == [None]


def test_parties_are_compared_where_both_have_a_line() -> None:
    votes = [_ballots(M="nn", S="yy"), _ballots(M="yy", S="yyn"), _ballots(M="yn", S="yy")]

    assert parties_alike(votes) == {("M", "S"): Alike(1, 2)}


def test_members_are_compared_where_both_answered() -> None:
    votes = [_ballots(S="yn"), _ballots(S="y-"), _ballots(S="aa")]

    (alike,) = members_alike(votes).values()
    assert members_alike(votes).keys() == {(Person("S0", "S"), Person("S1", "S"))}
    assert (alike, alike.share) == (Alike(1, 2), 0.5)


def test_nobody_is_compared_without_votes() -> None:
    assert (party_lines([]), parties_alike([]), members_alike([])) == ((), {}, {})
