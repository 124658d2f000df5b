"""The order of questions that is offered to the chair."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.persons import Person
from minutes.domain.proposals import FORMAL, Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, QuestionKind, putting_order
from tests.domain.people import BO, EVA, LI, MAX

K, Q = ProposalKind, QuestionKind
Asked = list[tuple[QuestionKind, list[str]]]


def _asked(*proposals: Proposal, has_base: bool = True) -> Asked:
    """The questions, each with the name of what is put: "base", or "mover/kind"."""

    def label(option: Option) -> str:
        return "base" if option == BASE else f"{option.by}/{option.kind.value}"

    asked = putting_order(proposals, has_base=has_base)
    return [(question.kind, [label(o) for o in question.options]) for question in asked]


def _by(who: Person, kind: ProposalKind, rank: int = 1, **more: Any) -> Proposal:
    return Proposal((who,), kind, rank, **more)


BASE_ALONE = (Q.SINGLE, ["base"])


@pytest.mark.parametrize(
    ("proposals", "asked"),
    [
        pytest.param([], [BASE_ALONE], id="nothing moved: the base alone"),
        pytest.param([_by(EVA, K.APPROVE)], [BASE_ALONE], id="approval is the base itself"),
        pytest.param(
            [_by(EVA, K.COUNTER)],
            [(Q.AGAINST, ["base", "Eva Ek/proposal"])],
            id="a counter-proposal meets the base",
        ),
        pytest.param(
            [_by(EVA, K.AMEND), _by(BO, K.COUNTER)],
            [(Q.EACH, ["base", "Eva Ek/proposal", "Bo Alm/proposal"])],
            id="three compete",
        ),
        pytest.param(
            [_by(EVA, K.REJECT), _by(BO, K.REJECT)],
            [(Q.AGAINST, ["base", "Eva Ek/proposal"])],
            id="two who refuse are one refusal",
        ),
        pytest.param(
            [_by(EVA, K.COUNTER), _by(BO, K.REJECT, against="Eva Ek")],
            [(Q.AGAINST, ["base", "Eva Ek/proposal"])],
            id="opposing another's proposal is not put",
        ),
        pytest.param(
            [_by(EVA, K.ADD), _by(BO, K.ADD)],
            [BASE_ALONE, (Q.SINGLE, ["Eva Ek/add"]), (Q.SINGLE, ["Bo Alm/add"])],
            id="additions last, each for itself",
        ),
        pytest.param(
            [_by(EVA, K.ADD), _by(BO, K.TABLE), _by(LI, K.COUNTER), _by(MAX, K.REFER_BACK)],
            [
                (Q.SINGLE, ["Bo Alm/table"]),
                (Q.SINGLE, ["Max Ruiz/refer_back"]),
                (Q.AGAINST, ["base", "Li Öst/proposal"]),
                (Q.SINGLE, ["Eva Ek/add"]),
            ],
            id="formal ones first and one at a time, then main, then additions",
        ),
        pytest.param(
            [_by(EVA, K.REFER_BACK), _by(BO, K.REFER_BACK, supports="Eva Ek")],
            [(Q.SINGLE, ["Eva Ek/refer_back"]), BASE_ALONE],
            id="support is not put",
        ),
        pytest.param(
            [_by(EVA, K.COUNTER, withdrawn=True), _by(BO, K.TABLE, withdrawn=True)],
            [BASE_ALONE],
            id="what was withdrawn is not put",
        ),
    ],
)
def test_the_order_is_formal_then_main_then_additions(
    proposals: list[Proposal], asked: Asked
) -> None:
    assert _asked(*proposals) == asked


@pytest.mark.parametrize(
    ("proposals", "asked"),
    [
        pytest.param(
            [_by(EVA, K.REJECT, 2), _by(EVA, K.REFER_BACK, 1)],
            [(Q.SINGLE, ["Eva Ek/refer_back"]), (Q.AGAINST, ["base", "Eva Ek/proposal"])],
            id="referral first, else refusal: the formal question comes before anyway",
        ),
        pytest.param(
            [_by(EVA, K.TABLE, 2), _by(EVA, K.REFER_BACK, 1)],
            [(Q.SINGLE, ["Eva Ek/refer_back"]), (Q.SINGLE, ["Eva Ek/table"]), BASE_ALONE],
            id="two formal ones go by their place",
        ),
        pytest.param(
            [_by(EVA, K.COUNTER, 1), _by(EVA, K.REJECT, 2)],
            [(Q.AGAINST, ["base", "Eva Ek/proposal"])],
            id="the second waits beside the same mover's first",
        ),
        pytest.param(
            [_by(EVA, K.COUNTER, 1), _by(BO, K.AMEND, 2)],
            [(Q.EACH, ["base", "Eva Ek/proposal", "Bo Alm/proposal"])],
            id="another's first place keeps nobody waiting",
        ),
        pytest.param(
            [_by(EVA, K.COUNTER, 1, withdrawn=True), _by(EVA, K.AMEND, 2)],
            [(Q.AGAINST, ["base", "Eva Ek/proposal"])],
            id="the second is put once the first is gone",
        ),
    ],
)
def test_the_second_place_waits_until_the_first_has_fallen(
    proposals: list[Proposal], asked: Asked
) -> None:
    assert _asked(*proposals) == asked


@pytest.mark.parametrize(
    ("proposals", "asked"),
    [
        pytest.param([], [], id="nothing to put"),
        pytest.param([_by(EVA, K.OTHER)], [(Q.SINGLE, ["Eva Ek/proposal"])], id="one alone"),
        pytest.param(
            [_by(EVA, K.OTHER), _by(BO, K.OTHER)],
            [(Q.AGAINST, ["Eva Ek/proposal", "Bo Alm/proposal"])],
            id="two against each other",
        ),
        pytest.param([_by(EVA, K.REJECT)], [], id="a refusal has nothing to refuse"),
    ],
)
def test_without_a_base_only_members_proposals_are_put(
    proposals: list[Proposal], asked: Asked
) -> None:
    assert _asked(*proposals, has_base=False) == asked


@given(kinds=st.lists(st.sampled_from(ProposalKind), max_size=8))
def test_every_proposal_of_its_own_is_put_exactly_once(kinds: list[ProposalKind]) -> None:
    moved = [Proposal((Person(f"Ledamot {n}", "S"),), kind) for n, kind in enumerate(kinds)]

    asked = putting_order(moved)

    put = [option.by or "" for question in asked for option in question.options if option != BASE]
    own = {p.mover or "" for p in moved if p.is_own}
    assert sorted(name for name in put if name in own) == sorted(own)
    formal = [q.options[0].kind in {OptionKind.REFER_BACK, OptionKind.TABLE} for q in asked]
    assert formal == sorted(formal, reverse=True)
    assert sum(formal) == sum(kind in FORMAL for kind in kinds)
