"""The §§ that a notice is of, as far as they may be seen, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.legal_force import LegalForce
from minutes.store import tables as t
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.board import BoardNotice
from minutes.store.queries.legal_forces import forces_of
from minutes.store.withheld import ITEM, withheld


@dataclass(frozen=True, slots=True)
class NoticedItem:
    """A § of a notice: its title, and whether it has legal force.

    Of a secret § the ground stands in `secrecy`, and its title is what everybody may read.
    """

    address: Address
    title: str
    force: LegalForce | None = None
    secrecy: str | None = None


def _secret(session: Session, one: BoardNotice, held_on: date) -> list[NoticedItem]:
    meeting = select(t.Notice.meeting_id).where(t.Notice.id == one.key)
    found = withheld(session, ITEM.meeting_id.in_(meeting), ITEM.number.in_(one.numbers))
    return [
        NoticedItem(
            Address(one.body, one.slug, row.year, row.number, held_on),
            row.record.title,
            secrecy=row.ground,
        )
        for row in found
    ]


def noticed_items(session: Session, one: BoardNotice, today: date) -> tuple[NoticedItem, ...]:
    """The §§ by number, but for those that are still a draft to the one who asks."""
    if one.held_on is None:
        return ()
    rows = session.exec(
        select(t.Item, t.Body, t.Meeting)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(
            t.Body.slug == one.slug,
            t.Meeting.held_on == one.held_on,
            col(t.Item.number).in_(one.numbers),
            col(t.Item.secrecy).is_(None),
        )
        .order_by(col(t.Item.number))
    ).all()
    forces = forces_of(session, [item for item, _, _ in rows], today)
    told = [
        NoticedItem(address_of(item, body, meeting.held_on), item.title, stands.force)
        for (item, body, meeting), stands in zip(rows, forces, strict=True)
    ]
    found = [*told, *_secret(session, one, one.held_on)]
    return tuple(sorted(found, key=lambda item: item.address.number))
