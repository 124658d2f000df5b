"""What edited words tell becomes the record, in one act, and is undone whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import col, select

from minutes.actions.decisions import report_measure
from minutes.actions.enclosures import File, attach, keep_document
from minutes.actions.motions import Raised, answer_motion, raise_motion
from minutes.actions.taking_over import give_back, take_over
from minutes.domain import record
from minutes.domain.assignments import Assignment
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.errors import RuleBroken
from minutes.domain.motions import ClauseOutcome, MotionAnswer
from minutes.domain.notes import Note
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.questions import BASE, Option, OptionKind, Question, QuestionKind
from minutes.domain.reservations import Reservation
from minutes.domain.voting import Ballot, BallotChoice, Vote
from minutes.store import tables as t
from minutes.store.rows import grouped
from tests.actions.retold import record_of
from tests.actions.world import ACT, LATER, World
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
REVISED_TEXT = replace(ADDED, text="redovisa kostnaden i maj.")
TURNED = (replace(BALLOTS[0], ballot=NO), replace(BALLOTS[1], ballot=YES))
NEW_POINT = DecisionPoint("Regionen säljer bussar.")
OTHERWISE: dict[str, dict[str, Any]] = {
    "a proposal otherwise": {"proposals": (MOVED, REVISED_TEXT)},
    "proposals in another order": {"proposals": (ADDED, MOVED)},
    "a question more": {"questions": (MAIN, MORE, replace(MORE, carried=None))},
    "a finding otherwise": {"questions": (replace(MAIN, carried=1), MORE)},
    "no second question": {"questions": (MAIN,)},
    "no first question": {"questions": (MORE,), "votes": (replace(HELD, question=None),)},
    "a vote otherwise": {"votes": (replace(HELD, ballots=TURNED),)},
    "a vote on the other question": {"votes": (replace(HELD, question=1),)},
    "no vote": {"votes": ()},
    "a point before the others": {
        "decision": replace(DECIDED, points=(NEW_POINT, *POINTS)),
        "assignments": (replace(GIVEN, point=3),),
        "reservations": (replace(RESERVED, point=2),),
    },
    "a point the less": {"decision": replace(DECIDED, points=POINTS[:1]), "assignments": ()},
    "another to do it": {"assignments": (replace(GIVEN, assignee="Regionjuristen"),)},
    "one more to do": {"assignments": (OTHER, GIVEN)},
    "the item on the table": {"tabled": True},
    "no decision": {"decision": None, "assignments": (), "reservations": ()},
    "a reason": {"reservations": (replace(RESERVED, motivation="Priset."),)},
    "nobody reserves": {"reservations": ()},
    "a note by another": {"notes": (replace(NOTED, by=(BO,)),)},
    "a note more": {"notes": (Note("Anteckning", (BO,), text="Nej."), NOTED)},
    "other papers": {"annexes": (), "decision_basis": ("Kalkyl",), "references": ()},
    "sent in another order": {"recipients": FULL["recipients"][::-1]},
}


def told_as(world: World, **parts: Any) -> t.History:
    """Take over words that tell those parts of the § otherwise."""
    now = record_of(world, world.item)
    told = replace(now, **parts)
    who = {"now": now, "present": world.present}
    return take_over(world.session, LATER, world.meeting, world.item, told, **who)[1]


@pytest.fixture
def full(world: World) -> record.Item:
    """The § with something of all."""
    told_as(world, **FULL)
    return record_of(world, world.item)


def test_what_the_words_tell_is_recorded(world: World, full: record.Item) -> None:
    assert {name: getattr(full, name) for name in FULL} == FULL


@pytest.mark.parametrize("parts", OTHERWISE.values(), ids=OTHERWISE.keys())
def test_what_the_words_tell_otherwise_is_one_act_and_undone_whole(
    world: World, full: record.Item, parts: dict[str, Any]
) -> None:
    before = len(world.history())

    done = told_as(world, **parts)

    assert record_of(world, world.item) == replace(full, **parts)
    assert world.history()[before:] == [done]
    give_back(world.session, LATER, world.item, done)
    assert record_of(world, world.item) == full


def test_what_the_words_tell_as_before_keeps_its_row(world: World, full: record.Item) -> None:
    def rows() -> list[t.Proposal]:
        return list(grouped(world.session, t.Proposal, "item_id", [world.item.id])[world.item.id])

    before = [(row.id, row.revision) for row in rows()]

    told_as(world, proposals=(REVISED_TEXT, MOVED))

    assert [(row.id, row.revision) for row in rows()] == [(before[1][0], 2), before[0]]


def test_what_others_have_changed_since_is_not_undone(world: World, full: record.Item) -> None:
    done = told_as(world, recipients=("Ekonomichefen",))
    told_as(world, recipients=())

    with pytest.raises(RuleBroken, match="ändrats sedan dess"):
        give_back(world.session, LATER, world.item, done)

    assert record_of(world, world.item) == replace(full, recipients=())


def test_it_is_undone_once(world: World, full: record.Item) -> None:
    done = told_as(world, notes=())
    give_back(world.session, LATER, world.item, done)

    with pytest.raises(RuleBroken, match="ändrats sedan dess"):
        give_back(world.session, LATER, world.item, done)


def test_how_a_motion_ended_is_told_and_undone(world: World) -> None:
    act = (world.session, ACT)
    motion = raise_motion(*act, world.organisation, Raised("8-2025", "Tåg", clauses=("a.", "b.")))
    ended = MotionAnswer("8-2025", (ClauseOutcome.APPROVED, ClauseOutcome.REJECTED))
    answer_motion(*act, motion, world.item, ended)
    other = replace(ended, claims=ended.claims[::-1])

    done = told_as(world, motion=other)

    assert record_of(world, world.item).motion == other
    give_back(world.session, LATER, world.item, done)
    assert record_of(world, world.item).motion == ended


STRANGER = Person("Li Öst", "C")
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "nothing new": ({}, "inget annat"),
    "a mover who does not serve": (
        {"proposals": (MOVED, replace(ADDED, by=(STRANGER,)))},
        "tjänstgör",
    ),
    "a question that nobody moved": (
        {"questions": (replace(MAIN, options=(BASE, Option("Li Öst", OptionKind.PROPOSAL))),)},
        "Li Öst",
    ),
    "a casting vote without a tie": (
        {"votes": (replace(HELD, ballots=(BALLOTS[0],), no=0),)},
        "Utslagsrösten avgör bara",
    ),
    "a reservation against no point": ({"reservations": (replace(RESERVED, point=7),)}, "punkt 7"),
    "a proposal that was put to the question": ({"proposals": (ADDED,)}, "bygger på det"),
    "who stands aside after the decision": ({"stands_aside": (EVA,)}, "innan dess"),
    "an assignment of no point": ({"assignments": (replace(GIVEN, point=9),)}, "punkt 9"),
    "a motion that there is not": (
        {"motion": MotionAnswer("8-2025", ())},
        "samma motion",
    ),
}


@pytest.mark.parametrize(("parts", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_words_that_tell_what_cannot_be_are_refused(
    world: World, full: record.Item, parts: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        told_as(world, **parts)


def test_an_assignment_that_is_reported_on_is_not_taken_out_by_words(
    world: World, full: record.Item
) -> None:
    last = select(t.Assignment).order_by(col(t.Assignment.id).desc())
    given = world.session.exec(last.limit(1)).one()
    report_measure(world.session, ACT, given, world.item, "Gjort.")

    with pytest.raises(RuleBroken, match="redovisat"):
        told_as(world, assignments=())


def test_an_annex_with_a_file_stays(world: World, full: record.Item, tmp_path: Any) -> None:
    act = (world.session, ACT)
    file = File(b"%PDF-", t.DocumentKind.SOURCE, "p.pdf", "application/pdf")
    kept = keep_document(*act, file, exports=tmp_path, meeting=world.meeting)
    attach(*act, world.item, "Avtal", kind=t.AnnexKind.ANNEX, position=7, document=kept)

    told_as(world, annexes=("Ritning", "Avtal"))

    assert sorted(record_of(world, world.item).annexes) == ["Avtal", "Ritning"]
    with pytest.raises(RuleBroken, match="Bilagan Avtal har en fil"):
        told_as(world, annexes=("Ritning",))
