"""Meetings are held; who was there is entered."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from minutes.actions.attendance_rows import attendance_row, interval_rows
from minutes.actions.columns import People, taken
from minutes.actions.history import Act, add_all, record
from minutes.domain import attendance as domain
from minutes.domain.record import Protocol, Unread
from minutes.store.tables import (
    Attendance,
    Body,
    Meeting,
    UnreadLine,
)


def hold_meeting(
    session: Session,
    act: Act,
    body: Body,
    held_on: date,
    *,
    facts: Protocol,
) -> Meeting:
    """Enter a meeting of a body; `facts` tell its place, its times and its document's name."""
    meeting = Meeting(
        body_id=body.id,
        held_on=held_on,
        version=facts.edition.version if facts.edition else 1,
        **taken(facts, "place opened_at closed_at document_id"),
    )
    record(session, act, "held", meeting)
    return meeting


def enter_attendance(
    session: Session,
    act: Act,
    meeting: Meeting,
    one: domain.Attendance,
    *,
    people: People,
    position: int,
) -> Attendance:
    """Enter one person's presence, with the §§ where it was not the whole meeting.

    Raises RuleBroken for one who leaves before they came.
    """
    domain.require_forward(one)
    row = attendance_row(meeting, one, people, position)
    record(session, act, "entered", row)
    add_all(session, *interval_rows(row, one))
    return row


def note_unread(session: Session, act: Act, meeting: Meeting, unread: Unread) -> UnreadLine:
    """Keep a line of an imported protocol that gave no data."""
    row = UnreadLine(
        meeting_id=meeting.id, line=unread.line, text=unread.text, reason=unread.reason
    )
    record(session, act, "kept", row)
    return row
