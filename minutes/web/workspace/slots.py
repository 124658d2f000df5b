"""The places for an item's papers: a section each, written or waiting to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Optional

from minutes.actions.items import revise_text, write_section
from minutes.actions.prose import order_sections
from minutes.domain.errors import RuleBroken
from minutes.domain.sections import SectionKind
from minutes.domain.texts import require_title
from minutes.domain.wording.items import HEADINGS, PAPER_HEADINGS, PAPERS
from minutes.store.item_records import texts_of
from minutes.store.rows import grouped
from minutes.store.session import session
from minutes.store.tables import Section
from minutes.web.access import act
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import words
from minutes.web.workspace.place import Place

_K = SectionKind
ALWAYS = (_K.SUMMARY, _K.BACKGROUND, _K.BASE_PROPOSAL)
"""What nearly every item has: the places for it stand there before anything is written."""
_LAST = 5000
"""A new section's place until all are put in the order of the house."""


class PaperForm(Form):
    """The words of a section, and the revision that its writer began from; 0 where none was."""

    text = TextAreaField(filters=[words])
    kind = StringField()
    section = IntegerField(validators=[Optional()])
    revision = IntegerField(validators=[Optional()])


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a section on the page: what is written there now, and its form."""

    form_id: str
    kind: SectionKind
    heading: str
    text: str
    revision: int
    section: int | None
    form: PaperForm


def heading_of(kind: SectionKind) -> str:
    """Our heading for a kind of paper; empty for one that its writer names."""
    return HEADINGS.get(kind) or PAPER_HEADINGS.get(kind, "")


def written_in(here: Place) -> Sequence[tuple[Section, str]]:
    """The sections that people have written, in their order, with their words."""
    sections = grouped(session(), Section, "item_id", [here.at.id])
    texts = texts_of(session(), sections)
    return [(s, texts.get(s.id, "")) for s in sections[here.at.id] if s.kind in PAPERS]


def _slot(kind: SectionKind, found: tuple[Section, str] | None, single: bool) -> Slot:
    section, text = found or (None, "")
    own = f"{section.id}" if section and not single else kind.value
    revision = section.revision if section else 0
    heading = section.heading if section and section.heading else heading_of(kind)
    key = section.id if section else None
    form = PaperForm(text=text, kind=kind.value, section=key, revision=revision)
    return Slot(f"avsnitt-{own}", kind, heading, text, revision, key, form)


def _slots(here: Place) -> Iterator[Slot]:
    rows = written_in(here)
    for kind in PAPERS:
        found = [row for row in rows if row[0].kind is kind]
        single = len(found) < 2 and kind is not _K.OTHER
        yield from (_slot(kind, row, single) for row in found)
        if not found and kind in ALWAYS:
            yield _slot(kind, None, True)


def slots_of(here: Place, refused: Refused | None = None) -> list[Slot]:
    """The places for the papers of an item, in the order of the house."""
    return [
        Slot(s.form_id, s.kind, s.heading, s.text, s.revision, s.section,
             shown(s.form, s.form_id, refused))
        for s in _slots(here)
    ]  # fmt: skip


def _row(here: Place, kind: SectionKind, key: int | None) -> Section | None:
    """The section that a form writes in: the one it names, else the only one of the kind."""
    rows = [section for section, _ in written_in(here) if section.kind is kind]
    if key is not None:
        return next((row for row in rows if row.id == key), None)
    return rows[0] if rows and kind is not _K.OTHER else None


def write(here: Place, kind: SectionKind, text: str, *, heading: str = "", key: int | None = None,
          seen: int | None = None) -> None:  # fmt: skip
    """Write in a section, or begin it. Raises RuleBroken and Outdated."""
    row = _row(here, kind, key)
    if row is not None:
        revise_text(session(), act(), row, text, seen=seen)
        return
    if key is not None:
        raise RuleBroken("Avsnittet är borttaget. Lägg till det på nytt.")
    words = heading or heading_of(kind)
    require_title(words)
    parts = {"kind": kind, "heading": words, "text": text}
    write_section(session(), act(), here.at, **parts, position=_LAST)  # type: ignore[arg-type]  # the parts of a section
    order_sections(session(), here.at)
