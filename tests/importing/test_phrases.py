"""Phrases of the field: each is read as what it says, whichever house writes it."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.domain.motions import ClauseOutcome
from minutes.domain.proposals import ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.record import Item
from tests.importing.written import HEAD, read_protocol, read_sections

_K = ProposalKind
_APPROVE = "Eva Ek (S) yrkar bifall till förslaget.\n"
_REFER = "Bo Alm (M) yrkar att ärendet återremitteras.\n"
_COUNTER = "Bo Alm (M) yrkar att avgiften i stället sänks.\n"


def _decided(decision: str, title: str = "Avgifter", more: str = "") -> Item:
    text = f"{HEAD}§ 12\n\n{title}\n\nDnr 12-2026\n\nBeslut\n\n{decision}\n\n{more}\n"
    [item] = read_protocol(text).items
    return item


MOVED = (
    pytest.param(
        "Eva Ek (S) och Li Öst (C): Bifall till förslaget.\nBo Alm (M): Avslag på förslaget.",
        [(["Eva Ek", "Li Öst"], _K.APPROVE, 1), (["Bo Alm"], _K.REJECT, 1)],
        id="a list without verbs",
    ),
    pytest.param(
        "Bo Alm (M) med instämmande av Li Öst (C): I första hand återremiss för att räkna om "
        "avgiften. I andra hand avslag.",
        [
            (["Bo Alm"], _K.REFER_BACK, 1),
            (["Li Öst"], _K.REFER_BACK, 1),
            (["Bo Alm"], _K.REJECT, 2),
            (["Li Öst"], _K.REJECT, 2),
        ],
        id="consent in both places",
    ),
    pytest.param(
        "Bo Alm (M) yrkar, med instämmande av Li Öst (C), avslag på förslaget.",
        [(["Bo Alm"], _K.REJECT, 1), (["Li Öst"], _K.REJECT, 1)],
        id="consent behind the verb",
    ),
    pytest.param(
        "Bo Alm (M), med instämmande av Eva Ek (S) och Li Öst (C), yrkar avslag på förslaget.",
        [(["Bo Alm"], _K.REJECT, 1), (["Eva Ek", "Li Öst"], _K.REJECT, 1)],
        id="consent of two before the verb",
    ),
)


@pytest.mark.parametrize(("text", "moved"), MOVED)
def test_who_moves_and_who_consents_are_told_apart(text: str, moved: object) -> None:
    found = read_sections(f"Yrkanden\n\n{text}").proposals

    assert [([by.name for by in p.by], p.kind, p.rank) for p in found] == moved
    assert all(p.supports == "Bo Alm" for p in found[1:] if p.by[0].name in {"Li Öst"})


def _single(option: Option, carried: int | None) -> Question:
    return Question(QuestionKind.SINGLE, (option,), carried)


_BACK = Option("Bo Alm", OptionKind.REFER_BACK)
_HIS = Option("Bo Alm", OptionKind.PROPOSAL)

ASKED = (
    pytest.param(
        _APPROVE,
        "Ordföranden finner att det endast finns ett förslag till beslut och att regionstyrelsen "
        "beslutar enligt detta.",
        [_single(BASE, 0)],
        id="there is only one proposal",
    ),
    pytest.param(
        "Bo Alm (M) yrkar att ärendet bordläggs.\n",
        "Ordföranden finner att det bara finns ett förslag, nämligen att ärendet bordläggs, och "
        "att regionstyrelsen beslutar så.",
        [_single(Option("Bo Alm", OptionKind.TABLE), 0)],
        id="the only proposal tables the item",
    ),
    pytest.param(
        _APPROVE + _REFER,
        "Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras, och finner att det "
        "ska avgöras i dag. Ordföranden frågar därefter om regionstyrelsen beslutar enligt "
        "förslaget och finner att så sker.",
        [_single(_BACK, None), _single(BASE, 0)],
        id="asks whether it is decided today",
    ),
    pytest.param(
        _APPROVE + _COUNTER,
        "Ordföranden ställer förslaget mot Bo Alms yrkande. Omröstning begärs och genomförs. Med 2 "
        "ja-röster mot 1 nej-röst bifaller regionstyrelsen förslaget.",
        [Question(QuestionKind.AGAINST, (BASE, _HIS), 0)],
        id="goes straight to a vote",
    ),
    pytest.param(
        "Bo Alm (M) yrkar bifall till motionen.\n",
        "Ordföranden ställer proposition på bifall respektive avslag till motionen och finner att "
        "regionstyrelsen avslår motionen.",
        [_single(_HIS, None)],
        id="the motion's approval or denial",
    ),
    pytest.param(
        _COUNTER,
        "Ordföranden ställer förslagen mot varandra och finner att det liggande förslaget bifalls.",
        [Question(QuestionKind.AGAINST, (BASE, _HIS), 0)],
        id="the only counter-proposal against the base",
    ),
)


@pytest.mark.parametrize(("moved", "asked", "questions"), ASKED)
def test_what_the_chair_asks_is_read(moved: str, asked: str, questions: list[Question]) -> None:
    item = read_sections(f"Yrkanden\n\n{moved}\nBeslutsgång\n\n{asked}")

    assert list(item.questions) == questions


def test_a_vote_settles_the_question_that_went_straight_to_it() -> None:
    item = read_sections(
        f"Yrkanden\n\n{_COUNTER}\nBeslutsgång\n\nOrdföranden ställer förslaget mot Bo Alms "
        "yrkande. Votering begärs.\n\nMed 2 ja-röster mot 1 nej-röst bifalls förslaget."
    )

    assert [vote.question for vote in item.votes] == [0]


DEADLINES = (
    pytest.param("senast i maj 2027", date(2027, 5, 31), id="in a month"),
    pytest.param("före utgången av februari 2028", date(2028, 2, 29), id="end of a month"),
    pytest.param("i maj 2027", None, id="a month that is no limit"),
)


@pytest.mark.parametrize(("when", "limit"), DEADLINES)
def test_a_month_is_a_deadline_on_its_last_day(when: str, limit: date | None) -> None:
    item = _decided(f"Regiondirektören får i uppdrag att {when} redovisa en plan.")

    assert [one.deadline for one in item.assignments] == [limit]


def test_the_next_entry_of_a_list_may_give_the_deadline() -> None:
    item = _decided(
        "Regionstyrelsen beslutar att\n• ge regiondirektören i uppdrag att utreda frågan,\n"
        "• uppdraget ska redovisas senast den 3 maj 2027."
    )

    assert [one.deadline for one in item.assignments] == [date(2027, 5, 3)]
    assert item.decision is not None
    assert len(item.decision.points) == 1


def test_papers_listed_behind_a_whole_decision_are_no_points() -> None:
    item = _decided(
        "Regionstyrelsen lägger meddelandena till handlingarna.\n\n1. Skrivelse om bussar\n"
        "2. Cirkulär om avgifter"
    )

    assert item.decision is not None
    assert len(item.decision.points) == 1


_A, _R, _ANSWERED = ClauseOutcome.APPROVED, ClauseOutcome.REJECTED, ClauseOutcome.ANSWERED
_TOLD = "Ärendet\n\nBo Alm (M) föreslår i en motion att busskort blir gratis och att turer ökas."
CLAIMS = (
    pytest.param("att bifalla yrkande 1 och 3, att avslå yrkande 2.", (_A, _R, _A), id="numbers"),
    pytest.param("att bifalla punkterna 1–2 samt att avslå punkt 3.", (_A, _A, _R), id="a range"),
    pytest.param(
        "att avslå motionens första att-sats och att i övrigt anse motionen besvarad.",
        (_R, _ANSWERED),
        id="the rest, told in prose",
    ),
    pytest.param(
        "att motionens punkt 1 bifalls samt att motionen i övrigt avslås.", (_A, _R), id="passive"
    ),
)


@pytest.mark.parametrize(("decision", "claims"), CLAIMS)
def test_clauses_are_answered_each(decision: str, claims: tuple[ClauseOutcome, ...]) -> None:
    lead = "Regionstyrelsen föreslår regionfullmäktige besluta"
    item = _decided(f"{lead} {decision}", "Svar på motion om busskort", _TOLD)

    assert item.motion is not None
    assert item.motion.claims == claims
