"""Proposals in prose: who moves what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.persons import CHAIR
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.wording.proposals import noun, proposal_text, proposals_text, reasons
from tests.domain.people import BO, EVA, GROUP, LI, MAX

K = ProposalKind
ADDITION = Proposal((EVA,), K.ADD, text="redovisa kostnaden.")


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        pytest.param(K.APPROVE, "", "bifalla det liggande förslaget.", id="approve"),
        pytest.param(K.REJECT, "", "avslå det liggande förslaget.", id="reject"),
        pytest.param(K.REJECT, "avslå motionen.", "avslå motionen.", id="reject, in own words"),
        pytest.param(K.APPROVE, "bifalla motionen.", "bifalla motionen.", id="approve, own words"),
        pytest.param(K.REFER_BACK, "", "återremittera ärendet.", id="refer back"),
        pytest.param(
            K.REFER_BACK,
            "för att samråda.",
            "återremittera ärendet för att samråda.",
            id="refer back, with the reason",
        ),
        pytest.param(K.TABLE, "", "bordlägga ärendet.", id="table"),
        pytest.param(
            K.TABLE, "till i maj.", "bordlägga ärendet till i maj.", id="table, till when"
        ),
        pytest.param(
            K.AMEND,
            "punkt 2 stryks.",
            "bifalla det liggande förslaget med följande ändring: punkt 2 stryks.",
            id="amend",
        ),
        pytest.param(K.ADD, "redovisa allt.", "följande tillägg: redovisa allt.", id="add"),
        pytest.param(
            K.COUNTER,
            "bygga nytt.",
            "avslå det liggande förslaget och i stället bygga nytt.",
            id="counter",
        ),
        pytest.param(K.OTHER, "Eva Ek väljs.", "att Eva Ek väljs.", id="other"),
    ],
)
def test_a_proposal_says_its_kind_and_its_words(kind: ProposalKind, text: str, says: str) -> None:
    proposal = Proposal((EVA,), kind, text=text)

    assert proposal_text(proposal, [proposal]) == f"Eva Ek (S) föreslår {says}"


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in ProposalKind])
def test_a_proposal_without_words_of_its_own_is_told_all_the_same(kind: ProposalKind) -> None:
    proposal = Proposal((EVA,), kind)

    told = proposal_text(proposal, [proposal])

    assert told.startswith("Eva Ek (S) föreslår ")
    assert told.endswith(("förslaget.", "ärendet.", "förslag."))


@pytest.mark.parametrize(
    ("proposal", "told"),
    [
        pytest.param(
            Proposal((EVA, BO, LI), K.REJECT),
            "Eva Ek (S), Bo Alm (M) och Li Öst (C) föreslår avslå det liggande förslaget.",
            id="several movers",
        ),
        pytest.param(
            Proposal((CHAIR,), K.TABLE), "Ordföranden föreslår bordlägga ärendet.", id="the chair"
        ),
        pytest.param(
            Proposal((GROUP,), K.TABLE),
            "Ledamöterna från KD föreslår bordlägga ärendet.",
            id="a party group",
        ),
        pytest.param(
            Proposal((BO,), K.REJECT, against="Max Ruiz"),
            "Bo Alm (M) föreslår avslå Max Ruiz förslag.",
            id="against another's",
        ),
        pytest.param(
            Proposal((BO,), K.ADD, supports="Eva Ek"),
            "Bo Alm (M) stödjer Eva Eks tillägg.",
            id="for another's addition",
        ),
        pytest.param(
            Proposal((BO,), K.REFER_BACK, 2, "Eva Ek"),
            "Bo Alm (M) stödjer i andra hand Eva Eks förslag om återremiss.",
            id="for another's referral, in the second place",
        ),
        pytest.param(
            Proposal((BO,), K.COUNTER, supports="Eva Ek"),
            "Bo Alm (M) stödjer Eva Eks förslag.",
            id="for another's own, which is not the supporter's own",
        ),
    ],
)
def test_a_proposal_names_its_movers_and_whom_it_answers(proposal: Proposal, told: str) -> None:
    assert proposal_text(proposal, [ADDITION, proposal]) == told


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        pytest.param(K.AMEND, "ändringsförslag", id="an amendment"),
        pytest.param(K.TABLE, "förslag om bordläggning", id="tabling"),
        pytest.param(K.REJECT, "förslag om avslag", id="a refusal"),
        pytest.param(K.APPROVE, "förslag om bifall", id="approval"),
        pytest.param(K.COUNTER, "förslag", id="a counter-proposal"),
        pytest.param(K.OTHER, "förslag", id="any other"),
    ],
)
def test_each_kind_is_called_by_a_noun_of_its_own(kind: ProposalKind, named: str) -> None:
    assert noun(kind) == named


def test_the_first_place_is_told_only_beside_a_second_of_the_same_movers() -> None:
    first, second = Proposal((EVA,), K.REFER_BACK), Proposal((EVA,), K.REJECT, 2)
    alone = Proposal((MAX,), K.TABLE)

    told = proposals_text([first, second, alone]).split("\n\n")

    assert told == [
        "Eva Ek (S) föreslår i första hand återremittera ärendet.",
        "Eva Ek (S) föreslår i andra hand avslå det liggande förslaget.",
        "Max Ruiz (V) föreslår bordlägga ärendet.",
    ]


def test_a_second_place_that_was_withdrawn_leaves_no_first() -> None:
    first = Proposal((EVA,), K.REFER_BACK)
    second = Proposal((EVA,), K.REJECT, 2, withdrawn=True)

    assert proposals_text([first, second]) == "Eva Ek (S) föreslår återremittera ärendet."


@given(withdrawn=st.lists(st.booleans(), max_size=6))
def test_only_what_stands_is_told_a_paragraph_each(withdrawn: list[bool]) -> None:
    moved = [Proposal((BO,), K.ADD, text=f"nr {n}.", withdrawn=w) for n, w in enumerate(withdrawn)]

    told = proposals_text(moved)

    standing = [p.text for p in moved if not p.withdrawn]
    assert [line.split(": ")[1] for line in told.split("\n\n") if line] == standing


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        pytest.param("", "", id="no reasons"),
        pytest.param("för att samråda.", "för att samråda.", id="led on by the writer"),
        pytest.param("till nämnden.", "till nämnden.", id="to whom"),
        pytest.param("utreda kostnaden.", "för att utreda kostnaden.", id="an errand alone"),
        pytest.param(
            "Kostnaden är oklar.", "med följande motivering: Kostnaden är oklar.", id="a sentence"
        ),
    ],
)
def test_reasons_for_putting_off_go_on_from_the_sentence(typed: str, told: str) -> None:
    assert reasons(typed) == told
