"""Proposals are put and withdrawn, and questions put on them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import Session, col, select

from minutes.actions.columns import Present
from minutes.actions.debate import put_proposal
from minutes.actions.questions import put_question
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import CHAIR, Person
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.store import tables as t
from tests.actions.world import ACT, World
from tests.domain.people import BO, EVA, GROUP, LI

ADDITION = Proposal((EVA,), ProposalKind.ADD, text="redovisa kostnaden.")


def _put(
    world: World, put: Proposal, present: Present, earlier: t.Proposal | None = None
) -> t.Proposal:
    """Put a proposal, after an earlier one by Eva Ek if there is one."""
    return put_proposal(
        world.session,
        ACT,
        world.item,
        put,
        present=present,
        position=0 if earlier is None else 1,
        earlier={} if earlier is None else {"Eva Ek": earlier},
    )


def _movers(session: Session, proposal: t.Proposal) -> list[tuple[str | None, str | None]]:
    of_it = select(t.ProposalMover).where(t.ProposalMover.proposal_id == proposal.id)
    return [(m.name, m.party) for m in session.exec(of_it.order_by(col(t.ProposalMover.position)))]


def test_a_proposal_stands_with_its_movers_in_order(world: World) -> None:
    row = _put(world, replace(ADDITION, by=(BO, EVA), rank=2), world.present)

    assert (row.kind, row.rank, row.text) == (ProposalKind.ADD, 2, "redovisa kostnaden.")
    assert _movers(world.session, row) == [("Bo Alm", "M"), ("Eva Ek", "S")]


def test_a_proposal_points_at_the_one_that_it_seconds(world: World) -> None:
    first = _put(world, ADDITION, world.present)

    second = _put(world, Proposal((BO,), ProposalKind.ADD, supports="Eva Ek"), world.present, first)

    assert (second.supports_name, second.supports_id) == ("Eva Ek", first.id)
    assert (first.supports_name, first.supports_id) == (None, None)


def test_a_proposal_names_the_one_that_it_opposes(world: World) -> None:
    first = _put(world, ADDITION, world.present)
    against = Proposal((BO,), ProposalKind.REJECT, against="Eva Ek")

    assert _put(world, against, world.present, first).against_name == "Eva Ek"


def test_a_proposal_taken_back_keeps_when(world: World) -> None:
    taken_back = _put(world, replace(ADDITION, withdrawn=True), world.present)
    again = _put(world, replace(ADDITION, by=(BO,)), world.present, taken_back)

    assert taken_back.withdrawn_at == ACT.at
    assert again.withdrawn_at is None


@pytest.mark.parametrize("by", [(EVA,), (CHAIR,), (GROUP,), (BO, EVA)])
def test_those_who_serve_the_chair_and_groups_put_proposals(
    world: World, by: tuple[Person, ...]
) -> None:
    row = _put(world, replace(ADDITION, by=by), world.present)

    assert _movers(world.session, row) == [(p.name, p.party) for p in by]


def test_one_who_does_not_serve_puts_no_proposal(world: World) -> None:
    before = len(world.history())

    with pytest.raises(RuleBroken) as refused:
        _put(world, replace(ADDITION, by=(EVA, LI)), world.present)

    assert refused.value.sentence.startswith("Li Öst tjänstgör inte i den här paragrafen")
    assert len(world.history()) == before


def test_where_it_is_not_known_who_serves_a_proposal_stands_as_told(world: World) -> None:
    row = _put(world, replace(ADDITION, by=(LI,)), Present(world.people))

    assert _movers(world.session, row) == [("Li Öst", "C")]


def test_a_question_points_at_the_proposals_it_is_about(world: World) -> None:
    moved = _put(world, ADDITION, world.present)
    asked = Question(QuestionKind.AGAINST, (BASE, Option("Eva Ek", OptionKind.ADD)), 1)

    row = put_question(world.session, ACT, world.item, asked, position=0, moved={"Eva Ek": moved})

    of_it = select(t.QuestionOption).where(t.QuestionOption.question_id == row.id)
    options = world.session.exec(of_it.order_by(col(t.QuestionOption.position))).all()
    assert (row.kind, row.carried) == (QuestionKind.AGAINST, 1)
    assert [(o.kind, o.by_name, o.proposal_id) for o in options] == [
        (OptionKind.BASE, None, None),
        (OptionKind.ADD, "Eva Ek", moved.id),
    ]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param(
            Question(QuestionKind.AGAINST, (BASE, BASE)),
            "Ange vilket förslag som vann.",
            id="two against each other, and none carried",
        ),
        pytest.param(
            Question(QuestionKind.SINGLE, (BASE,), 1),
            "Beslutet svarar mot ett förslag som inte ställdes.",
            id="what was not put carried",
        ),
    ],
)
def test_a_finding_that_answers_nothing_is_refused(
    world: World, question: Question, says: str
) -> None:
    before = len(world.history())

    with pytest.raises(RuleBroken) as refused:
        put_question(world.session, ACT, world.item, question, position=0, moved={})

    assert refused.value.sentence.startswith(says)
    assert len(world.history()) == before


@pytest.mark.parametrize("answer", [{"supports": "Li Öst"}, {"against": "Li Öst"}])
def test_what_nobody_has_put_is_neither_seconded_nor_opposed(
    world: World, answer: dict[str, str]
) -> None:
    first = _put(world, ADDITION, world.present)
    put = replace(ADDITION, by=(BO,), **answer)

    with pytest.raises(RuleBroken, match="Li Öst har inget förslag"):
        _put(world, put, world.present, first)

    assert _put(world, put, Present(), first).position == 1, "told by a protocol from elsewhere"
