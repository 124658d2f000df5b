"""Votes in prose: what was asked, the totals, the names, and what settled it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.persons import CHAIR
from minutes.domain.voting import Ballot, BallotChoice, Vote
from minutes.domain.wording.votes import vote_text
from tests.domain.people import BO

BODY = "Regionstyrelsen"
YES, NO, ABSTAIN, ABSENT = BallotChoice
NAMED = (
    Ballot("Eva Ek", "S", YES),
    Ballot("Bo Alm", "M", NO),
    Ballot("Li Öst", "C", YES),
    Ballot("Max Ruiz", "V", ABSTAIN),
    Ballot("Ulla Ny", "L", ABSENT),
)


@pytest.mark.parametrize(
    ("vote", "totals"),
    [
        pytest.param(Vote(8, 7), "8 ja-röster och 7 nej-röster", id="for and against"),
        pytest.param(Vote(1, 0), "1 ja-röst och 0 nej-röster", id="one for, none against"),
        pytest.param(Vote(14, 1), "14 ja-röster och 1 nej-röst", id="one against"),
        pytest.param(
            Vote(8, 5, 2), "8 ja-röster, 5 nej-röster och 2 som avstår", id="some abstain"
        ),
        pytest.param(
            Vote(8, 5, 1, 1),
            "8 ja-röster, 5 nej-röster, 1 som avstår och 1 frånvarande",
            id="one abstains, one is absent",
        ),
    ],
)
def test_the_totals_are_told_without_empty_ones(vote: Vote, totals: str) -> None:
    assert f"Omröstningen utfaller med {totals}." in vote_text(BODY, vote)


@pytest.mark.parametrize(
    ("vote", "opening"),
    [
        pytest.param(Vote(8, 7), "Omröstning begärs.", id="an open vote, KL 5:54"),
        pytest.param(Vote(8, 7, closed=True), "Sluten omröstning begärs.", id="closed, KL 5:54"),
        pytest.param(
            Vote(8, 7, preliminary=True),
            "Omröstning begärs för att utse motförslag.",
            id="for a counter-proposal",
        ),
    ],
)
def test_the_opening_says_what_sort_of_vote_it_is(vote: Vote, opening: str) -> None:
    assert vote_text(BODY, vote).startswith(f"{opening} Omröstningen utfaller")


def test_the_meaning_of_yes_and_no_is_told_before_the_result() -> None:
    vote = Vote(8, 7, yes_means="bifall till förslaget", no_means="avslag")

    assert vote_text(BODY, vote) == (
        "Omröstning begärs. Ja-röst innebär bifall till förslaget. Nej-röst innebär avslag. "
        "Omröstningen utfaller med 8 ja-röster och 7 nej-röster."
    )


def test_an_open_vote_tells_how_each_one_voted() -> None:
    told = vote_text(BODY, Vote(2, 1, 1, 1, NAMED)).split("\n\n")

    assert told[1:] == [
        "Ja röstar Eva Ek (S) och Li Öst (C).",
        "Nej röstar Bo Alm (M).",
        "Avstår från att rösta gör Max Ruiz (V).",
        "Frånvarande vid omröstningen är Ulla Ny (L).",
    ]


def test_a_closed_vote_tells_nobodys_ballot() -> None:
    told = vote_text(BODY, Vote(2, 1, 1, 1, NAMED, closed=True))

    assert "2 ja-röster" in told
    assert [b.name for b in NAMED if b.name in told] == []


@pytest.mark.parametrize(
    ("vote", "ending"),
    [
        pytest.param(
            Vote(8, 7, carried=True),
            ["Ordföranden finner att regionstyrelsen beslutar enligt ja-propositionen."],
            id="carried",
        ),
        pytest.param(
            Vote(7, 8, carried=False),
            ["Ordföranden finner att regionstyrelsen beslutar enligt nej-propositionen."],
            id="fallen",
        ),
        pytest.param(
            Vote(7, 7, casting_vote=BO, carried=False),
            [
                "Vid lika röstetal avgör Bo Alm (M) med sin utslagsröst.",
                "Ordföranden finner att regionstyrelsen beslutar enligt nej-propositionen.",
            ],
            id="the casting vote of the acting chair, KL 5:56",
        ),
        pytest.param(
            Vote(7, 7, casting_vote=CHAIR),
            ["Vid lika röstetal avgör Ordföranden med sin utslagsröst."],
            id="the casting vote of the chair, KL 5:56",
        ),
        pytest.param(
            Vote(7, 7, lot=True), ["Vid lika röstetal avgör lotten."], id="the lot, KL 5:56"
        ),
        pytest.param(Vote(8, 7), [], id="not said"),
    ],
)
def test_the_end_tells_what_settled_the_vote(vote: Vote, ending: list[str]) -> None:
    assert vote_text(BODY, vote).split("\n\n")[1:] == ending


@given(choices=st.lists(st.sampled_from(BallotChoice), max_size=9), closed=st.booleans())
def test_everyone_with_a_ballot_is_named_once_unless_the_vote_is_closed(
    choices: list[BallotChoice], closed: bool
) -> None:
    ballots = tuple(Ballot(f"Ledamot Nr{n}x", "S", c) for n, c in enumerate(choices))
    vote = replace(Vote(0, 0), ballots=ballots, closed=closed)

    told = vote_text(BODY, vote)

    assert [told.count(b.name) for b in ballots] == [0 if closed else 1] * len(ballots)
