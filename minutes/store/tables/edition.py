"""Editions: the minutes as they were sent to be adjusted, to whom, and when they were adjusted."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text

from minutes.domain.adjustment import SignerRole
from minutes.domain.editions import EditionScope
from minutes.store.tables.base import Base, choice, key, link, maybe

_WAITS = text("withdrawn_at IS NULL AND scope <> 'immediate'")


class Edition(Base, table=True):
    """The text that was locked when it was sent; its file is what is signed.

    It is withdrawn when it is taken back, once; a later one has the next number of its scope.
    """

    __table_args__ = (
        UniqueConstraint("meeting_id", "scope", "number", name="edition_is_numbered_once"),
        Index(
            "one_edition_waits_at_a_time",
            "meeting_id",
            "scope",
            unique=True,
            sqlite_where=_WAITS,
            postgresql_where=_WAITS,
        ),
        CheckConstraint("number > 0", name="edition_number_is_positive"),
        CheckConstraint("withdrawn_at >= sent_at", name="edition_is_sent_before_it_is_withdrawn"),
    )

    id: int = key()
    meeting_id: int = link("meeting")
    scope: EditionScope = choice(EditionScope, "edition_scope_is_known")
    number: int
    document_id: int = link("document", ondelete="RESTRICT")
    sent_at: datetime
    sent_by: str
    withdrawn_at: datetime | None = None


class EditionItem(Base, table=True):
    """A § that an edition holds."""

    __tablename__ = "edition_item"
    __table_args__ = (UniqueConstraint("edition_id", "item_id", name="edition_holds_an_item_once"),)

    id: int = key()
    edition_id: int = link("edition")
    item_id: int = link("item")


class EditionSigner(Base, table=True):
    """Who was asked to sign an edition, as they were named when it was sent.

    The minutes are adjusted when all who are `expected` have signed; the secretary, who writes
    them, is listed and may sign.
    """

    __tablename__ = "edition_signer"
    __table_args__ = (UniqueConstraint("edition_id", "position", name="asked_signer_has_a_place"),)

    id: int = key()
    edition_id: int = link("edition")
    position: int
    role: SignerRole = choice(SignerRole, "signer_role_is_known")
    expected: bool
    name: str
    party: str | None = None
    person_id: int | None = maybe("person")


class Renewal(Base, table=True):
    """A signed file got a new timestamp before the last one ended: the file beside the old."""

    __table_args__ = (UniqueConstraint("document_id", name="file_renews_once"),)

    id: int = key()
    edition_id: int = link("edition")
    document_id: int = link("document", ondelete="RESTRICT")


class ImmediateAdjustment(Base, table=True):
    """The §§ of an immediate edition are adjusted: they are frozen while the meeting goes on."""

    __tablename__ = "immediate_adjustment"
    __table_args__ = (UniqueConstraint("edition_id", name="edition_is_adjusted_once"),)

    id: int = key()
    edition_id: int = link("edition")
    adjusted_on: date
