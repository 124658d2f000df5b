"""The assembly's meetings to come, as the board announces them (KL 5:13, 8:10).

Members are called and the public is told at the same time: from then on day, place and titles are
no draft, and are asked for by column, which `store/visibility.py` leaves alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import case
from sqlmodel import Session, select

from minutes.domain.bodies import BodyKind
from minutes.store import tables as t


@dataclass(frozen=True, slots=True)
class AnnouncedMeeting:
    """A meeting of the assembly, and what it is to treat."""

    body: str
    slug: str
    held_on: date
    begins_at: str | None
    place: str | None
    is_cancelled: bool
    titles: tuple[str, ...]


def _columns(of: Any) -> Any:
    return of.__table__.c


def _titles(session: Session, meeting: int) -> tuple[str, ...]:
    item = _columns(t.Item)
    of_meeting = item.meeting_id == meeting, item.withdrawn_at.is_(None)
    title = case((item.secrecy.is_(None), item.title), else_=item.open_title)
    asked = select(title).where(*of_meeting, title.is_not(None)).order_by(item.position)
    return tuple(session.connection().execute(asked).scalars())


def announced_meetings(session: Session, today: date) -> tuple[AnnouncedMeeting, ...]:
    """The assembly's meetings that were called and are to come, the next first."""
    meeting, body = _columns(t.Meeting), _columns(t.Body)
    asked = select(meeting, body.name, body.slug).where(
        body.id == meeting.body_id,
        body.kind == BodyKind.ASSEMBLY,
        meeting.summoned_at.is_not(None),
        meeting.held_on >= today,
    )
    rows = session.connection().execute(asked.order_by(meeting.held_on)).all()
    return tuple(
        AnnouncedMeeting(
            row.name,
            row.slug,
            row.held_on,
            row.begins_at,
            row.place,
            row.cancelled_at is not None,
            _titles(session, row.id),
        )
        for row in rows
    )
