"""Meetings are held; who was there is entered."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col, select

from minutes.actions.meetings import enter_attendance, hold_meeting, note_unread
from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.errors import RuleBroken
from minutes.domain.record import Protocol, Unread
from minutes.store.tables import AttendanceInterval
from tests.actions.world import ACT, World
from tests.domain.people import EVA, LI


def test_a_meeting_keeps_the_facts_of_its_protocol(world: World) -> None:
    day = date(2026, 4, 8)
    facts = Protocol(None, None, (), None, "Regionhuset", "09:00", "11:40", document_id="2026-7")

    meeting = hold_meeting(world.session, ACT, world.board, day, facts=facts)

    assert (meeting.body_id, meeting.held_on) == (world.board.id, day)
    assert (meeting.place, meeting.opened_at, meeting.closed_at) == (
        "Regionhuset",
        "09:00",
        "11:40",
    )
    assert (meeting.document_id, meeting.version) == ("2026-7", 1)


def test_one_who_serves_for_another_stands_with_both_names(world: World) -> None:
    one = Attendance("Li Öst", "C", Role.SUBSTITUTE, serves_for=EVA, remote=True)

    row = enter_attendance(world.session, ACT, world.meeting, one, people=world.people, position=2)

    assert (row.name, row.party, row.role, row.serves) == ("Li Öst", "C", Role.SUBSTITUTE, True)
    assert (row.for_name, row.for_party, row.remote) == ("Eva Ek", "S", True)
    assert (row.person_id, row.position) == (world.people[LI].id, 2)


def test_one_who_is_not_in_the_register_is_there_all_the_same(world: World) -> None:
    one = Attendance("Åsa Lind", None, Role.SECRETARY, serves=False, title="sekreterare")

    row = enter_attendance(world.session, ACT, world.meeting, one, people={}, position=0)

    assert (row.name, row.person_id, row.title) == ("Åsa Lind", None, "sekreterare")


def test_coming_and_going_is_kept_by_item(world: World) -> None:
    intervals = (Interval(None, 3), Interval(7, None))
    one = Attendance("Eva Ek", "S", Role.CHAIR, intervals=intervals)

    row = enter_attendance(world.session, ACT, world.meeting, one, people={}, position=0)

    of_row = select(AttendanceInterval).where(AttendanceInterval.attendance_id == row.id)
    spans = world.session.exec(of_row.order_by(col(AttendanceInterval.position)))
    assert [(s.first_number, s.last_number) for s in spans] == [(None, 3), (7, None)]


def test_one_who_leaves_before_coming_is_refused(world: World) -> None:
    before = len(world.history())
    one = Attendance("Eva Ek", "S", Role.CHAIR, intervals=(Interval(7, 3),))

    with pytest.raises(RuleBroken) as refused:
        enter_attendance(world.session, ACT, world.meeting, one, people={}, position=0)

    assert refused.value.sentence.startswith("Eva Ek är närvarande från § 7 till § 3.")
    assert len(world.history()) == before


def test_a_line_that_gave_nothing_is_kept_with_its_place(world: World) -> None:
    unread = Unread(117, "Ajournering 10.15–10.30", "Raden hör inte till något.")

    row = note_unread(world.session, ACT, world.meeting, unread)

    assert (row.line, row.text, row.reason) == (117, unread.text, unread.reason)
    assert row.meeting_id == world.meeting.id
