"""What lies on a secretary's desk: the meetings of each body, and what waits to be written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain.adjustment import Lateness, due_on, lateness
from minutes.store import tables as t
from minutes.store.queries.unannounced import DueDown, Unannounced, due_down, unannounced


@dataclass(frozen=True, slots=True)
class DeskMeeting:
    """A meeting by its key, with how far it has come; `items` are those on its agenda."""

    key: int
    held_on: date
    begins_at: str | None
    place: str | None
    items: int
    revision: int
    summoned_at: datetime | None
    is_cancelled: bool
    is_opened: bool
    is_closed: bool
    is_submitted: bool
    is_adjusted: bool

    def is_coming(self, today: date) -> bool:
        """Whether it is to be held."""
        return self.held_on >= today and not (self.is_cancelled or self.is_opened)

    def is_under_way(self, today: date) -> bool:
        """Whether it is held now; one whose day has passed and that nobody opened is asked for."""
        waits = self.is_opened or self.held_on < today
        return waits and not (self.is_closed or self.is_cancelled or self.is_adjusted)

    @property
    def due_on(self) -> date:
        """The last day for its minutes to be adjusted."""
        return due_on(self.held_on)

    def lateness(self, today: date) -> Lateness:
        """How near that day is."""
        return lateness(self.held_on, today)

    @property
    def is_draft(self) -> bool:
        """Whether it was held and its minutes are not adjusted."""
        return self.is_closed and not self.is_adjusted


@dataclass(frozen=True, slots=True)
class BodyDesk:
    """What a body's secretary has before them."""

    name: str
    slug: str
    coming: DeskMeeting | None
    under_way: tuple[DeskMeeting, ...]
    drafts: tuple[DeskMeeting, ...]
    unannounced: tuple[Unannounced, ...]
    due_down: tuple[DueDown, ...]


def _counted(session: Session, meetings: Sequence[int]) -> dict[int, int]:
    of_meetings = select(col(t.Item.meeting_id), func.count()).where(
        col(t.Item.meeting_id).in_(meetings), col(t.Item.withdrawn_at).is_(None)
    )
    return dict(session.exec(of_meetings.group_by(col(t.Item.meeting_id))).all())


def _told(meeting: t.Meeting, items: int, is_adjusted: bool) -> DeskMeeting:
    return DeskMeeting(
        meeting.id,
        meeting.held_on,
        meeting.begins_at,
        meeting.place,
        items,
        meeting.revision,
        meeting.summoned_at,
        meeting.cancelled_at is not None,
        meeting.opened_at is not None,
        meeting.closed_at is not None,
        meeting.submitted_at is not None,
        is_adjusted,
    )


def meetings_of(session: Session, body: t.Body, year: int | None) -> Sequence[t.Meeting]:
    """The meetings of a body by day; of one year, or all that are not adjusted."""
    asked = select(t.Meeting).where(t.Meeting.body_id == body.id)
    if year is None:
        asked = asked.where(col(t.Meeting.id).not_in(select(t.Adjustment.meeting_id)))
    else:
        first, last = date(year, 1, 1), date(year, 12, 31)
        asked = asked.where(t.Meeting.held_on >= first, t.Meeting.held_on <= last)
    return session.exec(asked.order_by(col(t.Meeting.held_on))).all()


def desk_meetings(session: Session, body: t.Body, year: int | None = None) -> list[DeskMeeting]:
    """How far each of `meetings_of` has come."""
    rows = meetings_of(session, body, year)
    adjusted = set(session.exec(select(t.Adjustment.meeting_id)).all())
    items = _counted(session, [row.id for row in rows])
    return [_told(row, items.get(row.id, 0), row.id in adjusted) for row in rows]


def years_of(session: Session, body: t.Body) -> Sequence[int]:
    """The years in which a body has meetings, the first first."""
    days = session.exec(select(col(t.Meeting.held_on)).where(t.Meeting.body_id == body.id))
    return sorted({one.year for one in days})


def _desk(session: Session, body: t.Body, today: date) -> BodyDesk:
    meetings = desk_meetings(session, body)
    return BodyDesk(
        body.name,
        body.slug,
        next((one for one in meetings if one.is_coming(today)), None),
        tuple(one for one in meetings if one.is_under_way(today)),
        tuple(one for one in meetings if one.is_draft),
        unannounced(session, body),
        due_down(session, body, today),
    )


def desks(session: Session, bodies: Collection[int] | None, today: date) -> tuple[BodyDesk, ...]:
    """What lies on the desks of these bodies (None: of all), by name."""
    asked = select(t.Body).order_by(col(t.Body.name))
    if bodies is not None:
        asked = asked.where(col(t.Body.id).in_(bodies))
    return tuple(_desk(session, body, today) for body in session.exec(asked).all())
