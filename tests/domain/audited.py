"""A sound meeting of an invented board, and how cases spoil it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minutes.domain.assignments import Assignment
from minutes.domain.attendance import Attendance, Role, Substitute
from minutes.domain.audit import audit, audit_item
from minutes.domain.bodies import BodyKind
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.findings import Context, Finding
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.record import Item, Protocol
from minutes.domain.reservations import Reservation
from minutes.domain.voting import Ballot, BallotChoice, Vote
from tests.domain.people import BO, EVA, LI, MAX

ANN, PER, RUT = Person("Ann Dahl", "S"), Person("Per By", "M"), Person("Rut Ås", "S")
STRANGER = Person("Ivar Ny", "M")
C, K = BallotChoice, ProposalKind


def present(who: Person, role: Role = Role.MEMBER, **told: Any) -> Attendance:
    """Somebody who serves, if nothing else is told."""
    return Attendance(who.name or "", who.party, role, **told)


SERVING = (
    present(EVA, Role.CHAIR),
    present(BO, Role.VICE_CHAIR),
    *map(present, (LI, MAX, ANN)),
)
BESIDE = (
    present(PER, Role.SUBSTITUTE, serves=False),
    present(RUT, Role.SUBSTITUTE, serves=False),
    Attendance("Åke Rask", None, Role.SECRETARY, serves=False),
)
CONTEXT = Context(
    BodyKind.BOARD,
    5,
    "Regionfullmäktige",
    attendance=(*SERVING, *BESIDE),
    substitutes=(Substitute(RUT, 1), Substitute(PER, 2), Substitute(STRANGER, 3)),
)


def ballots(choice: BallotChoice, *people: Person) -> tuple[Ballot, ...]:
    """The same answer of several."""
    return tuple(Ballot(p.name or "", p.party, choice) for p in people)


BALLOTS = (*ballots(C.YES, EVA, ANN, LI), *ballots(C.NO, BO, MAX))
VOTE = Vote(
    3,
    2,
    ballots=BALLOTS,
    question=0,
    yes_means="bifall till det liggande förslaget",
    no_means="bifall till Bo Alms förslag",
    carried=True,
)
TIE = replace(
    VOTE,
    yes=2,
    abstain=1,
    ballots=(*ballots(C.YES, EVA, ANN), *ballots(C.NO, BO, MAX), *ballots(C.ABSTAIN, LI)),
    casting_vote=EVA,
)
CLOSED = replace(VOTE, ballots=(), closed=True)
COUNTER = Proposal((BO,), K.COUNTER, text="sätta avgiften till 50 kronor.")
REFER = Proposal((MAX,), K.REFER_BACK, text="för att utreda kostnaden.")
OF_BO = Option("Bo Alm", OptionKind.PROPOSAL)
OF_MAX = Option("Max Ruiz", OptionKind.REFER_BACK)
QUESTION = Question(QuestionKind.AGAINST, (BASE, OF_BO), 0)
REFERRED = Question(QuestionKind.SINGLE, (OF_MAX,), 0)
POINTS = (DecisionPoint("höja avgiften."), DecisionPoint("ge regiondirektören i uppdrag att …"))
ITEM = Item(
    12,
    "Avgifter i kollektivtrafiken",
    ("0123-2026",),
    decision=Decision(DecisionKind.DECISION, POINTS),
    proposals=(COUNTER, Proposal((EVA,), K.APPROVE)),
    questions=(QUESTION,),
    votes=(VOTE,),
    reservations=(Reservation("Bo Alm", "M"), Reservation("Max Ruiz", "V", 1)),
    assignments=(Assignment(2, "Regiondirektören", date(2027, 3, 1)),),
    recipients=("Regiondirektör",),
)
PROTOCOL = Protocol(
    "Regionstyrelsen",
    date(2026, 3, 11),
    (ITEM, replace(ITEM, number=13)),
    place="Regionhuset",
    opened_at="09:00",
    closed_at="12:00",
    attendance=CONTEXT.attendance,
    adjusters=(BO,),
)

Changes = Mapping[str, Any]


def found_in(changes: Changes) -> list[Finding]:
    """What is found in the sound § with changes; "context" holds those of what is known."""
    told = dict(changes)
    context = replace(CONTEXT, **told.pop("context", {}))
    return list(audit_item(replace(ITEM, **told), context))


def found_in_meeting(changes: Changes) -> list[Finding]:
    """What is found in the sound meeting with changes."""
    told = dict(changes)
    context = replace(CONTEXT, **told.pop("context", {}))
    return list(audit(replace(PROTOCOL, **told), context))


def case(rule: str, weight: str, clause: str, broken: Changes, sound: Changes) -> Any:
    """A row of a truth table: what breaks a rule, and what is near and does not."""
    return pytest.param(rule, weight, broken, sound, id=f"{rule}: {clause}")


def of_rule(found: list[Finding], rule: str) -> set[str]:
    """With which weights a rule was found broken."""
    return {str(one.weight) for one in found if one.rule == rule}


def kind(kind: BodyKind) -> dict[str, Any]:
    """The same meeting of a body of another kind."""
    return {"kind": kind}


def with_seats(*attendance: Attendance) -> dict[str, Any]:
    """Another attendance."""
    return {"attendance": (*attendance, *BESIDE)}
