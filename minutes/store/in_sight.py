"""When a row is seen that hangs by no meeting, or by more than its meeting."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, true

from minutes.domain.publishing import Publishing
from minutes.store.copies import standing_copies
from minutes.store.tables import (
    Base,
    Body,
    Correction,
    DelegatedDecision,
    Item,
    Notice,
    PublicCopy,
)


def columns(of: type[Base]) -> Any:
    """The columns as the database has them, to which no criterion is added."""
    return of.__table__.c  # type: ignore[attr-defined]  # every table class has its table


def covered(day: date) -> ColumnElement[bool]:
    """A correction is read once a copy holds it; at once where nobody reviews."""
    made, item, copy = columns(Correction), columns(Item), columns(PublicCopy)
    body = columns(Body)
    unreviewed = select(item.id).join(Body.__table__, body.id == item.body_id)  # type: ignore[attr-defined]  # every table class has its table
    known = (
        select(made.id)
        .join(Item.__table__, item.id == made.item_id)  # type: ignore[attr-defined]  # as above
        .join(PublicCopy.__table__, copy.meeting_id == item.meeting_id)  # type: ignore[attr-defined]  # as above
        .where(copy.id.in_(standing_copies(day, "id")), made.id <= copy.corrections_to)
    )
    at_once = made.item_id.in_(unreviewed.where(body.publishing == Publishing.UNREVIEWED))
    return or_(at_once, made.id.in_(known))


def delegated(items: Select[Any], bodies: frozenset[int] | None) -> ColumnElement[bool]:
    """What a delegate decided is seen once a § of those items reports it, or a notice tells it.

    Who reads the drafts of these bodies (None: of all) sees what waits to be reported, too.
    """
    row, notice = columns(DelegatedDecision), columns(Notice)
    told = select(notice.delegated_decision_id).where(notice.delegated_decision_id.is_not(None))
    own = true() if bodies is None else row.body_id.in_(bodies)
    waits = and_(row.reported_in_id.is_(None), own)
    return or_(row.reported_in_id.in_(items), row.id.in_(told), waits)
