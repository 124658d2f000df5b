"""Meetings, and what could not be read when their protocol was imported."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from minutes.store.tables.base import Base, key, link, revised


class Meeting(Base, table=True):
    """A meeting of a body; times are "HH:MM" as the minutes give them.

    `begins_at` is the time that it is called to, `opened_at` and `closed_at` when it was held.
    From `submitted_at` its minutes wait to be adjusted and are changed no more.
    """

    __table_args__ = (UniqueConstraint("body_id", "held_on", name="body_meets_once_a_day"),)

    id: int = key()
    body_id: int = link("body", ondelete="RESTRICT")
    held_on: date = Field(index=True)
    place: str | None = None
    opened_at: str | None = None
    closed_at: str | None = None
    document_id: str | None = None
    version: int = 1
    begins_at: str | None = None
    summoned_at: datetime | None = None
    cancelled_at: datetime | None = None
    submitted_at: datetime | None = None
    revision: int = revised()


class UnreadLine(Base, table=True):
    """A line of an imported protocol that gave no data; it stands in the text all the same."""

    __tablename__ = "unread_line"

    id: int = key()
    meeting_id: int = link("meeting")
    line: int
    text: str
    reason: str
