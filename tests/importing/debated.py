"""A § of an invented board in which everything happens, to be edited."""

from __future__ import annotations

from datetime import date

from minutes.domain.assignments import Assignment
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.disqualifications import Disqualification
from minutes.domain.notes import Note
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.record import Item
from minutes.domain.reservations import Reservation
from minutes.domain.voting import Ballot, BallotChoice, Vote
from tests.domain.people import BO, EVA, LI, Person

_C = BallotChoice
BODY = "Regionstyrelsen"
PER, ANN = Person("Per By", "M"), Person("Ann Dahl", "S")
_TASK = "redovisa kostnaderna senast den 1 mars 2027."


def _ballots(choice: BallotChoice, *people: Person) -> tuple[Ballot, ...]:
    return tuple(Ballot(p.name or "", p.party, choice) for p in people)


DEBATED = Item(
    12,
    "Avgifter i kollektivtrafiken",
    ("0123-2026",),
    decision=Decision(
        DecisionKind.DECISION,
        (
            DecisionPoint("höja avgiften."),
            DecisionPoint(f"ge regiondirektören i uppdrag att {_TASK}"),
        ),
    ),
    proposals=(
        Proposal((BO,), ProposalKind.COUNTER, text="sätta avgiften till 50 kronor."),
        Proposal((EVA,), ProposalKind.APPROVE),
    ),
    questions=(Question(QuestionKind.AGAINST, (BASE, Option("Bo Alm", OptionKind.PROPOSAL)), 0),),
    votes=(
        Vote(
            3,
            2,
            ballots=(
                *_ballots(BallotChoice.YES, EVA, ANN, LI),
                *_ballots(BallotChoice.NO, BO, PER),
            ),
            question=0,
            yes_means="bifall till det liggande förslaget",
            no_means="bifall till Bo Alms förslag",
            carried=True,
        ),
    ),
    reservations=(Reservation("Bo Alm", "M", in_favour_of="eget förslag"),),
    notes=(Note("Protokollsanteckning", (LI,), text="Vården går före."),),
    disqualified=(Disqualification("Max Ruiz", "V", "ledamotskap i Älvbuss AB", PER, None),),
    assignments=(Assignment(2, "Regiondirektören", date(2027, 3, 1), text=_TASK),),
    recipients=("Regiondirektör", "Ekonomidirektör"),
)
