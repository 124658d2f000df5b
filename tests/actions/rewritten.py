"""What is written anew of a decision and of those who dissent, as calls and their entries."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from minutes.actions import (
    assigning,
    decision_points,
    decisions,
    dissent,
    dissent_revisions,
    motion_answers,
    motions,
)
from minutes.actions.items import take_up_item
from minutes.domain.assignments import Assignment
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.motions import ClauseOutcome, MotionAnswer
from minutes.domain.notes import Note
from minutes.domain.reservations import Reservation
from tests.actions.accounts import Call
from tests.actions.world import DAY, LATER, World
from tests.domain.people import EVA, LI

RESERVED = Reservation("Bo Alm", "M")
NOTED = Note("Protokollsanteckning", (LI,), text="Nej.")
GIVEN = Assignment(1, "Regiondirektören", text="a.")

DECIDED, ANEW = (
    Decision(DecisionKind.DECISION, (DecisionPoint(words),)) for words in ("ett.", "två.")
)


def rewritten(world: World) -> dict[str, Call]:
    """What is written anew."""
    act = (world.session, LATER)
    item = take_up_item(*act, world.meeting, "Avtal")
    decision, _ = decisions.decide(*act, item, DECIDED)
    return {
        "revised decision": partial(
            decision_points.revise_decision, *act, decision, ANEW, keys=[None]
        ),
    }


def dissent_rewritten(world: World) -> dict[str, Call]:
    """What is mended of reservations, notes and assignments."""
    act = (world.session, LATER)
    item = take_up_item(*act, world.meeting, "Taxa")
    _, (point,) = decisions.decide(*act, item, DECIDED)
    there: dict[str, Any] = {"present": world.present, "position": 0}
    reserved = dissent.enter_reservation(*act, item, RESERVED, **there)
    noted = dissent.enter_note(*act, item, NOTED, people=world.people, position=0)
    given = decisions.give_assignment(*act, world.organisation, GIVEN, decisions.Origin(DAY, point))
    moved, other = replace(RESERVED, motivation="Priset."), replace(NOTED, by=(EVA,))
    anew = replace(GIVEN, text="b.")
    return {
        "revised reservation": partial(
            dissent_revisions.revise_reservation, *act, reserved, moved, present=world.present
        ),
        "revised note": partial(
            dissent_revisions.revise_note, *act, noted, other, people=world.people
        ),
        "revised assignment": partial(assigning.revise_assignment, *act, given, anew, point=point),
        "struck assignment": partial(assigning.strike_assignment, *act, given),
    }


def answered_anew(world: World) -> dict[str, Call]:
    """What becomes of an answer to a motion that others know, too."""
    act = (world.session, LATER)
    raised = motions.Raised("7-2026", "Motion om bussar", clauses=("Fler bussar.",))
    motion = motions.raise_motion(*act, world.organisation, raised)
    yes, no = (MotionAnswer("7-2026", (one,)) for one in list(ClauseOutcome)[:2])
    there, left = (take_up_item(*act, world.meeting, title) for title in ("Ett", "Två"))
    for item in (there, left):
        motions.answer_motion(*act, motion, item, yes)
    _motion, gone = motion_answers.take_answer_out(*act, left)
    return {
        "answered anew motion": partial(
            motion_answers.revise_answer, *act, world.organisation, there, no
        ),
        "left unanswered motion": partial(motion_answers.take_answer_out, *act, there),
        "answered again motion": partial(
            motion_answers.put_answer_back, *act, world.organisation, left, gone
        ),
    }
