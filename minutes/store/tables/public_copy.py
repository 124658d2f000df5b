"""Public copies: what of the adjusted minutes is on the web, masked, approved and until when."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.publishing import Ruling
from minutes.store.tables.base import Base, choice, key, link, maybe, once_without, revised


class PublicCopy(Base, table=True):
    """A copy that a named person approved; what it tells is never changed.

    It is withdrawn once: by a press, or by the next copy. `corrections_to` is the last correction
    that it holds; `document_id` its file, where it was printed when it was approved.
    """

    __tablename__ = "public_copy"
    __table_args__ = (
        UniqueConstraint("meeting_id", "number", name="copy_is_numbered_once"),
        once_without("withdrawn_at", "meeting_has_one_copy_at_a_time", "meeting_id"),
        CheckConstraint("number > 0", name="copy_number_is_positive"),
    )

    id: int = key()
    meeting_id: int = link("meeting")
    number: int
    document_id: int | None = maybe("document")
    approved_by: str
    approved_at: datetime
    expires_on: date | None = None
    corrections_to: int = 0
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


class MaskedText(Base, table=True):
    """A text of the record that a copy holds without some words, and how it reads there."""

    __tablename__ = "masked_text"
    __table_args__ = (UniqueConstraint("copy_id", "place", name="masked_text_has_a_place"),)

    id: int = key()
    copy_id: int = link("public_copy")
    place: int
    original: str
    text: str


class Mask(Base, table=True):
    """Words that are taken out of the next copy, or that were found and stay; and why.

    They are those of a §, or of the whole protocol where there is none.
    """

    __table_args__ = (
        UniqueConstraint("meeting_id", "item_id", "words", name="words_are_ruled_once"),
        once_without("item_id", "words_of_the_whole_are_ruled_once", "meeting_id", "words"),
        CheckConstraint("reason <> ''", name="mask_has_a_reason"),
    )

    id: int = key()
    meeting_id: int = link("meeting")
    item_id: int | None = maybe("item", ondelete="CASCADE")
    words: str
    ruling: Ruling = choice(Ruling, "ruling_is_known")
    reason: str
    ruled_by: str
    ruled_at: datetime
    revision: int = revised()
