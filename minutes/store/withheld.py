"""What is told to everybody of secret §§: that they are there, and on what ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, select

from minutes.domain import record
from minutes.store import tables as t
from minutes.store.readable import is_readable
from minutes.store.visibility import sight_of

ITEM: Any = t.Item.__table__.c  # type: ignore[attr-defined]  # every table class has its table
"""The columns of §§ as the database has them, which a session sees whatever its sight."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A secret § as the open protocol tells of it: no title but an open one, and no words."""

    meeting_id: int
    year: int
    number: int
    ground: str
    open_title: str | None

    @property
    def record(self) -> record.Item:
        """The § as the open protocol has it."""
        return record.withheld(self.number, self.ground, self.open_title)


def withheld(session: Session, *conditions: Any) -> Sequence[Withheld]:
    """The secret §§ of meetings that the session sees, by number.

    The conditions are on Meeting and on `ITEM`.
    """
    columns: tuple[Any, ...] = (
        t.Meeting.id, ITEM.year, ITEM.number, ITEM.secrecy, ITEM.open_title
    )  # fmt: skip
    told = select(*columns).join_from(t.Meeting, ITEM.id.table, ITEM.meeting_id == t.Meeting.id)
    sight = sight_of(session)
    if sight.bodies is not None:
        told = told.where(is_readable(sight, sight.bodies, ITEM.meeting_id))
    secret = told.where(ITEM.secrecy.is_not(None), ITEM.number.is_not(None), *conditions)
    rows: Any = session.exec(secret.order_by(ITEM.number)).all()
    return [Withheld(*row) for row in rows]


def withheld_in(session: Session, meeting: t.Meeting) -> tuple[record.Item, ...]:
    """The secret §§ of a meeting as the open protocol tells of them."""
    return tuple(one.record for one in withheld(session, t.Meeting.id == meeting.id))
