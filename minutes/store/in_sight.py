"""When a row is seen that hangs by no meeting, or by more than its meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, literal, or_, select, true

from minutes.domain.publishing import Publishing
from minutes.store.copies import standing
from minutes.store.tables import (
    Base,
    Body,
    Correction,
    DelegatedDecision,
    Item,
    Notice,
    PublicCopy,
)

Asked = Callable[[Any], ColumnElement[bool]]


def columns(of: type[Base]) -> Any:
    """The columns as the database has them, to which no criterion is added."""
    return of.__table__.c  # type: ignore[attr-defined]  # every table class has its table


def covered(day: date) -> ColumnElement[bool]:
    """A correction is read once a copy holds it; at once where nobody reviews."""
    made = columns(Correction)
    item, body, copy = (
        of.__table__.alias(f"covered_{of.__tablename__}")  # type: ignore[union-attr]  # as above
        for of in (Item, Body, PublicCopy)
    )
    of_item = exists(literal(1)).where(item.c.id == made.item_id)
    unreviewed = body.c.publishing == Publishing.UNREVIEWED
    at_once = of_item.where(body.c.id == item.c.body_id, unreviewed)
    held = copy.c.meeting_id == item.c.meeting_id, made.id <= copy.c.corrections_to
    known = of_item.where(*held, *standing(copy.c, day))
    return or_(at_once.correlate_except(item, body), known.correlate_except(item, copy))


def delegated(is_reported: Asked, bodies: frozenset[int] | None) -> ColumnElement[bool]:
    """What a delegate decided is seen once a § that is seen reports it, or a notice tells it.

    `is_reported` asks whether the § of a key is seen. Who reads the drafts of these bodies (None:
    of all) sees what waits to be reported, too.
    """
    row, notice = columns(DelegatedDecision), columns(Notice)
    told = select(notice.delegated_decision_id).where(notice.delegated_decision_id.is_not(None))
    own = true() if bodies is None else row.body_id.in_(bodies)
    waits = and_(row.reported_in_id.is_(None), own)
    return or_(is_reported(row.reported_in_id), row.id.in_(told), waits)
