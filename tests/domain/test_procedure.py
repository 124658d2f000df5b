"""How far the decision procedure has come: what is put already is not offered again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.persons import Person
from minutes.domain.procedure import options_of, procedure_of, require_moved
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.record import Item
from minutes.domain.voting import Vote
from tests.domain.people import BO, EVA, GROUP, LI, MAX
from tests.domain.refusals import ALLOWED, refusal

K, Put, Q = ProposalKind, OptionKind, QuestionKind
E, B, L, M = (Option(who.name, Put.PROPOSAL) for who in (EVA, BO, LI, MAX))
REFER, TABLE = Option("Bo Alm", Put.REFER_BACK), Option("Li Öst", Put.TABLE)
ADD = Option("Li Öst", Put.ADD)


def _by(who: Person, kind: ProposalKind, rank: int = 1) -> Proposal:
    return Proposal((who,), kind, rank, text="köpa bussar.")


def _single(option: Option, carried: int | None = 0) -> Question:
    return Question(Q.SINGLE, (option,), carried)


def _against(one: Option, other: Option, carried: int) -> Question:
    return Question(Q.AGAINST, (one, other), carried)


COUNTER, REFUSAL = _by(EVA, K.COUNTER), _by(EVA, K.REJECT)
SECOND = _by(EVA, K.REJECT, 2)
BACK, ADDITION = _by(BO, K.REFER_BACK), _by(LI, K.ADD)
THREE = (COUNTER, _by(BO, K.COUNTER))
EACH = Question(Q.EACH, (BASE, E, B), 0)
Case = tuple[tuple[Proposal, ...], tuple[Question, ...], list[tuple[Option, ...]], Option | None]


@pytest.mark.parametrize(
    ("moved", "asked", "left", "decided"),
    [
        pytest.param((), (), [(BASE,)], None, id="nothing is put yet"),
        pytest.param((), (_single(BASE),), [], BASE, id="the base alone has carried"),
        pytest.param((), (_single(BASE, None),), [], None, id="the base alone has fallen"),
        pytest.param(
            (BACK,), (_single(REFER, None),), [(BASE,)], None, id="the referral fell: the matter"
        ),
        pytest.param(
            (BACK, ADDITION), (_single(REFER),), [], None, id="the referral carried: no more"
        ),
        pytest.param(
            (COUNTER, ADDITION),
            (_against(BASE, E, 1),),
            [(ADD,)],
            E,
            id="the counter-proposal won: additions are left",
        ),
        pytest.param(
            (REFUSAL, ADDITION), (_against(BASE, E, 1),), [], E, id="to a no nothing is added"
        ),
        pytest.param(
            (COUNTER, ADDITION, ADDITION),
            (_against(BASE, E, 0), _single(ADD, None)),
            [(ADD,)],
            BASE,
            id="one of two additions by the same is put",
        ),
        pytest.param(
            (COUNTER, SECOND),
            (_against(BASE, E, 0),),
            [(BASE, E)],
            None,
            id="the second place comes when the first has fallen",
        ),
        pytest.param(
            (COUNTER, SECOND),
            (_against(BASE, E, 0), _against(BASE, E, 0)),
            [],
            BASE,
            id="the second place has fallen, too",
        ),
        pytest.param((COUNTER, SECOND), (_against(BASE, E, 1),), [], E, id="the first has won"),
        pytest.param(THREE, (), [(BASE, E, B)], None, id="three compete"),
        pytest.param(THREE, (EACH,), [], BASE, id="three put each in turn"),
        pytest.param(THREE, (_against(E, B, 1),), [(BASE, B)], None, id="two of three meet first"),
        pytest.param(
            THREE,
            (_against(BASE, E, 1),),
            [(E, B)],
            None,
            id="the base has fallen against one of two",
        ),
        pytest.param(THREE, (_single(BASE),), [], BASE, id="the base carries alone: others fall"),
        pytest.param(
            THREE, (EACH, _against(BASE, B, 1)), [], B, id="the vote turned what was found"
        ),
        pytest.param(
            THREE, (EACH, _against(BASE, B, 0)), [], BASE, id="the vote kept what was found"
        ),
    ],
)
def test_what_is_left_to_put_follows_what_was_found(
    moved: tuple[Proposal, ...],
    asked: tuple[Question, ...],
    left: list[tuple[Option, ...]],
    decided: Option | None,
) -> None:
    course = procedure_of(Item(1, "Bussar", proposals=moved, questions=asked))

    assert [q.options for q in course.offered] == left
    assert course.decided == decided
    assert all(q.carried is None for q in course.offered)


@pytest.mark.parametrize("option", [REFER, TABLE])
def test_a_formal_proposal_that_carries_postpones_the_item(option: Option) -> None:
    kind = K.REFER_BACK if option == REFER else K.TABLE
    moved = (Proposal((Person(option.by, "M"),), kind), COUNTER)

    course = procedure_of(Item(1, "Bussar", proposals=moved, questions=(_single(option),)))

    assert (course.postponed, course.offered) == (option, ())


def test_what_a_vote_came_to_goes_before_what_was_found() -> None:
    vote = Vote(1, 2, question=0, yes_means="bifall till det liggande förslaget",
                no_means="bifall till Eva Eks förslag", carried=False)  # fmt: skip
    item = Item(1, "Bussar", proposals=(COUNTER,), questions=(_against(BASE, E, 0),), votes=(vote,))

    assert procedure_of(item).decided == E


@given(kinds=st.lists(st.sampled_from(ProposalKind), max_size=6), data=st.data())
def test_whatever_the_chair_finds_the_order_comes_to_an_end(
    kinds: list[ProposalKind], data: st.DataObject
) -> None:
    moved = tuple(
        Proposal((Person(f"Ledamot {n // 2}", "S"),), kind, data.draw(st.sampled_from([1, 2])))
        for n, kind in enumerate(kinds)
    )
    item = Item(1, "Bussar", proposals=moved)

    for _ in range(2 * len(kinds) + 2):
        offered = procedure_of(item).offered
        if not offered:
            break
        question = offered[0]
        findings = list(range(len(question.options)))
        nothing = [None] if question.kind is Q.SINGLE else []
        carried = data.draw(st.sampled_from([*findings, *nothing]))
        found = Question(question.kind, question.options, carried)
        item = Item(1, "Bussar", proposals=moved, questions=(*item.questions, found))

    assert procedure_of(item).offered == ()


def test_what_can_be_put_is_the_base_and_what_says_something_of_its_own() -> None:
    moved = (
        _by(EVA, K.APPROVE),
        _by(BO, K.REFER_BACK),
        Proposal((LI,), K.ADD),
        Proposal((MAX,), K.ADD, supports="Li Öst"),
        Proposal((GROUP,), K.COUNTER, withdrawn=True),
    )

    assert options_of(moved) == (BASE, REFER, ADD)


@pytest.mark.parametrize(
    ("question", "cure"),
    [
        pytest.param(Question(Q.AGAINST, (BASE, E), 0), ALLOWED, id="what was moved"),
        pytest.param(Question(Q.SINGLE, ()), "Välj vad som ställs", id="nothing"),
        pytest.param(Question(Q.SINGLE, (M,), 0), "Max Ruiz har inget sådant", id="nobody's"),
        pytest.param(
            Question(Q.SINGLE, (Option("Eva Ek", Put.ADD),), 0),
            "Eva Ek har inget",
            id="another kind",
        ),
    ],
)
def test_only_what_was_moved_is_put(question: Question, cure: str) -> None:
    told = refusal(require_moved, question, (COUNTER,))

    assert told.startswith(cure) if cure else told == ALLOWED
