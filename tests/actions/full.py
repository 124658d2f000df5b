"""A § with something of all, and words that tell it otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from minutes.actions.taking_over import take_over
from minutes.domain.assignments import Assignment
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.notes import Note
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.reservations import Reservation
from minutes.domain.voting import Ballot, BallotChoice, Vote
from minutes.store import tables as t
from tests.actions.retold import record_of
from tests.actions.world import LATER, World
from tests.domain.people import BO, EVA

YES, NO = BallotChoice.YES, BallotChoice.NO
BALLOTS = (Ballot("Eva Ek", "S", YES), Ballot("Bo Alm", "M", NO))
MOVED = Proposal((EVA,), ProposalKind.COUNTER, text="köpa bussar.")
ADDED = Proposal((BO,), ProposalKind.ADD, text="redovisa kostnaden.")
HERS, HIS = Option("Eva Ek", OptionKind.PROPOSAL), Option("Bo Alm", OptionKind.ADD)
MAIN = Question(QuestionKind.AGAINST, (BASE, HERS), 0)
MORE = Question(QuestionKind.SINGLE, (HIS,), 0)
HELD = Vote(1, 1, question=0, ballots=BALLOTS, casting_vote=EVA)
POINTS = (DecisionPoint("Regionen köper tåg."), DecisionPoint("Kostnaden redovisas."))
DECIDED = Decision(DecisionKind.DECISION, POINTS)
GIVEN = Assignment(2, "Regiondirektören", text="redovisa kostnaden.")
OTHER = Assignment(1, "Ekonomichefen", text="köpa tåg.")
RESERVED = Reservation("Bo Alm", "M", 1, "eget yrkande")
NOTED = Note("Protokollsanteckning", (EVA,), text="Tåg är bra.")
FULL: dict[str, Any] = {
    "proposals": (MOVED, ADDED),
    "questions": (MAIN, MORE),
    "votes": (HELD,),
    "decision": DECIDED,
    "assignments": (GIVEN,),
    "reservations": (RESERVED,),
    "notes": (NOTED,),
    "annexes": ("Karta",),
    "decision_basis": ("Tjänsteskrivelse",),
    "references": ("0012-2026",),
    "recipients": ("Ekonomichefen", "Regiondirektören"),
}


def told_as(world: World, **parts: Any) -> t.History:
    """Take over words that tell those parts of the § otherwise."""
    now = record_of(world, world.item)
    told = replace(now, **parts)
    who = {"now": now, "present": world.present}
    return take_over(world.session, LATER, world.meeting, world.item, told, **who)[1]
