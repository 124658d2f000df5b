"""What a body tabled or referred back, or got back from above, and has not taken up again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, or_, select

from minutes.domain.decisions import DecisionKind
from minutes.store import tables as t
from minutes.store.item_records import dnr_of
from minutes.store.queries.addresses import Address, address_of


@dataclass(frozen=True, slots=True)
class Pending:
    """A § that waits to come back, by its key; `tabled` or else referred back."""

    item: int
    title: str
    address: Address
    tabled: bool
    dnr: tuple[str, ...]


def _same_matter(one: Any, other: Any) -> ColumnElement[bool]:
    """Two items of the queries around it, however far out, treat the same matter."""
    first: Any = aliased(t.ItemMatter)
    second: Any = aliased(t.ItemMatter)
    alike = exists().where(
        first.item_id == one.id, second.item_id == other.id, first.matter_id == second.matter_id
    )
    return alike.correlate_except(first, second)


def _came_back(body_id: int) -> ColumnElement[bool]:
    """A later item of the body takes it up: it says so, or it treats the same matter.

    One that is withdrawn from its agenda takes nothing up.
    """
    later: Any = aliased(t.Item)
    held: Any = aliased(t.Meeting)
    says = later.from_item_id == t.Item.id
    treats = (col(held.held_on) > col(t.Meeting.held_on)) & _same_matter(t.Item, later)
    return exists().where(
        later.body_id == body_id,
        col(later.withdrawn_at).is_(None),
        held.id == later.meeting_id,
        or_(says, treats),
    )


def _was_proposed(body_id: int) -> ColumnElement[bool]:
    """The body proposed something in the same matter to the body above it."""
    ours: Any = aliased(t.Item)
    decided: Any = aliased(t.Decision)
    return exists().where(
        ours.body_id == body_id,
        decided.item_id == ours.id,
        decided.kind == DecisionKind.PROPOSAL,
        _same_matter(t.Item, ours),
    )


def pending_items(session: Session, meeting: t.Meeting) -> Sequence[Pending]:
    """What waits to come back to a meeting's body, the latest first."""
    body = session.get_one(t.Body, meeting.body_id)
    own = (col(t.Item.body_id) == body.id) & or_(col(t.Item.tabled), col(t.Item.referred_back))
    above = (col(t.Item.body_id) == (body.superior_id or 0)) & col(t.Item.referred_back)
    rows = session.exec(
        select(t.Item, t.Body, col(t.Meeting.held_on))
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .where(col(t.Item.number).is_not(None), t.Meeting.held_on < meeting.held_on)
        .where(or_(own, above & _was_proposed(body.id)), ~_came_back(body.id))
        .order_by(col(t.Meeting.held_on).desc(), col(t.Item.position))
    ).all()
    dnr = dnr_of(session, [item.id for item, _, _ in rows])
    return [
        Pending(
            item.id, item.title, address_of(item, of, held_on), item.tabled, dnr.get(item.id, ())
        )
        for item, of, held_on in rows
    ]
