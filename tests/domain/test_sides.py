"""What yes and no stand for in a vote, and what the chair's finding is after it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.domain.balloting import finding_of, sides
from minutes.domain.errors import RuleBroken
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.voting import Vote
from minutes.domain.wording.votes import meanings

E = Option("Eva Ek", OptionKind.PROPOSAL)
ADD = Option("Li Öst", OptionKind.ADD)
AGAINST = Question(QuestionKind.AGAINST, (BASE, E), 0)


@pytest.mark.parametrize(
    ("question", "before", "yes", "no"),
    [
        pytest.param(AGAINST, (), BASE, E, id="yes is what the chair found"),
        pytest.param(replace(AGAINST, carried=1), (), E, BASE, id="the other was found"),
        pytest.param(
            replace(AGAINST, carried=1),
            (Vote(1, 2, carried=False),),
            BASE,
            E,
            id="the vote turned it",
        ),
        pytest.param(
            replace(AGAINST, carried=1),
            (Vote(1, 2, carried=False, preliminary=True),),
            E,
            BASE,
            id="a preliminary vote turns nothing",
        ),
        pytest.param(Question(QuestionKind.SINGLE, (ADD,), None), (), ADD, None, id="alone"),
    ],
)
def test_yes_stands_for_what_was_found_first(
    question: Question, before: tuple[Vote, ...], yes: Option, no: Option | None
) -> None:
    assert sides(question, before) == (yes, no)


def test_several_in_turn_are_not_voted_on_at_once() -> None:
    question = Question(QuestionKind.EACH, (BASE, E, ADD), 0)

    with pytest.raises(RuleBroken, match="Utse först ett motförslag"):
        sides(question)


@pytest.mark.parametrize(
    ("question", "carried", "place"),
    [
        pytest.param(AGAINST, True, 0, id="yes wins"),
        pytest.param(AGAINST, False, 1, id="no wins"),
        pytest.param(Question(QuestionKind.SINGLE, (ADD,), 0), True, 0, id="alone, carried"),
        pytest.param(Question(QuestionKind.SINGLE, (ADD,), 0), False, None, id="alone, fallen"),
    ],
)
def test_the_finding_follows_from_the_vote(
    question: Question, carried: bool, place: int | None
) -> None:
    assert finding_of(question, Vote(2, 1, carried=carried)) == place


@pytest.mark.parametrize(
    ("options", "preliminary", "told"),
    [
        pytest.param(
            (BASE, E),
            False,
            ("bifall till det liggande förslaget", "bifall till Eva Eks förslag"),
            id="two",
        ),
        pytest.param(
            (ADD, None),
            False,
            ("bifall till Li Östs tillägg", "avslag på Li Östs tillägg"),
            id="one alone",
        ),
        pytest.param(
            (E, BASE),
            True,
            (
                "att Eva Eks förslag utses till motförslag",
                "att det liggande förslaget utses till motförslag",
            ),
            id="which becomes the counter-proposal",
        ),
    ],
)
def test_what_yes_and_no_mean_follows_from_the_options(
    options: tuple[Option, Option | None], preliminary: bool, told: tuple[str, str]
) -> None:
    assert meanings(*options, preliminary=preliminary) == told
