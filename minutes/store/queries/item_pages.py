"""One § with everything that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain import record
from minutes.domain.decisions import Outcome
from minutes.store import tables as t
from minutes.store.item_records import items_of
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.assignments import AssignmentEntry, of_item, reported_in
from minutes.store.queries.items import outcome_in
from minutes.store.queries.named import PersonLink, named_in
from minutes.store.records import is_adjusted


@dataclass(frozen=True, slots=True)
class MatterLink:
    """A matter by its reference number and address."""

    dnr: str
    slug: str


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One § with everything that belongs to it."""

    address: Address
    item: record.Item
    outcome: Outcome
    is_draft: bool
    before: int | None
    after: int | None
    matters: tuple[MatterLink, ...]
    assignments: tuple[AssignmentEntry, ...]
    reports: tuple[AssignmentEntry, ...]
    people: tuple[PersonLink, ...]


def _neighbours(session: Session, item: t.Item) -> tuple[int | None, int | None]:
    """The numbers before and after in the same year of the body."""
    of_year = select(t.Item.number).where(t.Item.body_id == item.body_id, t.Item.year == item.year)
    before = of_year.where(t.Item.number < item.number).order_by(col(t.Item.number).desc())
    after = of_year.where(t.Item.number > item.number).order_by(col(t.Item.number))
    return session.exec(before.limit(1)).first(), session.exec(after.limit(1)).first()


def matters_of(session: Session, item: t.Item) -> tuple[MatterLink, ...]:
    """The matters that a § treats."""
    rows = session.exec(
        select(t.Matter)
        .join(t.ItemMatter, col(t.ItemMatter.matter_id) == t.Matter.id)
        .where(t.ItemMatter.item_id == item.id)
        .order_by(col(t.ItemMatter.position))
    )
    return tuple(MatterLink(m.dnr, m.slug) for m in rows)


def item_page(session: Session, slug: str, year: int, number: int, today: date) -> ItemPage | None:
    """The § of a body's year and number, None where there is none."""
    found = session.exec(
        select(t.Item, t.Body, t.Meeting, t.Decision)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .outerjoin(t.Decision, col(t.Decision.item_id) == t.Item.id)
        .where(t.Body.slug == slug, t.Item.year == year, t.Item.number == number)
    ).first()
    if found is None:
        return None
    row, body, meeting, decision = found
    before, after = _neighbours(session, row)
    return ItemPage(
        address_of(row, body, meeting.held_on),
        items_of(session, [row])[0],
        outcome_in(row, decision),
        not is_adjusted(session, meeting),
        before,
        after,
        matters_of(session, row),
        of_item(session, row, today),
        reported_in(session, row, today),
        named_in(session, row),
    )
