"""A whole § in prose: what its record calls for, in the order of the house."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings

from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.disqualifications import Disqualification
from minutes.domain.notes import Note, NoteKind
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.record import Item
from minutes.domain.reservations import Reservation
from minutes.domain.sections import Section, SectionKind
from minutes.domain.voting import Vote
from minutes.domain.wording.items import GENERATED, HEADINGS, ORDER, procedure_text, worded
from minutes.domain.wording.questions import question_text
from minutes.domain.wording.votes import vote_text
from tests.domain.people import BO, EVA
from tests.records.items import items

BODY = "Regionstyrelsen"
K = SectionKind
BARE = Item(12, "Ny plan")
EVAS = Question(QuestionKind.SINGLE, (Option("Eva Ek", OptionKind.ADD),), 0)
THE_BASE = Question(QuestionKind.SINGLE, (BASE,), 0)


def _headings(item: Item) -> list[tuple[SectionKind, str]]:
    return [(section.kind, section.heading) for section in worded(BODY, item).sections]


@pytest.mark.parametrize(
    ("item", "headings"),
    [
        pytest.param(BARE, [], id="an empty record calls for nothing"),
        pytest.param(
            replace(BARE, decision=Decision(DecisionKind.DECISION, (DecisionPoint("anta."),))),
            [(K.DECISION, "Regionstyrelsens beslut")],
            id="a decision, KL 5:67 point 4",
        ),
        pytest.param(
            replace(BARE, reservations=(Reservation("Bo Alm", "M"),)),
            [(K.RESERVATION, "Reservation")],
            id="one reservation, KL 5:67 point 6",
        ),
        pytest.param(
            replace(BARE, reservations=(Reservation("Bo Alm", "M"), Reservation("Eva Ek", "S"))),
            [(K.RESERVATION, "Reservationer")],
            id="several reservations, KL 5:67 point 6",
        ),
        pytest.param(
            replace(BARE, reservations=(Reservation(None, "M"),)),
            [(K.RESERVATION, "Reservationer")],
            id="the reservation of a group is its members'",
        ),
        pytest.param(
            replace(
                BARE,
                notes=(
                    Note("", (EVA,), text="A.", kind=NoteKind.EXPLANATION_OF_VOTE),
                    Note("", (BO,), text="B.", kind=NoteKind.EXPLANATION_OF_VOTE),
                    Note("", (BO,), text="C."),
                ),
            ),
            [(K.NOTE, "Röstförklaring"), (K.NOTE, "Protokollsanteckning")],
            id="notes of one kind together",
        ),
        pytest.param(
            replace(BARE, disqualified=(Disqualification("Eva Ek", "S"),), stands_aside=(BO,)),
            [(K.DISQUALIFICATION, "Jäv"), (K.STANDS_ASIDE, "Deltar inte i beslutet")],
            id="who took no part, KL 5:67 point 5",
        ),
        pytest.param(
            replace(BARE, proposals=(Proposal((EVA,), ProposalKind.TABLE),), questions=(EVAS,)),
            [
                (K.DELIBERATION, "Ärendets behandling under sammanträdet"),
                (K.DECISION_PROCEDURE, "Beslutsgång"),
            ],
            id="proposals and their order, KL 5:67 points 1 and 2",
        ),
        pytest.param(
            replace(BARE, proposals=(Proposal((EVA,), ProposalKind.TABLE, withdrawn=True),)),
            [],
            id="a withdrawn proposal leaves no trace, KL 5:67 point 1",
        ),
        pytest.param(
            replace(BARE, recipients=("Ekonomichef",), annexes=("Plan",)),
            [(K.ANNEXES, "Bilagor"), (K.RECIPIENTS, "Protokollsutdrag skickas till")],
            id="lists",
        ),
    ],
)
def test_a_section_stands_where_the_record_calls_for_it(
    item: Item, headings: list[tuple[SectionKind, str]]
) -> None:
    assert _headings(item) == headings


def test_what_people_wrote_stays_and_finds_its_place() -> None:
    summary = Section(K.SUMMARY, "Sammanfattning", "Planen gäller i tre år.")
    stale = Section(K.RECIPIENTS, "Skickas till", "Någon annan")
    item = replace(BARE, sections=(stale, summary), recipients=("Ekonomichef", "Registrator"))

    sections = worded(BODY, replace(item, stands_aside=(BO,))).sections

    assert [section.kind for section in sections] == [K.STANDS_ASIDE, K.SUMMARY, K.RECIPIENTS]
    assert sections[1] is summary
    assert sections[2].text == "Ekonomichef\n\nRegistrator"


def test_a_vote_follows_its_question_and_a_preliminary_one_goes_before() -> None:
    held = Vote(8, 7, question=1), Vote(5, 4, question=1, preliminary=True), Vote(3, 2, question=0)
    item = replace(BARE, questions=(THE_BASE, EVAS), votes=held)

    text = procedure_text(BODY, item)

    settled, preliminary, first = (vote_text(BODY, vote) for vote in held)
    asked = [question_text(BODY, question) for question in (THE_BASE, EVAS)]
    assert text.split("\n\n") == [asked[0], first, preliminary, asked[1], settled]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(None, id="on no question"),
        pytest.param(1, id="on a question that is not there"),
    ],
)
def test_no_vote_is_left_out(question: int | None) -> None:
    vote = Vote(8, 7, question=question)
    item = replace(BARE, questions=(THE_BASE,), votes=(vote,))

    assert procedure_text(BODY, item).endswith(f"\n\n{vote_text(BODY, vote)}")


@settings(max_examples=40)
@given(item=items())
def test_wording_changes_nothing_but_the_sections_and_settles_at_once(item: Item) -> None:
    again = worded(BODY, item)

    unchanged = [f.name for f in fields(Item) if f.name != "sections"]
    assert again == item
    assert all(getattr(again, name) == getattr(item, name) for name in unchanged)


@settings(max_examples=40)
@given(item=items())
def test_sections_follow_the_order_of_the_house_and_none_is_empty(item: Item) -> None:
    places = [ORDER.index(section.kind) for section in item.sections]

    assert places == sorted(places)
    assert [section.heading for section in item.sections if not section.text.strip()] == []


@settings(max_examples=40)
@given(item=items())
def test_every_vote_and_every_question_of_the_record_is_told_of(item: Item) -> None:
    told = procedure_text(BODY, item)

    assert all(question_text(BODY, question) in told for question in item.questions)
    assert all(vote_text(BODY, vote) in told for vote in item.votes)


def test_every_section_is_either_written_from_the_record_or_by_people() -> None:
    by_people = set(ORDER) - GENERATED

    assert {K.SUMMARY, K.BACKGROUND, K.STATEMENT, K.CORRECTION} <= by_people
    assert {K.DECISION, K.RESERVATION, K.DECISION_PROCEDURE, K.RECIPIENTS} <= GENERATED
    assert set(HEADINGS) <= set(ORDER)
