"""What became of each proposal, told from the questions and the votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from minutes.domain.decisions import Outcome
from minutes.domain.fates import Debated, Fate, Fated
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.register import Against
from minutes.domain.voting import Vote
from tests.domain.people import BO, EVA, LI

APPROVED, REJECTED, FELL, UNTOLD = Fate
FOR = Proposal((EVA,), ProposalKind.APPROVE)
NO = Proposal((LI,), ProposalKind.REJECT)
COUNTER = Proposal((BO,), ProposalKind.COUNTER, text="köpa bussar.")
ADDED = Proposal((BO,), ProposalKind.ADD, text="redovisa i maj.")
BACK = Proposal((BO,), ProposalKind.REFER_BACK)
SECONDS = Proposal((LI,), ProposalKind.OTHER, supports=BO.name)
AGAINST_IT = Proposal((EVA,), ProposalKind.REJECT, against=BO.name)
_OPTION, _ADD = Option(BO.name, OptionKind.PROPOSAL), Option(BO.name, OptionKind.ADD)
_AGAINST = Question(QuestionKind.AGAINST, (BASE, _OPTION), 0)
_BACK = Question(QuestionKind.SINGLE, (Option(BO.name, OptionKind.REFER_BACK),), 0)
_SINGLE = Question(QuestionKind.SINGLE, (_ADD,), 0)


def _fates(
    proposals: Sequence[Proposal], *questions: Question, outcome: Outcome = Outcome.DECIDED
) -> list[Fate]:
    told = Debated(proposals, questions, (), outcome)
    return [told.fate_of(one).fate for one in proposals]


@pytest.mark.parametrize(
    ("proposals", "questions", "expected"),
    [
        pytest.param([FOR, COUNTER], [_AGAINST], [APPROVED, REJECTED], id="the base carries"),
        pytest.param(
            [FOR, COUNTER],
            [replace(_AGAINST, carried=1)],
            [REJECTED, APPROVED],
            id="the counter-proposal carries",
        ),
        pytest.param([FOR], [], [APPROVED], id="nobody says otherwise"),
        pytest.param([FOR, COUNTER], [], [UNTOLD, UNTOLD], id="minutes that tell no question"),
        pytest.param(
            [FOR, NO, COUNTER], [_AGAINST], [APPROVED, REJECTED, REJECTED], id="no falls with yes"
        ),
        pytest.param(
            [replace(COUNTER, kind=ProposalKind.AMEND), SECONDS],
            [replace(_AGAINST, options=(BASE, Option(BO.name, OptionKind.AMEND)), carried=1)],
            [APPROVED, APPROVED],
            id="who seconds shares its fate",
        ),
        pytest.param(
            [ADDED, AGAINST_IT], [_SINGLE], [APPROVED, REJECTED], id="an addition, and a no to it"
        ),
        pytest.param(
            [ADDED, AGAINST_IT],
            [replace(_SINGLE, carried=None)],
            [REJECTED, APPROVED],
            id="an addition that fell",
        ),
        pytest.param(
            [ADDED, replace(ADDED, text="redovisa i juni.")],
            [_SINGLE, replace(_SINGLE, carried=None)],
            [APPROVED, REJECTED],
            id="two additions of one mover, each put by itself",
        ),
        pytest.param(
            [COUNTER, replace(COUNTER, rank=2, text="köpa tåg.")],
            [replace(_AGAINST, carried=1)],
            [UNTOLD, UNTOLD],
            id="two that are called alike, one of which carries",
        ),
        pytest.param(
            [COUNTER, replace(COUNTER, by=(LI,), text="köpa tåg.")],
            [_AGAINST],
            [REJECTED, FELL],
            id="one that was not put",
        ),
        pytest.param(
            [NO, replace(NO, by=(EVA,))],
            [Question(QuestionKind.AGAINST, (BASE, Option(LI.name, OptionKind.PROPOSAL)), 1)],
            [APPROVED, APPROVED],
            id="those who refuse are put as one",
        ),
        pytest.param(
            [BACK, NO, replace(BACK, by=(EVA,), supports=BO.name), replace(NO, by=(BO,))],
            [replace(_BACK, carried=None), Question(QuestionKind.SINGLE, (BASE,), 0)],
            [REJECTED, REJECTED, REJECTED, REJECTED],
            id="who seconds one of two proposals of a mover",
        ),
        pytest.param(
            [FOR, COUNTER],
            [Question(QuestionKind.SINGLE, (_OPTION,), None)],
            [APPROVED, REJECTED],
            id="a counter-proposal that is put alone and falls",
        ),
    ],
)
def test_the_questions_tell_what_became_of_each(
    proposals: Sequence[Proposal], questions: Sequence[Question], expected: Sequence[Fate]
) -> None:
    assert _fates(proposals, *questions) == expected


def test_what_was_not_put_falls_when_the_item_is_referred_back() -> None:
    put = _fates([BACK, FOR, COUNTER], _BACK, outcome=Outcome.REFERRED_BACK)
    told_by_the_outcome = _fates([BACK, FOR, COUNTER], outcome=Outcome.REFERRED_BACK)

    assert put == told_by_the_outcome == [APPROVED, FELL, FELL]


def test_the_last_question_settles_what_was_put_twice() -> None:
    each = Question(QuestionKind.EACH, (BASE, _OPTION, Option(LI.name, OptionKind.PROPOSAL)), 0)
    other = replace(COUNTER, by=(LI,))

    assert _fates([FOR, COUNTER, other], each, replace(_AGAINST, carried=1)) == [
        REJECTED,
        APPROVED,
        REJECTED,
    ]


def test_the_vote_that_settled_it_is_told_but_not_one_that_chose_what_to_put() -> None:
    votes = (Vote(7, 1, question=0, preliminary=True), Vote(5, 9, question=0, carried=False))
    told = Debated([FOR, COUNTER], [replace(_AGAINST, carried=1)], votes, Outcome.DECIDED)

    assert told.fate_of(COUNTER) == Fated(APPROVED, Against(9, 5))


def test_a_vote_on_one_of_several_questions_is_not_told_of_the_others() -> None:
    votes = (Vote(9, 5, question=1, carried=True),)
    told = Debated([FOR, COUNTER, ADDED], [_AGAINST, _SINGLE], votes, Outcome.DECIDED)

    assert [told.fate_of(p).votes for p in told.proposals] == [None, None, Against(9, 5)]
