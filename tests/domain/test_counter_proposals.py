"""A vote on several proposals: the counter-proposal is chosen first, two at a time."""

from __future__ import annotations

import pytest

from minutes.domain.procedure import procedure_of
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.record import Item
from minutes.domain.voting import Vote
from tests.domain.people import BO, EVA, LI

Q = QuestionKind
E, B, L = (Option(who.name, OptionKind.PROPOSAL) for who in (EVA, BO, LI))
FOUR = tuple(Proposal((who,), ProposalKind.COUNTER) for who in (EVA, BO, LI))
ALL = Question(Q.EACH, (BASE, E, B, L), 0)


def _chosen(winner: str, loser: str) -> Vote:
    means = (f"att {who}s förslag utses till motförslag" for who in (winner, loser))
    yes, no = means
    return Vote(2, 1, preliminary=True, yes_means=yes, no_means=no, carried=True)


def test_a_vote_requested_on_several_begins_with_the_counter_proposal() -> None:
    course = procedure_of(Item(1, "Bussar", proposals=FOUR, questions=(ALL,)))

    assert course.preliminary == Question(Q.AGAINST, (E, B))
    assert course.rounds == 2
    assert [q.options for q in course.counters] == [(BASE, E), (BASE, B), (BASE, L)]


@pytest.mark.parametrize(
    ("votes", "pair", "counters"),
    [
        pytest.param((_chosen("Bo Alm", "Eva Ek"),), (B, L), [B, L], id="the winner goes on"),
        pytest.param(
            (_chosen("Bo Alm", "Eva Ek"), _chosen("Li Öst", "Bo Alm")), None, [L], id="one is left"
        ),
    ],
)
def test_each_preliminary_vote_takes_one_away(
    votes: tuple[Vote, ...], pair: tuple[Option, ...] | None, counters: list[Option]
) -> None:
    course = procedure_of(Item(1, "Bussar", proposals=FOUR, questions=(ALL,), votes=votes))

    assert (course.preliminary and course.preliminary.options) == pair
    assert [q.options[1] for q in course.counters] == counters


def test_two_that_meet_without_a_vote_leave_one_counter_proposal() -> None:
    asked = (ALL, Question(Q.AGAINST, (E, B), 1))

    course = procedure_of(Item(1, "Bussar", proposals=FOUR, questions=asked))

    assert [q.options for q in course.counters] == [(BASE, B), (BASE, L)]
    assert course.decided == BASE
