"""A corrected vote: what it may become, and what each version of the minutes tells of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.domain.correcting import require_corrected_vote
from minutes.domain.corrections import CorrectedVote, Correction, corrected_votes, up_to
from minutes.domain.errors import RuleBroken
from minutes.domain.voting import Ballot, BallotChoice, Vote
from minutes.domain.wording.votes import corrected_texts
from tests.domain.people import EVA

CAST = Vote(
    2,
    1,
    ballots=(
        Ballot("Eva Ek", "S", BallotChoice.YES),
        Ballot("Bo Alm", "M", BallotChoice.YES),
        Ballot("Li Öst", "C", BallotChoice.NO),
    ),
    carried=True,
)


def _cast(*choices: str, **more: object) -> Vote:
    ballots = tuple(
        replace(one, ballot=BallotChoice(choice))
        for one, choice in zip(CAST.ballots, choices, strict=True)
    )
    yes, no, abstain = (choices.count(word) for word in ("yes", "no", "abstain"))
    return replace(CAST, yes=yes, no=no, abstain=abstain, ballots=ballots, **more)


@pytest.mark.parametrize(
    ("after", "decided_anew", "sentence"),
    [
        pytest.param(CAST, False, "densamma", id="the same"),
        pytest.param(replace(CAST, yes=3), False, "enligt summan", id="names and figures differ"),
        pytest.param(_cast("yes", "no", "no"), False, "utfallet", id="the outcome turns round"),
        pytest.param(_cast("yes", "no", "no"), True, "", id="it turns round and is decided anew"),
        pytest.param(_cast("yes", "yes", "abstain"), False, "", id="the outcome stands"),
    ],
)
def test_a_vote_is_corrected_unless_the_outcome_would_turn(
    after: Vote, decided_anew: bool, sentence: str
) -> None:
    if not sentence:
        require_corrected_vote(CAST, after, decided_anew=decided_anew)
        return
    with pytest.raises(RuleBroken, match=sentence):
        require_corrected_vote(CAST, after, decided_anew=decided_anew)


def test_a_corrected_vote_tells_its_figures_and_whose_vote_was_another() -> None:
    after = _cast("yes", "yes", "abstain")

    assert corrected_texts(CAST, after) == (
        "2 ja-röster och 1 nej-röst, Li Öst (C): nej",
        "2 ja-röster, 0 nej-röster och 1 som avstår, Li Öst (C): avstår",
    )


FIRST, THEN = _cast("yes", "yes", "abstain"), _cast("yes", "abstain", "abstain")
ONE = Correction(version=2, corrected_vote=CorrectedVote(0, CAST, FIRST))
OTHER = Correction(version=3, corrected_vote=CorrectedVote(0, FIRST, THEN))


def test_the_last_correction_of_a_vote_counts() -> None:
    assert corrected_votes([CAST], [ONE, OTHER]) == (THEN,)


@pytest.mark.parametrize(
    ("version", "vote", "told"),
    [(1, CAST, ()), (2, FIRST, (ONE,)), (3, THEN, (ONE, OTHER))],
    ids=["as adjusted", "corrected once", "corrected twice"],
)
def test_each_version_tells_what_it_told(
    version: int, vote: Vote, told: tuple[Correction, ...]
) -> None:
    assert up_to(version, [THEN], [ONE, OTHER]) == ((vote,), told)


def test_corrections_that_were_read_in_belong_to_the_first_version() -> None:
    read = Correction((EVA,), old="8", new="9")

    assert up_to(1, [], [read, ONE])[1] == (read,)
