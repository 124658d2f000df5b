"""Extracts as they are kept, whom they were sent to, and which §§ may be certified."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, or_, select

from minutes.store import tables as t
from minutes.store.rows import grouped


def adjusted_items(session: Session, meeting: t.Meeting) -> frozenset[int]:
    """The keys of the §§ that are adjusted: all with the minutes, or some of them at once."""
    whole = select(t.Adjustment.meeting_id).where(t.Adjustment.meeting_id == meeting.id)
    at_once = (
        select(t.EditionItem.item_id)
        .join(
            t.ImmediateAdjustment,
            col(t.ImmediateAdjustment.edition_id) == t.EditionItem.edition_id,
        )
        .join(t.Edition, col(t.Edition.id) == t.EditionItem.edition_id)
        .where(t.Edition.meeting_id == meeting.id)
    )
    of_meeting = select(t.Item.id).where(t.Item.meeting_id == meeting.id)
    is_adjusted = or_(col(t.Item.meeting_id).in_(whole), col(t.Item.id).in_(at_once))
    return frozenset(session.exec(of_meeting.where(is_adjusted)))


def extracts_of(session: Session, meeting: t.Meeting) -> Mapping[int, t.Extract]:
    """The latest extract of each § that has one, by the item's key."""
    of_meeting = (
        select(t.Extract)
        .join(t.Item, col(t.Item.id) == t.Extract.item_id)
        .where(t.Item.meeting_id == meeting.id)
    )
    return {row.item_id: row for row in session.exec(of_meeting.order_by(col(t.Extract.id)))}


def dispatches_of(
    session: Session, meeting: t.Meeting
) -> Sequence[tuple[t.Dispatch, t.Extract, t.Letter | None]]:
    """What was sent of a meeting's §§, each with its extract and its letter, oldest first."""
    of_meeting = (
        select(t.Dispatch, t.Extract, t.Letter)
        .join(t.Extract, col(t.Extract.id) == t.Dispatch.extract_id)
        .join(t.Item, col(t.Item.id) == t.Extract.item_id)
        .outerjoin(t.Letter, col(t.Letter.id) == t.Dispatch.letter_id)
        .where(t.Item.meeting_id == meeting.id)
    )
    return session.exec(of_meeting.order_by(col(t.Dispatch.id))).all()


def addresses_of(session: Session, body_id: int) -> Mapping[str, str]:
    """Where those are reached whom a body often sends to, by their names in lower case."""
    known = select(t.Addressee).where(t.Addressee.body_id == body_id)
    return {row.name.casefold(): row.email for row in session.exec(known)}


def recipients_of(session: Session, items: Sequence[int]) -> Mapping[int, Sequence[str]]:
    """To whom the extract of each § goes, by the item's key."""
    rows = grouped(session, t.Recipient, "item_id", items)
    return {item: [row.name for row in rows[item]] for item in items}
