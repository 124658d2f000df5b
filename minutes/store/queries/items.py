"""Items in lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain import record
from minutes.domain.decisions import Outcome, outcome_of
from minutes.domain.fields import LEFT_OUT
from minutes.store import tables as t
from minutes.store.item_records import dnr_of
from minutes.store.queries.addresses import Address, address_of
from minutes.store.withheld import withheld_in


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """A § as a list shows it; `to_body` is the superior body that a proposal goes to."""

    address: Address
    title: str
    outcome: Outcome
    to_body: str | None
    dnr: tuple[str, ...]
    reservations: int
    votes: int
    secrecy: str | None = field(default=None, metadata=LEFT_OUT)


def count_by_item(session: Session, table: Any, items: Sequence[int]) -> dict[int, int]:
    """How many rows of a table each item has."""
    query = select(table.item_id, func.count()).where(col(table.item_id).in_(items))
    return dict(session.exec(query.group_by(table.item_id)).all())


def item_entries(session: Session, *conditions: Any) -> tuple[ItemEntry, ...]:
    """The items that meet the conditions (on Item, Body and Meeting), by day and order."""
    rows = session.exec(
        select(t.Item, t.Body, t.Meeting, t.Decision)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .outerjoin(t.Decision, col(t.Decision.item_id) == t.Item.id)
        .where(*conditions)
        .order_by(col(t.Meeting.held_on), col(t.Body.name), col(t.Item.position))
    ).all()
    ids = [row[0].id for row in rows]
    dnr = dnr_of(session, ids)
    reservations = count_by_item(session, t.Reservation, ids)
    votes = count_by_item(session, t.Vote, ids)
    return tuple(
        ItemEntry(
            address_of(item, body, meeting.held_on),
            item.title,
            outcome_in(item, decision),
            decision.to_body if decision else None,
            dnr.get(item.id, ()),
            reservations.get(item.id, 0),
            votes.get(item.id, 0),
        )
        for item, body, meeting, decision in rows
    )


def withheld_entry(one: record.Item, body: t.Body, held_on: date) -> ItemEntry:
    """A secret § as everybody reads it."""
    address = Address(body.name, body.slug, held_on.year, one.number, held_on)
    return ItemEntry(address, one.title, Outcome.NONE, None, (), 0, 0, one.secrecy)


def with_secret_ones(
    session: Session, entries: Sequence[ItemEntry], body: t.Body, meeting: t.Meeting
) -> tuple[ItemEntry, ...]:
    """The items of a meeting with its secret §§ among them, by number and ground only."""
    secret = [withheld_entry(one, body, meeting.held_on) for one in withheld_in(session, meeting)]
    numbers = {entry.address.number for entry in secret}
    others = [entry for entry in entries if entry.address.number not in numbers]
    return tuple(sorted([*others, *secret], key=lambda entry: entry.address.number))


def outcome_in(item: t.Item, decision: t.Decision | None) -> Outcome:
    """How a § ended."""
    kind = decision.kind if decision else None
    return outcome_of(kind, referred_back=item.referred_back, tabled=item.tabled)
