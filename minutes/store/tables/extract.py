"""Extracts: a § certified for those concerned, and to whom it was sent."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.store.tables.base import Base, choice, key, link, maybe


class Extract(Base, table=True):
    """A certified extract; `version` is that of the minutes it was taken from."""

    __table_args__ = (UniqueConstraint("item_id", "document_id", name="extract_is_certified_once"),)

    id: int = key()
    item_id: int = link("item")
    document_id: int = link("document", ondelete="RESTRICT")
    version: int
    certified_by: str
    certified_at: datetime


class Channel(StrEnum):
    """How an extract is sent."""

    EMAIL = "email"
    POST = "post"
    HAND = "hand"


class Dispatch(Base, table=True):
    """That an extract was sent: to whom, how, when and by whom."""

    __table_args__ = (
        CheckConstraint(
            "(channel = 'email') = (letter_id IS NOT NULL)",
            name="what_goes_by_email_has_its_letter",
        ),
    )

    id: int = key()
    extract_id: int = link("extract")
    recipient: str
    channel: Channel = choice(Channel, "channel_is_known")
    to_address: str = ""
    letter_id: int | None = maybe("letter")
    sent_at: datetime
    sent_by: str


class Addressee(Base, table=True):
    """Where a recipient whom a body often sends to is reached by e-mail."""

    __table_args__ = (UniqueConstraint("body_id", "name", name="addressee_has_one_address"),)

    id: int = key()
    body_id: int = link("body")
    name: str
    email: str
