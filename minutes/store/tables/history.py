"""The history: one entry for each change, each chained to the one before."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from minutes.store.tables.base import Base, key


class History(Base, table=True):
    """Who did what to which row, and when; `details` is JSON.

    `digest` is the SHA-256 of this entry and of the digest before it, so that an entry cannot
    be changed or taken out without a trace.
    """

    __table_args__ = (UniqueConstraint("digest", name="entry_is_chained_once"),)

    id: int = key()
    at: datetime
    actor: str
    verb: str
    subject: str = Field(index=True)
    subject_id: int
    details: str = "{}"
    previous: str
    digest: str
