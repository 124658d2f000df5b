"""What was tabled or referred back comes back: with its matter, its papers and its annexes."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import Session, col, select

from minutes.actions.agenda import Point, put_on_agenda
from minutes.actions.history import Act, add_all
from minutes.actions.items import revision_of
from minutes.domain.wording.items import PAPERS
from minutes.store.tables import (
    Annex,
    Item,
    ItemMatter,
    Matter,
    Meeting,
    Recipient,
    Section,
    TextRevision,
)


def take_up_again(session: Session, act: Act, meeting: Meeting, earlier: Item) -> Item:
    """Put what was tabled or referred back on an agenda again, with a copy of its papers.

    The copies are the new item's own. Raises RuleBroken as `put_on_agenda` does.
    """
    treats = select(Matter).join(ItemMatter, col(ItemMatter.matter_id) == Matter.id)
    matters = session.exec(
        treats.where(ItemMatter.item_id == earlier.id).order_by(col(ItemMatter.position))
    ).all()
    point = Point(
        earlier.title,
        presenter=earlier.presenter,
        is_election=earlier.is_election,
        from_item_id=earlier.id,
    )
    item = put_on_agenda(session, act, meeting, point, matters=matters)
    _copy_texts(session, act, earlier, item)
    add_all(session, *_enclosed(session, earlier, item))
    return item


def _copy_texts(session: Session, act: Act, earlier: Item, item: Item) -> None:
    """The sections that people wrote, each as a first wording of the new item."""
    of_item = select(Section, TextRevision.text).join(
        TextRevision,
        (col(TextRevision.section_id) == Section.id)
        & (col(TextRevision.number) == Section.revision),
    )
    written = of_item.where(Section.item_id == earlier.id, col(Section.kind).in_(PAPERS))
    rows = session.exec(written.order_by(col(Section.position))).all()
    for place, (section, text) in enumerate(rows):
        copy = Section(
            item_id=item.id, position=place, kind=section.kind, heading=section.heading, revision=1
        )
        add_all(session, copy)
        add_all(session, revision_of(copy, 1, text, act))


def _enclosed(session: Session, earlier: Item, item: Item) -> Iterator[Annex | Recipient]:
    for annex in session.exec(select(Annex).where(Annex.item_id == earlier.id)).all():
        columns = annex.model_dump(include={"document_id", "kind", "position", "title"})
        yield Annex(item_id=item.id, **columns)
    for one in session.exec(select(Recipient).where(Recipient.item_id == earlier.id)).all():
        yield Recipient(item_id=item.id, position=one.position, name=one.name)
