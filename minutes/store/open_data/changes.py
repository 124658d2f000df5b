"""When what is told of a meeting changed last: adjusted, put on the web, corrected."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import Session, col, select

from minutes.store import tables as t

_STANDS = and_(
    col(t.PublicCopy.meeting_id) == t.Adjustment.meeting_id,
    col(t.PublicCopy.withdrawn_at).is_(None),
)


def beginning(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time(), UTC)


def _corrected() -> Any:
    """The meetings with the day of their last correction; what was corrected here tells its day."""
    certified_on = func.max(t.CorrectionSigner.certified_on)
    return (
        select(t.Item.meeting_id, certified_on)
        .join(t.Correction, col(t.Correction.item_id) == t.Item.id)
        .join(t.CorrectionSigner, col(t.CorrectionSigner.correction_id) == t.Correction.id)
        .where(col(t.Correction.proposal_id).is_not(None))
        .group_by(col(t.Item.meeting_id))
    )


def _moments(session: Session, meetings: Collection[int]) -> Iterator[tuple[int, datetime]]:
    adjusted = (
        select(t.Adjustment.meeting_id, col(t.Adjustment.adjusted_on), t.PublicCopy.approved_at)
        .outerjoin(t.PublicCopy, _STANDS)
        .where(col(t.Adjustment.meeting_id).in_(meetings))
    )
    for meeting, adjusted_on, approved_at in session.exec(adjusted):
        if adjusted_on:
            yield meeting, beginning(adjusted_on)
        if approved_at:
            yield meeting, approved_at.astimezone(UTC)
    for meeting, day in session.exec(_corrected().where(col(t.Item.meeting_id).in_(meetings))):
        if day:
            yield meeting, beginning(date.fromisoformat(day))


def changed_at(session: Session, meetings: Mapping[int, date]) -> dict[int, datetime]:
    """When what is told of each meeting changed last, by its key; given the days they were held.

    Nobody may know when minutes were adjusted that were taken in: then it is the meeting's day.
    """
    found = {key: beginning(day) for key, day in meetings.items()}
    for meeting, moment in _moments(session, found):
        found[meeting] = max(found[meeting], moment)
    return found


def changed_since(_session: Session, day: date) -> ColumnElement[bool]:
    """A meeting of which something that is told changed on a day or later."""
    meeting = col(t.Meeting.id)
    adjusted = select(t.Adjustment.meeting_id).where(col(t.Adjustment.adjusted_on) >= day)
    copied = select(t.PublicCopy.meeting_id).where(
        col(t.PublicCopy.approved_at) >= beginning(day), col(t.PublicCopy.withdrawn_at).is_(None)
    )
    corrected = _corrected().where(col(t.CorrectionSigner.certified_on) >= day.isoformat())
    keys = corrected.with_only_columns(col(t.Item.meeting_id))
    return or_(meeting.in_(adjusted), meeting.in_(copied), meeting.in_(keys))
