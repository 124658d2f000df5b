"""One meeting with its items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.attendance import Attendance
from minutes.domain.notices import Notice
from minutes.domain.persons import Person
from minutes.domain.record import Unread
from minutes.store import readable
from minutes.store import tables as t
from minutes.store.correction_records import Version, versions_of
from minutes.store.queries.afterwards import Afterwards, afterwards
from minutes.store.queries.items import ItemEntry, item_entries, with_secret_ones
from minutes.store.queries.named import PersonLink, links_of
from minutes.store.records import adjusters_of, attendance_of, notice_of, unread_in
from minutes.store.rows import grouped
from minutes.store.visibility import sight_of

_NAMING: tuple[type[Any], ...] = (t.Attendance, t.Adjuster)


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting with who was there, what was treated, and how far its minutes have come."""

    body: str
    slug: str
    held_on: date
    place: str | None
    opened_at: str | None
    closed_at: str | None
    is_draft: bool
    is_published: bool
    adjusted_on: date | None
    adjusters: tuple[Person, ...]
    notice: Notice | None
    afterwards: Afterwards
    attendance: tuple[Attendance, ...]
    items: tuple[ItemEntry, ...]
    unread: tuple[Unread, ...]
    people: tuple[PersonLink, ...]
    before: date | None
    after: date | None
    versions: tuple[Version, ...]


def meeting_at(session: Session, slug: str, held_on: date) -> t.Meeting | None:
    """The meeting at an address."""
    of_body = select(t.Meeting).join(t.Body, col(t.Body.id) == t.Meeting.body_id)
    return session.exec(of_body.where(t.Body.slug == slug, t.Meeting.held_on == held_on)).first()


def _neighbours(session: Session, meeting: t.Meeting) -> tuple[date | None, date | None]:
    held_on = col(t.Meeting.held_on)
    of_body = select(col(t.Meeting.held_on)).where(t.Meeting.body_id == meeting.body_id)
    before = of_body.where(held_on < meeting.held_on).order_by(held_on.desc())
    after = of_body.where(held_on > meeting.held_on).order_by(held_on)
    return session.exec(before.limit(1)).first(), session.exec(after.limit(1)).first()


def _people(session: Session, meeting: t.Meeting) -> tuple[PersonLink, ...]:
    """Those present and the adjusters, with the addresses of their pages."""
    of_meeting = (grouped(session, of, "meeting_id", [meeting.id]) for of in _NAMING)
    return links_of(session, [row for rows in of_meeting for row in rows[meeting.id]])


def is_readable(session: Session, meeting: t.Meeting) -> bool:
    """Whether the reader may read the minutes, beside that the meeting was held."""
    sight = sight_of(session)
    if sight.bodies is None:
        return True
    rule = readable.is_readable(sight, sight.bodies, t.Meeting.id)
    own = select(t.Meeting.id).where(t.Meeting.id == meeting.id, rule)
    return session.exec(own).first() is not None


def _adjustment(session: Session, meeting: t.Meeting) -> t.Adjustment | None:
    rows = grouped(session, t.Adjustment, "meeting_id", [meeting.id])[meeting.id]
    return rows[0] if rows else None


def _items(session: Session, meeting: t.Meeting) -> tuple[ItemEntry, ...]:
    body = session.get_one(t.Body, meeting.body_id)
    entries = item_entries(session, t.Item.meeting_id == meeting.id)
    return with_secret_ones(session, entries, body, meeting)


def meeting_page(session: Session, slug: str, held_on: date, today: date) -> MeetingPage | None:
    """The meeting of a body on a day, None where there is none."""
    meeting = meeting_at(session, slug, held_on)
    return _page_of(session, meeting, slug, today) if meeting else None


def _page_of(session: Session, meeting: t.Meeting, slug: str, today: date) -> MeetingPage:
    adjustment = _adjustment(session, meeting)
    before, after = _neighbours(session, meeting)
    return MeetingPage(
        body=session.get_one(t.Body, meeting.body_id).name,
        slug=slug,
        held_on=meeting.held_on,
        place=meeting.place,
        opened_at=meeting.opened_at,
        closed_at=meeting.closed_at,
        is_draft=adjustment is None,
        is_published=is_readable(session, meeting),
        adjusted_on=adjustment.adjusted_on if adjustment else None,
        adjusters=adjusters_of(session, meeting),
        notice=notice_of(session, meeting),
        afterwards=afterwards(session, meeting, today),
        attendance=attendance_of(session, meeting),
        items=_items(session, meeting),
        unread=unread_in(session, meeting),
        people=_people(session, meeting),
        before=before,
        after=after,
        versions=versions_of(session, meeting),
    )
