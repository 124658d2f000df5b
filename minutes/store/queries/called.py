"""What was sent before a meeting, and whether anything was changed since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func
from sqlmodel import Session, col, or_, select

from minutes.store import tables as t


def summonses(session: Session, meeting: t.Meeting) -> Sequence[t.Document]:
    """The summonses of a meeting, the latest first."""
    of_meeting = select(t.Document).where(t.Document.meeting_id == meeting.id)
    sent = of_meeting.where(t.Document.kind == t.DocumentKind.SUMMONS)
    return session.exec(sent.order_by(col(t.Document.kept_at).desc())).all()


def last_change(session: Session, meeting: t.Meeting) -> datetime | None:
    """When the meeting's own facts were changed last."""
    of_meeting = (col(t.History.subject) == "meeting") & (col(t.History.subject_id) == meeting.id)
    return session.exec(select(func.max(col(t.History.at))).where(of_meeting)).one()


def _of(subject: str, keys: Select[Any] | Sequence[int]) -> ColumnElement[bool]:
    return (col(t.History.subject) == subject) & col(t.History.subject_id).in_(keys)


def is_changed_since(session: Session, meeting: t.Meeting) -> bool:
    """Whether day, agenda, papers or annexes were changed after the members were called."""
    if meeting.summoned_at is None:
        return False
    items = select(t.Item.id).where(t.Item.meeting_id == meeting.id)
    sections = select(t.Section.id).where(col(t.Section.item_id).in_(items))
    annexes = select(t.Annex.id).where(col(t.Annex.item_id).in_(items))
    touched = or_(
        _of("meeting", [meeting.id]),
        _of("item", items),
        _of("section", sections),
        _of("annex", annexes),
    )
    later = select(t.History.id).where(col(t.History.at) > meeting.summoned_at, touched)
    return session.exec(later.limit(1)).first() is not None
