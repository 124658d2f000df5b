"""Where a § stands, and its title."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.store import tables as t


@dataclass(frozen=True, slots=True)
class Address:
    """Where a § stands: its body, year and number, and the day of its meeting."""

    body: str
    slug: str
    year: int
    number: int
    held_on: date


@dataclass(frozen=True, slots=True)
class ItemReference:
    """A § by address and title."""

    address: Address
    title: str


def address_of(item: t.Item, body: t.Body, held_on: date) -> Address:
    """The address of a row."""
    return Address(body.name, body.slug, item.year, item.number or 0, held_on)


def references(session: Session, items: Collection[int]) -> dict[int, ItemReference]:
    """The §§ of those keys."""
    rows = session.exec(
        select(t.Item, t.Body, t.Meeting)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(col(t.Item.id).in_(items))
    )
    return {i.id: ItemReference(address_of(i, b, m.held_on), i.title) for i, b, m in rows}
