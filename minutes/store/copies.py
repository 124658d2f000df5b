"""Public copies: which of them stand on a day, and what they hold without some words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlmodel import Session

from minutes.store.tables import MaskedText, PublicCopy
from minutes.store.tables.base import READ_AS

_COPY: Any = PublicCopy.__table__.c  # type: ignore[attr-defined]  # every table class has its table
_TEXT: Any = MaskedText.__table__.c  # type: ignore[attr-defined]  # as above
_Known = tuple[tuple[Any, ...], Mapping[str, str]]
_known: dict[str, _Known] = {}
"""What was read last of each database, with what tells whether it is so still."""


def standing(copy: Any, day: date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Whether a copy, of which these are the columns, is on the web on a day."""
    in_time = or_(copy.expires_on.is_(None), copy.expires_on >= day)
    return copy.withdrawn_at.is_(None), in_time


def standing_copies(day: date, column: str) -> Select[Any]:
    """A column of the copies that are on the web on a day."""
    return select(_COPY[column]).where(*standing(_COPY, day))


def masked_texts(session: Session, day: date) -> Mapping[str, str]:
    """The texts that the copies of a day hold without some words, and how they read there.

    They are read once: nothing of a copy changes but that one is added or withdrawn.
    """
    connection = session.connection()
    last = select(func.max(_TEXT.id)).scalar_subquery()
    count = select(func.count(), func.max(_COPY.id), func.count(_COPY.withdrawn_at), last)
    mark = (day, *connection.execute(count).one())
    place = str(connection.engine.url)
    known = _known.get(place)
    if known is None or known[0] != mark:
        READ_AS.set({})
        texts = select(_TEXT.original, _TEXT.text)
        rows = connection.execute(texts.where(_TEXT.copy_id.in_(standing_copies(day, "id"))))
        known = _known[place] = mark, {row.original: row.text for row in rows}
    return known[1]
