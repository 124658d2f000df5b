"""Notes to the minutes and their authors."""

from sqlalchemy import UniqueConstraint

from minutes.domain.notes import NoteKind
from minutes.store.tables.base import Base, choice, key, link, maybe, revised


class Note(Base, table=True):
    """A note by persons or by a party group, with its heading as printed."""

    __table_args__ = (UniqueConstraint("item_id", "position", name="note_has_a_place"),)

    id: int = key()
    item_id: int = link("item")
    position: int
    kind: NoteKind = choice(NoteKind, "note_kind_is_known")
    heading: str
    group_party: str | None = None
    text: str = ""
    revision: int = revised()


class NoteAuthor(Base, table=True):
    """A person who signs a note, named as on that day."""

    __tablename__ = "note_author"
    __table_args__ = (UniqueConstraint("note_id", "position", name="author_has_a_place"),)

    id: int = key()
    note_id: int = link("note")
    person_id: int | None = maybe("person")
    position: int
    name: str
    party: str | None = None
