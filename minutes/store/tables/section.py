"""The prose of a §, by section; text is revised, never overwritten."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.sections import SectionKind
from minutes.store.tables.base import Base, choice, key, link


class Section(Base, table=True):
    """A section with its heading as printed; `revision` is the number of its current text."""

    __table_args__ = (UniqueConstraint("item_id", "position", name="section_has_a_place"),)

    id: int = key()
    item_id: int = link("item")
    position: int
    kind: SectionKind = choice(SectionKind, "section_kind_is_known")
    heading: str
    revision: int = 0


class TextRevision(Base, table=True):
    """One wording of a section, in Markdown, with who wrote it and when."""

    __tablename__ = "text_revision"
    __table_args__ = (
        UniqueConstraint("section_id", "number", name="revision_is_numbered_once"),
        CheckConstraint("number > 0", name="revision_number_is_positive"),
    )

    id: int = key()
    section_id: int = link("section")
    number: int
    text: str
    written_by: str
    written_at: datetime
