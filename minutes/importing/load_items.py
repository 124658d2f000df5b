"""One § of a record becomes rows, through the actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes.actions.adjustments import correct
from minutes.actions.columns import Present, Room
from minutes.actions.debate import put_proposal
from minutes.actions.decisions import Origin, decide, give_assignment, postpone
from minutes.actions.dissent import disqualify, enter_note, enter_reservation, stand_aside
from minutes.actions.enclosures import address, attach
from minutes.actions.items import take_up_item, write_section
from minutes.actions.motions import answer_motion
from minutes.actions.questions import put_question
from minutes.actions.votes import hold_vote
from minutes.domain.attendance import serving
from minutes.domain.persons import Person as Named
from minutes.domain.record import Item as Record
from minutes.domain.record import Protocol
from minutes.domain.reservations import abstainers
from minutes.importing.load_reported import enter_reported
from minutes.importing.recorder import Recorder
from minutes.store.tables import AnnexKind, Body, Item, Matter, Meeting, Proposal


def _named_in(item: Record) -> list[Named]:
    named = {p for one in item.proposals for p in one.by}
    named |= {b.person for vote in item.votes for b in vote.ballots}
    named |= {r.person for r in item.reservations}
    named |= {p for note in item.notes for p in note.by}
    named |= {d.person for d in item.disqualified} | set(item.stands_aside)
    return sorted(named, key=lambda p: (p.name or "", p.party or ""))


def _present(recorder: Recorder, record: Record, meeting: Protocol) -> Present:
    """Who is in the room, where the protocol tells it and the rules are to be asked."""
    people = recorder.people(_named_in(record))
    if not recorder.asks_rules:
        return Present(people)
    away = {d.person for d in record.disqualified} | set(record.stands_aside)
    seated = [a.person for a in serving(meeting.attendance, record.number, away)]
    return Present(people, seated, away, abstainers(record.votes))


def _room(recorder: Recorder, record: Record, meeting: Meeting, told: Protocol) -> Room | None:
    """How many seats are filled, where the rules are to be asked and the seats are known."""
    body = recorder.session.get_one(Body, meeting.body_id)
    if not recorder.asks_rules or body.seats is None:
        return None
    away = {d.person for d in record.disqualified}
    there = len(serving(told.attendance, record.number, away))
    return Room(body.seats, body.kind, there, len(away))


def _debate(recorder: Recorder, item: Item, record: Record, present: Present) -> None:
    session, act = recorder.session, recorder.act
    moved: dict[str | None, Proposal] = {}
    for place, put in enumerate(record.proposals):
        row = put_proposal(session, act, item, put, present=present, position=place, earlier=moved)
        if not put.withdrawn:
            moved.setdefault(put.mover, row)
    moved.pop(None, None)
    questions = [
        put_question(session, act, item, asked, position=place, moved=moved)
        for place, asked in enumerate(record.questions)
    ]
    for place, held in enumerate(record.votes):
        hold_vote(session, act, item, held, present=present, position=place, questions=questions)


def _dissent(recorder: Recorder, item: Item, record: Record, present: Present) -> None:
    session, act, people = recorder.session, recorder.act, present.people
    for n, entered in enumerate(record.reservations):
        enter_reservation(session, act, item, entered, present=present, position=n)
    for n, note in enumerate(record.notes):
        enter_note(session, act, item, note, people=people, position=n)
    for n, who in enumerate(record.disqualified):
        disqualify(session, act, item, who, people=people, position=n)
    for n, person in enumerate(record.stands_aside):
        stand_aside(session, act, item, person, people=people, position=n)


def _decision(
    recorder: Recorder, item: Item, record: Record, decided_on: date, room: Room | None
) -> None:
    session, act = recorder.session, recorder.act
    if record.decision is None:
        return
    _, points = decide(session, act, item, record.decision, room=room)
    if record.referred_back or record.tabled:
        postpone(session, act, item, referred_back=record.referred_back, tabled=record.tabled)
    for n, given in enumerate(record.assignments):
        origin = Origin(decided_on, points[given.point - 1], position=n)
        give_assignment(session, act, recorder.organisation, given, origin)


def _lists(recorder: Recorder, item: Item, record: Record) -> None:
    session, act = recorder.session, recorder.act
    for kind, titles in (
        (AnnexKind.ANNEX, record.annexes),
        (AnnexKind.DECISION_BASIS, record.decision_basis),
        (AnnexKind.REFERENCE, record.references),
    ):
        for n, title in enumerate(titles):
            attach(session, act, item, title, kind=kind, position=n)
    for n, name in enumerate(record.recipients):
        address(session, act, item, name, position=n)
    for n, made in enumerate(record.corrections):
        correct(session, act, item, made, position=n)


def _prose(recorder: Recorder, item: Item, record: Record) -> None:
    for n, s in enumerate(record.sections):
        write_section(
            recorder.session,
            recorder.act,
            item,
            kind=s.kind,
            heading=s.heading,
            text=s.text,
            position=n,
        )


def _motion(recorder: Recorder, item: Item, record: Record, matters: Sequence[Matter]) -> None:
    if record.motion is None:
        return
    matter = matters[0] if matters else None
    motion = recorder.motion(record.motion.number, record.title, matter)
    answer_motion(recorder.session, recorder.act, motion, item, record.motion)


def load_item(recorder: Recorder, meeting: Meeting, record: Record, protocol: Protocol) -> Item:
    """Record a § with everything that belongs to it."""
    session, act = recorder.session, recorder.act
    matters = [recorder.matter(dnr, record.title) for dnr in dict.fromkeys(record.dnr)]
    number = record.number
    item = take_up_item(session, act, meeting, record.title, matters=matters, number=number)
    present = _present(recorder, record, protocol)
    _debate(recorder, item, record, present)
    room = _room(recorder, record, meeting, protocol)
    _decision(recorder, item, record, meeting.held_on, room)
    _dissent(recorder, item, record, present)
    _motion(recorder, item, record, matters)
    _lists(recorder, item, record)
    _prose(recorder, item, record)
    enter_reported(recorder, meeting, item, record)
    return item
