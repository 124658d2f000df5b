"""A small invented protocol, worded, and the editions that it is printed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from minutes.domain.adjustment import Signature
from minutes.domain.assignments import Assignment
from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.editions import Edition
from minutes.domain.notices import Notice
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.record import Item, Protocol
from minutes.domain.reservations import Reservation
from minutes.domain.sections import Section, SectionKind
from minutes.domain.wording.items import worded
from tests.domain.people import BO, EVA, LI, MAX

BOARD = "Regionstyrelsen"
HELD_ON, ADJUSTED_ON = date(2026, 3, 4), date(2026, 3, 12)
_TABLE = """\
| Division | Budget 2026 | Prognos |
| --- | --- | --- |
| Närsjukvård | 2 410 | 2 447 |
| Länssjukvård | 3 120 | 3 118 |
| Service | 640 | 655 |"""
_BACKGROUND = f"""\
Resultatet för årets två första månader är ett underskott på 12 mnkr. Prognosen för året är \
ett resultat på 4 mnkr, vilket är 31 mnkr sämre än budget. Hälso- och sjukvårdens EU-program \
”Nära vård i Älvmark” löper enligt plan.

{_TABLE}

Åtgärderna är följande:

- Inhyrd personal minskas med en fjärdedel till sommaren, först på de minsta enheterna och \
därefter på sjukhusen i Sundevik och Kvarnlunda.
- Upphandlingen av laboratorieutrustning skjuts upp."""


_TASK = "redovisa åtgärder för budget i balans senast 2026-05-20."


def _decision(*points: str) -> Decision:
    return Decision(DecisionKind.DECISION, tuple(DecisionPoint(text) for text in points))


_DEBATED = Item(
    18,
    "Månadsrapport februari 2026 för Region Älvmark",
    dnr=("0112-2026",),
    decision=_decision("godkänna månadsrapporten.", f"ge regiondirektören i uppdrag att {_TASK}"),
    proposals=(
        Proposal((EVA,), ProposalKind.APPROVE),
        Proposal((LI, MAX), ProposalKind.REJECT),
    ),
    questions=(Question(QuestionKind.AGAINST, (BASE, Option("Li Öst", OptionKind.PROPOSAL)), 0),),
    reservations=(Reservation("Li Öst", "C"), Reservation("Max Ruiz", "V")),
    assignments=(Assignment(2, "Regiondirektören", date(2026, 5, 20), text=_TASK),),
    annexes=("Månadsrapport februari 2026",),
    recipients=("Regiondirektör", "Ekonomidirektör"),
    sections=(Section(SectionKind.BACKGROUND, "Ärendet", _BACKGROUND),),
)


def _items() -> tuple[Item, ...]:
    elected = Item(17, "Val av justerare", decision=_decision("utse Bo Alm (M) att justera."))
    filed = Item(19, "Meddelanden", decision=_decision("lägga informationen till handlingarna."))
    return tuple(worded(BOARD, item) for item in (elected, _DEBATED, filed))


def small_protocol() -> Protocol:
    """Three §§ of an invented board: a formal one, a debated one with a table, a short one."""
    return Protocol(
        body=BOARD,
        date=HELD_ON,
        items=_items(),
        organisation="Region Älvmark",
        place="Regionhuset, Sundevik",
        opened_at="09:00",
        closed_at="11:40",
        attendance=(
            Attendance("Eva Ek", "S", Role.CHAIR),
            Attendance("Bo Alm", "M", Role.VICE_CHAIR, intervals=(Interval(None, 18),)),
            Attendance("Li Öst", "C", Role.MEMBER, remote=True),
            Attendance("Max Ruiz", "V", Role.SUBSTITUTE, serves_for=Person("Åke By", "V")),
            Attendance("Per Wik", "S", Role.SUBSTITUTE, serves=False),
            Attendance("Ulla Ny", None, Role.ATTENDEE, False, title="ekonomidirektör"),
            Attendance("Åsa Lind", None, Role.SECRETARY, serves=False),
        ),
        adjusters=(BO,),
        adjusted_on=ADJUSTED_ON,
    )


def with_attendance(members: int, adjusters: int) -> Protocol:
    """The front page alone of a meeting with so many members, and so many to adjust."""
    people = [Person(f"Ledamot {chr(65 + n // 26)}{chr(97 + n % 26)}", "S") for n in range(members)]
    serving = tuple(Attendance(p.name or "", p.party, Role.MEMBER) for p in people)
    return replace(
        small_protocol(), items=(), attendance=serving, adjusters=tuple(people[:adjusters])
    )


NOTICE = Notice(date(2026, 3, 13), date(2026, 4, 7), date(2026, 4, 8), "Regionens kansli")
ADJUSTED = Edition(
    "RS-2026-03-04",
    2,
    is_draft=False,
    signatures=(
        Signature("Åsa Lind", None, HELD_ON),
        Signature("Eva Ek", "S", date(2026, 3, 11)),
        Signature("Bo Alm", "M", ADJUSTED_ON),
    ),
    notice=NOTICE,
)
DRAFT = Edition("RS-2026-03-04")


HYPHENED = tuple(
    f"Rapport om v{'å' * n}rden i Kvarnlunda och dess covid-vård" for n in range(1, 30)
)
"""Titles that break their line at every letter of a word with a hyphen of its own, in turn."""


def with_titles(titles: Sequence[str]) -> Protocol:
    """The small protocol with §§ of these titles, and nothing more than a decision in each."""
    filed = _decision("lägga informationen till handlingarna.")
    items = (Item(number, title, decision=filed) for number, title in enumerate(titles, 1))
    return replace(small_protocol(), items=tuple(worded(BOARD, item) for item in items))
