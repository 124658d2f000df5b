"""Reservations: recorded dissent."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.store.tables.base import Base, key, link, maybe, revised


class Reservation(Base, table=True):
    """A person's or party group's dissent, from a whole decision or one point.

    `notified_at` is when it was announced at the meeting, `received_at` when the written
    motivation came in.
    """

    __table_args__ = (
        UniqueConstraint("item_id", "position", name="reservation_has_a_place"),
        CheckConstraint("name IS NOT NULL OR party IS NOT NULL", name="reservation_is_somebodys"),
    )

    id: int = key()
    item_id: int = link("item")
    person_id: int | None = maybe("person")
    position: int
    name: str | None = None
    party: str | None = None
    point: int | None = None
    in_favour_of: str = ""
    motivation: str = ""
    notified_at: datetime | None = None
    received_at: datetime | None = None
    revision: int = revised()
