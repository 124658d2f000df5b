"""What belongs to a § beside its text: annexes, papers, references; and to whom it goes."""

from enum import StrEnum

from sqlalchemy import UniqueConstraint

from minutes.store.tables.base import Base, choice, key, link, maybe, revised


class AnnexKind(StrEnum):
    """Annex to the minutes, paper the decision rests on, or mere reference."""

    ANNEX = "annex"
    DECISION_BASIS = "decision_basis"
    REFERENCE = "reference"


class Annex(Base, table=True):
    """An annex or paper by its title; `document_id` is its file, where we hold it."""

    __table_args__ = (UniqueConstraint("item_id", "kind", "position", name="annex_has_a_place"),)

    id: int = key()
    item_id: int = link("item")
    document_id: int | None = maybe("document")
    kind: AnnexKind = choice(AnnexKind, "annex_kind_is_known")
    position: int
    title: str
    revision: int = revised()


class Recipient(Base, table=True):
    """To whom the extract is sent."""

    __table_args__ = (UniqueConstraint("item_id", "position", name="recipient_has_a_place"),)

    id: int = key()
    item_id: int = link("item")
    position: int
    name: str
    revision: int = revised()
