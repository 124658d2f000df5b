"""Proposals: what stands, whose it is, and who may put it."""

from __future__ import annotations

import pytest

from minutes.domain.persons import CHAIR, Person
from minutes.domain.proposals import (
    FORMAL,
    Proposal,
    ProposalKind,
    movers_of,
    require_answerable,
    require_movers_serve,
    standing,
)
from tests.domain.people import BO, EVA, GROUP, LI, MAX
from tests.domain.refusals import ALLOWED, refusal

K = ProposalKind
ADDITION = Proposal((EVA, BO), K.ADD, text="redovisa kostnaden.")


def test_only_proposals_not_withdrawn_stand() -> None:
    taken_back = Proposal((LI,), K.AMEND, text="höja beloppet.", withdrawn=True)
    denial = Proposal((BO,), K.REJECT)

    assert standing([ADDITION, taken_back, denial]) == (ADDITION, denial)


@pytest.mark.parametrize(
    ("by", "mover"),
    [
        pytest.param((EVA, BO), "Eva Ek", id="the first of several"),
        pytest.param((CHAIR,), "Ordföranden", id="the chair, as minutes call it"),
        pytest.param((GROUP,), None, id="a party group has no name"),
        pytest.param((), None, id="nobody"),
    ],
)
def test_a_proposal_goes_by_its_first_mover(by: tuple[Person, ...], mover: str | None) -> None:
    assert Proposal(by, K.ADD).mover == mover


@pytest.mark.parametrize(
    ("kind", "supports", "own"),
    [
        pytest.param(K.APPROVE, None, False, id="yes to the base proposal"),
        pytest.param(K.REJECT, None, False, id="no to the base proposal"),
        pytest.param(K.AMEND, None, True, id="an amendment"),
        pytest.param(K.ADD, None, True, id="an addition"),
        pytest.param(K.COUNTER, None, True, id="a counter-proposal"),
        pytest.param(K.REFER_BACK, None, True, id="a referral"),
        pytest.param(K.ADD, "Eva Ek", False, id="support for another's addition"),
    ],
)
def test_a_proposal_is_own_if_it_says_more_than_yes_no_or_anothers(
    kind: ProposalKind, supports: str | None, own: bool
) -> None:
    assert Proposal((BO,), kind, supports=supports).is_own is own


def test_referral_and_tabling_are_about_the_handling() -> None:
    assert {K.REFER_BACK, K.TABLE} == FORMAL


@pytest.mark.parametrize(
    "by",
    [
        pytest.param((EVA,), id="a member who serves"),
        pytest.param((EVA, BO), id="two who serve"),
        pytest.param((CHAIR,), id="the chair, whoever that is"),
        pytest.param((GROUP,), id="a party group"),
    ],
)
def test_those_who_serve_may_put_proposals(by: tuple[Person, ...]) -> None:
    assert refusal(require_movers_serve, Proposal(by, K.ADD), [EVA, BO]) == ALLOWED


@pytest.mark.parametrize(
    ("by", "named"),
    [
        pytest.param((LI,), "Li Öst", id="a substitute who does not serve"),
        pytest.param((EVA, LI), "Li Öst", id="one of two does not serve"),
        pytest.param((Person("Eva Ek", "V"),), "Eva Ek", id="a namesake of another party"),
    ],
)
def test_one_who_does_not_serve_puts_no_proposal(by: tuple[Person, ...], named: str) -> None:
    said = refusal(require_movers_serve, Proposal(by, K.ADD), [EVA, BO])

    assert said.startswith(f"{named} tjänstgör inte i den här paragrafen")
    assert "Kontrollera närvaron, eller ange en annan" in said


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Proposal((LI,), K.ADD, supports="Eva Ek"), id="seconds what was put"),
        pytest.param(Proposal((LI,), K.REJECT, against="Eva Ek"), id="opposes what was put"),
        pytest.param(Proposal((LI,), K.REJECT), id="answers nobody"),
    ],
)
def test_what_was_put_can_be_seconded_and_opposed(answer: Proposal) -> None:
    assert refusal(require_answerable, answer, movers_of([ADDITION])) == ALLOWED


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Proposal((LI,), K.ADD, supports="Max Ruiz"), id="seconds"),
        pytest.param(Proposal((LI,), K.REJECT, against="Max Ruiz"), id="opposes"),
    ],
)
@pytest.mark.parametrize(
    "others",
    [
        pytest.param([ADDITION], id="nothing by them"),
        pytest.param([ADDITION, Proposal((MAX,), K.ADD, withdrawn=True)], id="what they took back"),
    ],
)
def test_what_does_not_stand_can_be_neither_seconded_nor_opposed(
    answer: Proposal, others: list[Proposal]
) -> None:
    said = refusal(require_answerable, answer, movers_of(others))

    assert "Max Ruiz har inget förslag" in said
    assert "För in det förslaget först" in said
