"""Questions: in which order the chair puts the proposals, and what findings answer them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.persons import CHAIR
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import (
    BASE,
    Option,
    OptionKind,
    Question,
    QuestionKind,
    next_preliminary,
    option_for,
    preliminary_rounds,
    putting_order,
    require_finding,
)
from tests.domain.people import BO, EVA, GROUP, LI, MAX
from tests.domain.refusals import ALLOWED, refusal

K, Put, Q = ProposalKind, OptionKind, QuestionKind


@pytest.mark.parametrize(
    ("proposal", "option"),
    [
        pytest.param(Proposal((EVA,), K.ADD), Option("Eva Ek", Put.ADD), id="an addition"),
        pytest.param(
            Proposal((EVA,), K.REFER_BACK), Option("Eva Ek", Put.REFER_BACK), id="a referral"
        ),
        pytest.param(Proposal((EVA,), K.TABLE), Option("Eva Ek", Put.TABLE), id="tabling"),
        pytest.param(
            Proposal((EVA, BO), K.COUNTER), Option("Eva Ek", Put.PROPOSAL), id="a counter"
        ),
        pytest.param(Proposal((EVA,), K.AMEND), Option("Eva Ek", Put.PROPOSAL), id="an amendment"),
        pytest.param(Proposal((EVA,), K.REJECT), Option("Eva Ek", Put.PROPOSAL), id="a refusal"),
        pytest.param(
            Proposal((CHAIR,), K.ADD), Option("Ordföranden", Put.ADD), id="the chair's own"
        ),
        pytest.param(Proposal((GROUP,), K.ADD), Option(None, Put.ADD), id="a party group's"),
    ],
)
def test_each_proposal_is_put_under_its_movers_name(proposal: Proposal, option: Option) -> None:
    assert option_for(proposal) == option


@pytest.mark.parametrize(
    ("options", "rounds"),
    [
        pytest.param(0, 0, id="nothing to choose from"),
        pytest.param(1, 0, id="one proposal"),
        pytest.param(2, 0, id="main against the other"),
        pytest.param(3, 1, id="one round chooses between the other two"),
        pytest.param(5, 3, id="n - 2 rounds"),
    ],
)
def test_each_preliminary_round_takes_one_counter_proposal_away(options: int, rounds: int) -> None:
    assert preliminary_rounds(options) == rounds


def test_a_preliminary_round_puts_the_winner_against_the_next() -> None:
    eva, bo, li = (Option(p.name, Put.PROPOSAL) for p in (EVA, BO, LI))

    assert next_preliminary([eva, bo, li]) == Question(Q.AGAINST, (eva, bo))
    assert next_preliminary([bo, li]) == Question(Q.AGAINST, (bo, li))
    assert next_preliminary([li]) is None
    assert next_preliminary([]) is None


@given(others=st.integers(0, 8), wins=st.lists(st.booleans(), min_size=8, max_size=8))
def test_the_rounds_end_with_one_counter_proposal_whoever_wins(
    others: int, wins: list[bool]
) -> None:
    remaining = [Option(f"Ledamot {n}", Put.PROPOSAL) for n in range(others)]

    held = 0
    while (question := next_preliminary(remaining)) is not None:
        remaining = [question.options[wins[held]], *remaining[2:]]
        held += 1

    assert held == preliminary_rounds(1 + others)
    assert len(remaining) == min(1, others)


SINGLE = Question(Q.SINGLE, (Option("Eva Ek", Put.ADD),))
AGAINST = Question(Q.AGAINST, (BASE, Option("Eva Ek", Put.PROPOSAL)))
EACH = Question(Q.EACH, (*AGAINST.options, Option("Bo Alm", Put.PROPOSAL)))


@pytest.mark.parametrize(
    ("asked", "carried"),
    [
        pytest.param(SINGLE, 0, id="alone and carried"),
        pytest.param(SINGLE, None, id="alone and fallen"),
        pytest.param(AGAINST, 1, id="the second of two"),
        pytest.param(EACH, 2, id="the last of three"),
    ],
)
def test_a_finding_answers_its_question(asked: Question, carried: int | None) -> None:
    answered = Question(asked.kind, asked.options, carried)

    assert refusal(require_finding, answered) == ALLOWED


@pytest.mark.parametrize(
    ("asked", "carried", "cure"),
    [
        pytest.param(AGAINST, None, "Ange vilket förslag som vann", id="no winner of two"),
        pytest.param(EACH, None, "Ange vilket förslag som vann", id="no winner of three"),
        pytest.param(SINGLE, 1, "Välj ett av dem", id="more than was put"),
        pytest.param(EACH, 3, "Välj ett av dem", id="one past the last"),
        pytest.param(AGAINST, -1, "Välj ett av dem", id="before the first"),
    ],
)
def test_a_finding_that_answers_nothing_is_refused(
    asked: Question, carried: int | None, cure: str
) -> None:
    answered = Question(asked.kind, asked.options, carried)

    assert cure in refusal(require_finding, answered)


def test_a_fresh_question_has_no_finding() -> None:
    asked = putting_order([Proposal((MAX,), K.ADD), Proposal((LI,), K.REFER_BACK)])

    assert [question.carried for question in asked] == [None, None, None]
