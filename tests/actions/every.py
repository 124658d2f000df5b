"""Each action at work once, as its call and the entry that it leaves."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from minutes.actions import (
    adjustments,
    bodies,
    decisions,
    dissent,
    enclosures,
    items,
    meetings,
    motions,
    persons,
)
from minutes.domain.adjustment import Signature
from minutes.domain.assignments import Assignment
from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.bodies import BodyKind
from minutes.domain.corrections import Correction
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.disqualifications import Disqualification
from minutes.domain.motions import ClauseOutcome, MotionAnswer
from minutes.domain.notes import Note
from minutes.domain.record import Protocol, Unread
from minutes.domain.reservations import Reservation
from minutes.domain.sections import SectionKind
from minutes.store import tables as t
from tests.actions.accounts import Call, signed_up
from tests.actions.announced import announced
from tests.actions.corrected import corrected
from tests.actions.debated import debated, mended_debate
from tests.actions.followed_up import followed_up
from tests.actions.lettered import lettered
from tests.actions.mended import mended
from tests.actions.planned import called, listed, planned
from tests.actions.present import present, timed
from tests.actions.published import published
from tests.actions.retold import retold
from tests.actions.rewritten import answered_anew, dissent_rewritten, rewritten
from tests.actions.sent_out import sent_out
from tests.actions.submitted import submitted
from tests.actions.world import DAY, LATER, World
from tests.domain.people import BO, EVA, LI

POINT = DecisionPoint("ge regiondirektören i uppdrag att pröva avtalet.")
DECISION = Decision(DecisionKind.DECISION, (POINT,))
GIVEN = Assignment(1, "Regiondirektören", date(2026, 5, 4), text="pröva avtalet.")
RAISED = motions.Raised("7-2025", "Motion om bussar", (EVA,), DAY, ("Att bussar köps.",))


def registered(world: World) -> dict[str, Call]:
    """What happens to the register's standing rows."""
    act = (world.session, LATER)
    here = (*act, world.organisation)
    seat = persons.Seat(Role.CHAIR, "S", DAY)
    return {
        "founded organisation": partial(bodies.found_organisation, *act, "Region Fjällmark"),
        "named party": partial(bodies.name_party, *here, "S", "Socialdemokraterna"),
        "established body": partial(
            bodies.establish_body, *here, "Patientnämnden", kind=BodyKind.COMMITTEE
        ),
        "registered person": partial(persons.register_person, *here, "Max Ruiz"),
        "given mandate": partial(
            persons.give_mandate, *act, world.people[EVA], world.board, seat=seat
        ),
        "opened matter": partial(items.open_matter, *here, "0099-2026", "Budget"),
        "raised motion": partial(motions.raise_motion, *here, RAISED, people=world.people),
    }


def met(world: World, folder: Path) -> dict[str, Call]:
    """What happens at a meeting."""
    act = (world.session, LATER)
    here = (*act, world.meeting)
    later = date(2026, 4, 8)
    there = Attendance("Eva Ek", "S", Role.CHAIR, intervals=(Interval(1, 2),))
    file = enclosures.File(b"%PDF-", t.DocumentKind.SOURCE, "p.pdf", "application/pdf")
    return {
        "held meeting": partial(
            meetings.hold_meeting, *act, world.board, later, facts=Protocol(None, None, ())
        ),
        "entered attendance": partial(
            meetings.enter_attendance, *here, there, people=world.people, position=0
        ),
        "kept unread_line": partial(meetings.note_unread, *here, Unread(3, "Paus", "Oklart.")),
        "taken up item": partial(items.take_up_item, *here, "Val", matters=[world.matter]),
        "kept document": partial(
            enclosures.keep_document, *act, file, exports=folder, meeting=world.meeting
        ),
    }


def approved(world: World) -> dict[str, Call]:
    """What happens to the minutes of a meeting."""
    here = (world.session, LATER, world.meeting)
    return {
        "elected adjuster": partial(
            adjustments.elect_adjuster, *here, BO, people=world.people, position=0
        ),
        "adjusted adjustment": partial(
            adjustments.adjust, *here, signed=(Signature("Eva Ek", "S", DAY),)
        ),
    }


def treated(world: World) -> dict[str, Call]:
    """What happens to a §."""
    here = (world.session, LATER, world.item)
    written: dict[str, Any] = {"kind": SectionKind.BACKGROUND, "heading": "Ärendet", "text": "A."}
    correction = Correction((EVA, BO), ("2026-03-02",), "av", "8", "9", "skrivfel")
    return {
        "written section": partial(items.write_section, *here, **written, position=1),
        "revised section": partial(
            items.revise_text, world.session, LATER, world.section, "Resultatet är sämre."
        ),
        "headed section": partial(
            items.head_section, world.session, LATER, world.section, "Avtalet"
        ),
        "decided decision": partial(decisions.decide, *here, DECISION),
        "tabled item": partial(decisions.postpone, *here, referred_back=False, tabled=True),
        "referred back item": partial(decisions.postpone, *here, referred_back=True, tabled=False),
        "not postponed item": partial(decisions.postpone, *here, referred_back=False, tabled=False),
        "attached annex": partial(
            enclosures.attach, *here, "Karta", kind=t.AnnexKind.ANNEX, position=0
        ),
        "addressed recipient": partial(enclosures.address, *here, "Ekonomichefen", position=0),
        "corrected correction": partial(adjustments.correct, *here, correction, position=0),
    }


def dissented(world: World) -> dict[str, Call]:
    """What those who do not agree, or may not take part, do in a §."""
    here = (world.session, LATER, world.item)
    people: dict[str, Any] = {"people": world.people, "position": 0}
    aside, reserved = Disqualification("Li Öst", "C"), Reservation("Bo Alm", "M")
    kept = t.Reservation(item_id=world.item.id, position=9, name="Bo Alm", party="M")
    world.session.add(kept)
    world.session.flush()
    return {
        "reserved reservation": partial(
            dissent.enter_reservation, *here, reserved, present=world.present, position=0
        ),
        "received reservation": partial(
            dissent.receive_motivation, *here[:2], kept, "Priset är för högt."
        ),
        "noted note": partial(dissent.enter_note, *here, Note("Anteckning", (LI,)), **people),
        "disqualified disqualification": partial(dissent.disqualify, *here, aside, **people),
        "stood aside stand_aside": partial(dissent.stand_aside, *here, LI, **people),
    }


def answered(world: World) -> dict[str, Call]:
    """What a motion and an assignment are given."""
    act = (world.session, LATER)
    plan = decisions.Origin(DAY, plan="Budget 2026")
    motion = motions.raise_motion(*act, world.organisation, motions.Raised("8-2025", "Motion"))
    answer = MotionAnswer("8-2025", (ClauseOutcome.APPROVED,))
    return {
        "given assignment": partial(
            decisions.give_assignment, *act, world.organisation, GIVEN, plan
        ),
        **followed_up(world),
        "answered motion": partial(motions.answer_motion, *act, motion, world.item, answer),
    }


def every(world: World, folder: Path) -> dict[str, Call]:
    """All actions, each by the verb and the table of its entry."""
    calls = registered(world) | met(world, folder) | planned(world) | called(world, folder)
    calls |= listed(world) | present(world) | timed(world)
    calls |= approved(world) | treated(world)
    calls |= debated(world) | dissented(world) | answered(world)
    calls |= mended(world) | mended_debate(world) | rewritten(world)
    calls |= dissent_rewritten(world) | answered_anew(world) | retold(world)
    calls |= signed_up(world) | submitted(world) | lettered(world) | corrected(world)
    return calls | sent_out(world, folder) | announced(world) | published(world)
