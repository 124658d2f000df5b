"""Adjustment: who was elected to adjust, who signed and when."""

from datetime import date

from sqlalchemy import UniqueConstraint

from minutes.store.tables.base import Base, key, link, maybe, revised


class Adjuster(Base, table=True):
    """Elected at the meeting to adjust its minutes beside the chair."""

    __table_args__ = (UniqueConstraint("meeting_id", "position", name="adjuster_has_a_place"),)

    id: int = key()
    meeting_id: int = link("meeting")
    person_id: int | None = maybe("person")
    position: int
    name: str
    party: str | None = None
    revision: int = revised()


class Adjustment(Base, table=True):
    """The minutes are approved; from here on the meeting's record is frozen.

    `adjusted_on` is NULL where an imported protocol does not tell the day, `edition_id` where the
    minutes were adjusted elsewhere.
    """

    __table_args__ = (UniqueConstraint("meeting_id", name="meeting_is_adjusted_once"),)

    id: int = key()
    meeting_id: int = link("meeting")
    adjusted_on: date | None = None
    edition_id: int | None = maybe("edition")


class Signature(Base, table=True):
    """One signer of the minutes."""

    __table_args__ = (UniqueConstraint("adjustment_id", "position", name="signer_has_a_place"),)

    id: int = key()
    adjustment_id: int = link("adjustment")
    position: int
    name: str
    party: str | None = None
    signed_on: date | None = None
