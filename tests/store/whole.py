"""The record of a meeting with everything that a record can hold, for any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from minutes.domain.assignments import Assignment
from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.corrections import Correction
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.disqualifications import Disqualification
from minutes.domain.motions import ClauseOutcome, MotionAnswer
from minutes.domain.notes import Note, NoteKind
from minutes.domain.persons import CHAIR
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.record import Item, Protocol, Unread
from minutes.domain.reservations import Reservation
from minutes.domain.sections import Section, SectionKind
from minutes.domain.voting import Ballot, BallotChoice, Vote
from tests.domain.people import BO, EVA, GROUP, LI, MAX

ORGANISATION, BOARD, ASSEMBLY = "Region Älvmark", "Regionstyrelsen", "Regionfullmäktige"
_PROPOSALS = (
    Proposal((CHAIR,), ProposalKind.APPROVE),
    Proposal((BO, LI), ProposalKind.ADD, text="redovisa kostnaden."),
    Proposal((MAX,), ProposalKind.ADD, 2, supports="Bo Alm"),
    Proposal((GROUP,), ProposalKind.REJECT, against="Bo Alm"),
    Proposal((MAX,), ProposalKind.TABLE, withdrawn=True),
)
_QUESTIONS = (
    Question(QuestionKind.SINGLE, (Option("Bo Alm", OptionKind.ADD),)),
    Question(QuestionKind.AGAINST, (BASE, Option("Bo Alm", OptionKind.PROPOSAL)), 0),
)
_VOTES = (
    Vote(
        *(1, 1, 1, 1),
        ballots=(
            Ballot("Eva Ek", "S", BallotChoice.YES),
            Ballot("Bo Alm", "M", BallotChoice.NO),
            Ballot("Li Öst", "C", BallotChoice.ABSTAIN),
            Ballot("Max Ruiz", "V", BallotChoice.ABSENT),
        ),
        question=0,
        yes_means="avslag på tillägget",
        no_means="bifall till tillägget",
        casting_vote=EVA,
        carried=True,
    ),
    Vote(2, 2, lot=True, closed=True, preliminary=True, carried=False),
)
_DECISION = Decision(
    DecisionKind.PROPOSAL,
    (
        DecisionPoint("godkänna delårsrapporten."),
        DecisionPoint("ge regiondirektören i uppdrag att pröva avtalet.", DecisionKind.DECISION),
    ),
    ASSEMBLY,
    (DecisionPoint("paragrafen justeras omedelbart."),),
)
_ASSIGNMENTS = (
    Assignment(2, "Regiondirektören", date(2027, 5, 4), text="pröva avtalet."),
    Assignment(2, "Ekonomidirektören", event="inför budget 2028", text="pröva priset."),
)


def _debated(number: int) -> Item:
    """A § that was debated, voted on and dissented from."""
    return Item(
        number,
        "Delårsrapport",
        dnr=("0012-2026", "0013-2026"),
        decision=_DECISION,
        proposals=_PROPOSALS,
        questions=_QUESTIONS,
        votes=_VOTES,
        reservations=(
            Reservation("Bo Alm", "M", 2, "eget förslag", "Kostnaden borde redovisas."),
            Reservation(None, "KD"),
        ),
        notes=(
            Note(
                "Särskilt yttrande", (LI, MAX), None, "Vi ville mer.", NoteKind.SEPARATE_STATEMENT
            ),
            Note("Protokollsanteckning", (), "KD", "Vi deltog gärna."),
        ),
        assignments=_ASSIGNMENTS,
        sections=(
            Section(SectionKind.SUMMARY, "Sammanfattning", "Resultatet är **bättre** än väntat."),
            Section(SectionKind.BACKGROUND, "Ärendet", "| Ort | Tkr |\n| --- | --- |\n| Älv | 1 |"),
        ),
    )


def _answered(number: int) -> Item:
    """A § that answers a motion, with members aside, papers and a correction."""
    return Item(
        number,
        "Motion om öppna mottagningar",
        dnr=("0013-2026",),
        decision=Decision(DecisionKind.DECISION, (DecisionPoint("bordlägga ärendet."),)),
        tabled=True,
        motion=MotionAnswer("7-2025", (ClauseOutcome.APPROVED, ClauseOutcome.ANSWERED)),
        disqualified=(Disqualification("Eva Ek", "S", "närstående", LI, BO),),
        stands_aside=(MAX, GROUP),
        annexes=("Karta",),
        decision_basis=("Tjänsteskrivelse 2026-01-15",),
        references=("Motion 7-2025",),
        recipients=("Regiondirektören", "Ekonomichefen"),
        corrections=(Correction((EVA, BO), ("2026-03-03",), "bordlägga", "8", "9", "skrivfel"),),
    )


def whole_protocol(day: date, first: int = 1) -> Protocol:
    """The record of a meeting of the board on that day, its §§ counted from `first`."""
    return Protocol(
        body=BOARD,
        date=day,
        items=(_debated(first), _answered(first + 1)),
        organisation=ORGANISATION,
        place="Regionhuset",
        opened_at="09:00",
        closed_at="11:40",
        attendance=(
            Attendance("Eva Ek", "S", Role.CHAIR),
            Attendance("Bo Alm", "M", Role.VICE_CHAIR, intervals=(Interval(None, first),)),
            Attendance("Li Öst", "C", Role.SUBSTITUTE, serves_for=MAX, remote=True),
            Attendance("Åsa Lind", None, Role.SECRETARY, serves=False, title="sekreterare"),
        ),
        adjusters=(BO,),
        adjusted_on=day,
        document_id="2026-7",
        unread=(Unread(17, "Ajournering 10.15", "Raden hör inte till något som känns igen."),),
    )


def adjusted_protocol(day: date) -> Protocol:
    """The record of that meeting as it stands when its first § was adjusted at once."""
    told = whole_protocol(day)
    first, *others = told.items
    return replace(told, items=(replace(first, adjusted_at_once_on=day), *others))
