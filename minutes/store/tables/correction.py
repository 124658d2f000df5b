"""Corrections after adjustment, certified by those who signed."""

from sqlalchemy import UniqueConstraint

from minutes.store.tables.base import Base, key, link, maybe


class Correction(Base, table=True):
    """Old and new words, the reason, and next to which words it stands.

    One that was made here refers to what was proposed and certified.
    """

    __table_args__ = (UniqueConstraint("item_id", "position", name="correction_has_a_place"),)

    id: int = key()
    item_id: int = link("item")
    position: int
    after_words: str = ""
    old_words: str = ""
    new_words: str = ""
    reason: str = ""
    proposal_id: int | None = maybe("correction_proposal")


class CorrectionSigner(Base, table=True):
    """Who certified it; the day as printed, which may be half empty."""

    __tablename__ = "correction_signer"
    __table_args__ = (UniqueConstraint("correction_id", "position", name="certifier_has_a_place"),)

    id: int = key()
    correction_id: int = link("correction")
    position: int
    name: str | None = None
    party: str | None = None
    certified_on: str | None = None
