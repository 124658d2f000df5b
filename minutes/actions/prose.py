"""The prose of a § follows its record, where nobody has written it otherwise."""

from __future__ import annotations

from sqlmodel import Session

from minutes.actions.history import Act
from minutes.actions.items import revise_text, write_section
from minutes.actions.revisions import order_rows
from minutes.domain import record
from minutes.domain.sections import Section as Prose
from minutes.domain.sections import SectionKind
from minutes.domain.wording.items import GENERATED, ORDER, worded
from minutes.store.item_records import texts_of
from minutes.store.rows import grouped
from minutes.store.tables import Item, Section

SectionPlace = tuple[SectionKind, str]
_OUT_OF_THE_WAY = 1000


def section_place(section: Prose | Section) -> SectionPlace:
    """What tells the sections of a § apart: their kind, notes by their heading too."""
    return section.kind, section.heading if section.kind is SectionKind.NOTE else ""


def generated(body: str, item: record.Item) -> dict[SectionPlace, Prose]:
    """The sections that the record of a § calls for, in words."""
    made = worded(body, item).sections
    return {section_place(section): section for section in made if section.kind in GENERATED}


def write_out(
    session: Session,
    act: Act,
    item: Item,
    body: str,
    *,
    before: record.Item,
    after: record.Item,
    kept: int | None = None,
) -> None:
    """Bring the prose of a § to what its record says now.

    A section that said what the record said before follows it; one that somebody wrote otherwise
    stays as it is, and the screen tells where the two disagree. So does a heading that somebody
    chose. One that the record calls for no more is left empty, which prints nothing. The section
    of key `kept` stays as it is, too.
    """
    was, wanted = generated(body, before), generated(body, after)
    sections = grouped(session, Section, "item_id", [item.id])
    texts = texts_of(session, sections)
    for row in sections[item.id]:
        place = section_place(row)
        said, says = was.get(place), wanted.pop(place, None)
        follows = row.kind in GENERATED and row.id != kept
        if follows and texts.get(row.id, "") == (said.text if said else ""):
            revise_text(session, act, row, says.text if says else "")
            if says and (said is None or row.heading == said.heading):
                row.heading = says.heading
    for n, new in enumerate(wanted.values()):
        parts = {"kind": new.kind, "heading": new.heading, "text": new.text}
        write_section(session, act, item, **parts, position=_OUT_OF_THE_WAY + n)  # type: ignore[arg-type]  # the parts of a section
    order_sections(session, item)


def order_sections(session: Session, item: Item) -> None:
    """Put the sections of a § in the order of the house, those of a kind as they stood."""
    rows = grouped(session, Section, "item_id", [item.id])[item.id]
    order_rows(session, sorted(rows, key=lambda row: ORDER.index(row.kind)))
