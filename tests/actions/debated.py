"""What is said, put and voted on in a §, as calls and the entries that they leave."""

from __future__ import annotations

from functools import partial
from typing import Any

from minutes.actions import debate, questions, votes
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.voting import Ballot, BallotChoice, Vote
from tests.actions.accounts import Call
from tests.actions.world import LATER, World
from tests.domain.people import BO, EVA

BALLOTS = (Ballot("Eva Ek", "S", BallotChoice.YES), Ballot("Bo Alm", "M", BallotChoice.NO))
ASKED = Question(QuestionKind.SINGLE, (BASE,), 0)
INSTEAD = Question(QuestionKind.AGAINST, (BASE, Option("Eva Ek", OptionKind.PROPOSAL)), 1)
HELD = Vote(1, 1, ballots=BALLOTS, casting_vote=EVA)


def debated(world: World) -> dict[str, Call]:
    """What those who are there say in a §."""
    here = (world.session, LATER, world.item)
    there: dict[str, Any] = {"present": world.present, "position": 0}
    moved = Proposal((EVA, BO), ProposalKind.ADD, text="redovisa kostnaden.")
    return {
        "put proposal": partial(debate.put_proposal, *here, moved, **there, earlier={}),
        "asked question": partial(questions.put_question, *here, ASKED, position=0, moved={}),
        "voted vote": partial(votes.hold_vote, *here, HELD, **there, questions=[]),
    }


def mended_debate(world: World) -> dict[str, Call]:
    """What happens to a question and a vote once they are entered."""
    act = (world.session, LATER)
    put = partial(questions.put_question, *act, world.item, ASKED, moved={})
    there: dict[str, Any] = {"present": world.present, "questions": []}
    first, last = put(position=7), put(position=8)
    held = votes.hold_vote(*act, world.item, HELD, position=9, **there)
    closed = Vote(1, 1, closed=True, lot=True, carried=True)
    return {
        "revised question": partial(questions.revise_question, *act, first, INSTEAD, moved={}),
        "moved question": partial(questions.move_question, *act, last, 0),
        "struck question": partial(questions.strike_question, *act, last),
        "revised vote": partial(votes.revise_vote, *act, held, closed, **there),
        "joined vote": partial(votes.join_vote, *act, held, first),
    }
