"""The agenda of a meeting, and the number that each of its items has or is going to have."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from minutes.domain.numbering import foreseen
from minutes.store.tables import Item, Meeting


def numbers_given(session: Session, meeting: Meeting) -> Sequence[int]:
    """The § numbers that the meeting's body has given in the year."""
    of_body = select(Item.number).where(Item.body_id == meeting.body_id)
    given = of_body.where(Item.year == meeting.held_on.year, col(Item.number).is_not(None))
    return [number for number in session.exec(given) if number is not None]


def items_on(session: Session, meeting: Meeting) -> Sequence[Item]:
    """The items of a meeting in their order, without those withdrawn from its agenda."""
    on_agenda = select(Item).where(Item.meeting_id == meeting.id, col(Item.withdrawn_at).is_(None))
    return session.exec(on_agenda.order_by(col(Item.position))).all()


def numbers_of(session: Session, meeting: Meeting, items: Sequence[Item]) -> dict[int, int]:
    """The number of each item by its key: given, or foreseen if all before it are closed."""
    waiting = [item.id for item in items if item.number is None]
    numbers = {item.id: item.number for item in items if item.number is not None}
    if waiting:
        numbers |= dict(zip(waiting, foreseen(numbers_given(session, meeting)), strict=False))
    return numbers
