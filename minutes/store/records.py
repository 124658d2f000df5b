"""Rows become the record of a whole meeting."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, col, select

from minutes.domain import record
from minutes.domain.attendance import Attendance as AttendanceRecord
from minutes.domain.attendance import Interval
from minutes.domain.notices import Notice
from minutes.domain.persons import Person as Named
from minutes.store import tables as t
from minutes.store.agendas import items_on, numbers_of
from minutes.store.announced import notice_in
from minutes.store.item_records import items_of
from minutes.store.rows import Grouped, grouped, ids


def find_bodies(session: Session, name: str) -> list[t.Body]:
    """The one body of an address, else those of a name, whatever the case."""
    bodies = session.exec(select(t.Body).order_by(col(t.Body.id))).all()
    of_address = [body for body in bodies if body.slug == name]
    return of_address or [body for body in bodies if body.name.casefold() == name.casefold()]


def meeting_of(session: Session, body: t.Body, held_on: date | None) -> t.Meeting | None:
    """The meeting of a body on a day."""
    of_body = select(t.Meeting).where(t.Meeting.body_id == body.id)
    return session.exec(of_body.where(t.Meeting.held_on == held_on)).first()


def _attendance(row: t.Attendance, spans: Grouped[t.AttendanceInterval]) -> AttendanceRecord:
    serves_for = Named(row.for_name, row.for_party) if row.for_name else None
    return AttendanceRecord(
        row.name,
        row.party,
        row.role,
        row.serves,
        serves_for,
        tuple(Interval(s.first_number, s.last_number) for s in spans[row.id]),
        row.remote,
        row.title,
    )


def attendance_of(session: Session, meeting: t.Meeting) -> tuple[AttendanceRecord, ...]:
    """Who was at a meeting, in the order of its list."""
    rows = grouped(session, t.Attendance, "meeting_id", [meeting.id])
    spans = grouped(session, t.AttendanceInterval, "attendance_id", ids(rows))
    return tuple(_attendance(row, spans) for row in rows[meeting.id])


def unread_in(session: Session, meeting: t.Meeting) -> tuple[record.Unread, ...]:
    """What could not be read when the protocol was imported."""
    rows = grouped(session, t.UnreadLine, "meeting_id", [meeting.id])[meeting.id]
    return tuple(record.Unread(row.line, row.text, row.reason) for row in rows)


def is_adjusted(session: Session, meeting: t.Meeting) -> bool:
    """Whether the meeting's minutes are approved; until then they are a draft."""
    return bool(grouped(session, t.Adjustment, "meeting_id", [meeting.id])[meeting.id])


def notice_of(session: Session, meeting: t.Meeting) -> Notice | None:
    """The notice of the meeting's adjustment, where it has been given; one that counts."""
    of_whole = select(t.Notice).where(
        t.Notice.meeting_id == meeting.id,
        col(t.Notice.edition_id).is_(None),
        col(t.Notice.interrupted_on).is_(None),
    )
    row = session.exec(of_whole).first()
    return notice_in(row) if row else None


def adjusters_of(session: Session, meeting: t.Meeting) -> tuple[Named, ...]:
    """Who was elected to adjust the minutes beside the chair."""
    rows = grouped(session, t.Adjuster, "meeting_id", [meeting.id])[meeting.id]
    return tuple(Named(a.name, a.party) for a in rows)


def protocol_of(session: Session, meeting: t.Meeting) -> record.Protocol:
    """The whole record of a meeting."""
    body = session.get_one(t.Body, meeting.body_id)
    organisation = session.get_one(t.Organisation, body.organisation_id)
    items = items_on(session, meeting)
    adjustment = grouped(session, t.Adjustment, "meeting_id", [meeting.id])[meeting.id]
    return record.Protocol(
        body=body.name,
        date=meeting.held_on,
        items=items_of(session, items, numbers_of(session, meeting, items)),
        organisation=organisation.name,
        place=meeting.place,
        opened_at=meeting.opened_at,
        closed_at=meeting.closed_at,
        attendance=attendance_of(session, meeting),
        adjusters=adjusters_of(session, meeting),
        adjusted_on=adjustment[0].adjusted_on if adjustment else None,
        document_id=meeting.document_id,
        unread=unread_in(session, meeting),
    )
