"""The agenda of a meeting, and the number that each of its items has or is going to have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from minutes.domain.agenda import USUAL, Standing
from minutes.domain.numbering import foreseen
from minutes.store.remembered import remembered
from minutes.store.tables import Item, Meeting, StandingItem


def numbers_given(session: Session, meeting: Meeting) -> Sequence[int]:
    """The § numbers that the meeting's body has given in the year."""
    of_body = select(Item.number).where(Item.body_id == meeting.body_id)
    given = of_body.where(Item.year == meeting.held_on.year, col(Item.number).is_not(None))
    asked = "numbers given", meeting.body_id, meeting.held_on.year
    found = remembered(session, asked, lambda: session.exec(given).all())
    return [number for number in found if number is not None]


def items_on(session: Session, meeting: Meeting) -> Sequence[Item]:
    """The items of a meeting in their order, without those withdrawn from its agenda."""
    on_agenda = select(Item).where(Item.meeting_id == meeting.id, col(Item.withdrawn_at).is_(None))
    in_order = on_agenda.order_by(col(Item.position))
    return remembered(session, ("items", meeting.id), lambda: session.exec(in_order).all())


def numbers_of(session: Session, meeting: Meeting, items: Sequence[Item]) -> dict[int, int]:
    """The number of each item by its key: given, or foreseen if all before it are closed."""
    waiting = [item.id for item in items if item.number is None]
    numbers = {item.id: item.number for item in items if item.number is not None}
    if waiting:
        numbers |= dict(zip(waiting, foreseen(numbers_given(session, meeting)), strict=False))
    return numbers


def numbers_on(session: Session, meeting: Meeting) -> Mapping[int, int]:
    """The number of each item on the agenda of a meeting, as `numbers_of` tells it."""

    def read() -> Mapping[int, int]:
        return numbers_of(session, meeting, items_on(session, meeting))

    return remembered(session, ("numbers", meeting.id), read)


def standing_of(session: Session, body_id: int) -> tuple[Standing, ...]:
    """What a body takes up at every meeting: what it has chosen, or else what is usual."""
    of_body = select(StandingItem).where(StandingItem.body_id == body_id)
    rows = session.exec(of_body.order_by(col(StandingItem.position))).all()
    return tuple(Standing(row.kind, row.title, row.at_end) for row in rows) or USUAL


def standing_missing(session: Session, meeting: Meeting) -> tuple[Standing, ...]:
    """The standing items of the body that are not on the agenda, withdrawn ones included."""
    on_agenda = select(Item.standing, Item.title).where(Item.meeting_id == meeting.id)
    there = set(session.exec(on_agenda.where(col(Item.standing).is_not(None))).all())
    return tuple(
        one for one in standing_of(session, meeting.body_id) if (one.kind, one.title) not in there
    )
