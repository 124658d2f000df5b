"""The agenda is drawn up, and its items are closed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from minutes.actions.columns import taken
from minutes.actions.following import followed_by_those_aside
from minutes.actions.history import Act, add_all, record
from minutes.actions.revisions import revise
from minutes.actions.rooms import room_of
from minutes.domain.agenda import StandingKind, place_for, rank
from minutes.domain.attendance import require_quorum
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.numbering import next_number
from minutes.domain.texts import require_line, require_title
from minutes.store.agendas import items_on, numbers_given, standing_of
from minutes.store.seated import seated
from minutes.store.tables import Body, Item, ItemMatter, Matter, Meeting

_ASIDE = 10_000
"""Places are given in two steps, since each place is taken once: first out of the way."""


@dataclass(frozen=True, slots=True)
class Point:
    """An item as it is put on an agenda."""

    title: str
    standing: StandingKind | None = None
    presenter: str | None = None
    is_election: bool = False
    from_item_id: int | None = None


def require_changeable(meeting: Meeting) -> None:
    """Raise RuleBroken where the minutes wait to be adjusted, or the meeting is not held."""
    if meeting.cancelled_at is not None:
        raise RuleBroken("Sammanträdet är inställt. Återta det först.")
    if meeting.submitted_at is not None:
        raise RuleBroken("Protokollet är sänt till justering. Ta tillbaka det för att ändra.")


def put_on_agenda(
    session: Session,
    act: Act,
    meeting: Meeting,
    point: Point,
    *,
    matters: Sequence[Matter] = (),
) -> Item:
    """Put an item on the agenda, before what stands last; its number it gets when it is closed.

    Raises RuleBroken for a title or a name that cannot be printed, and where the agenda cannot
    be changed.
    """
    require_changeable(meeting)
    require_point(point)
    others = _all_items(session, meeting.id)
    item = Item(
        meeting_id=meeting.id,
        body_id=meeting.body_id,
        year=meeting.held_on.year,
        position=max((one.position for one in others), default=-1) + 1,
        added_at=act.at if meeting.opened_at else None,
        **taken(point, "title standing presenter is_election from_item_id"),
    )
    verb = "put on agenda again" if point.from_item_id else "put on agenda"
    record(session, act, verb, item, {"title": item.title})
    add_all(session, *treated(item, matters))
    place = _place(session, point, others)
    _order(session, [*others[:place], item, *others[place:]])
    return item


def require_point(point: Point) -> None:
    """Refuse a title or a presenter that cannot be printed. Raises RuleBroken."""
    require_title(point.title)
    require_line(point.presenter or "", Phrase("Föredragande"))


def treated(item: Item, matters: Sequence[Matter]) -> list[ItemMatter]:
    """The rows that tell which matters an item treats."""
    return [ItemMatter(item_id=item.id, matter_id=m.id, position=n) for n, m in enumerate(matters)]


def _place(session: Session, point: Point, others: Sequence[Item]) -> int:
    """Where a new item stands: by what the body's standing items say, after all numbers."""
    if not others:
        return 0
    standing = standing_of(session, others[0].body_id)
    ranks = [rank(one.standing, one.title, standing) for one in others]
    numbered = sum(one.number is not None for one in others)
    return max(numbered, place_for(rank(point.standing, point.title, standing), ranks))


def _order(session: Session, items: Sequence[Item]) -> None:
    with followed_by_those_aside(session, session.get_one(Meeting, items[0].meeting_id)):
        for base in (_ASIDE, 0):
            for place, item in enumerate(items):
                item.position = base + place
            session.flush()


def _all_items(session: Session, meeting_id: int) -> list[Item]:
    of_meeting = select(Item).where(Item.meeting_id == meeting_id)
    return list(session.exec(of_meeting.order_by(col(Item.position))).all())


def move_item(session: Session, act: Act, item: Item, before: Item | None) -> Item:
    """Move an item to before another of its meeting, or last.

    Raises RuleBroken for one that has its number, or a place before one that has.
    """
    others = [one for one in _all_items(session, item.meeting_id) if one.id != item.id]
    place = others.index(before) if before in others else len(others)
    if item.number is not None or any(one.number is not None for one in others[place:]):
        raise RuleBroken("Paragrafer som har fått sitt nummer flyttas inte. Välj en senare plats.")
    record(session, act, "moved", item, {"from": item.position, "to": place})
    _order(session, [*others[:place], item, *others[place:]])
    return item


def withdraw_item(session: Session, act: Act, item: Item) -> Item:
    """Take an item off the agenda; what is written on it is kept.

    Raises RuleBroken for one that has its number: it was handled.
    """
    if item.number is not None:
        raise RuleBroken(
            "§ {number} är avslutad och står kvar. Ett nummer tas inte tillbaka.",
            number=item.number,
        )
    with followed_by_those_aside(session, session.get_one(Meeting, item.meeting_id)):
        revise(session, act, item, {"withdrawn_at": act.at}, verb="withdrawn")
    return item


def restore_item(session: Session, act: Act, item: Item) -> Item:
    """Put an item that was withdrawn back on the agenda, where it stood."""
    with followed_by_those_aside(session, session.get_one(Meeting, item.meeting_id)):
        revise(session, act, item, {"withdrawn_at": None}, verb="restored")
    return item


def _require_closable(meeting: Meeting, item: Item) -> None:
    if meeting.opened_at is None:
        raise RuleBroken("Sammanträdet är inte öppnat. Öppna det, så får paragraferna nummer.")
    if item.withdrawn_at is not None:
        raise RuleBroken("Ärendet har utgått. Återta det på föredragningslistan först.")


def _require_quorum_at(session: Session, meeting: Meeting, number: int) -> None:
    """Raise RuleBroken where it is known that too few are in the room for the §."""
    room = room_of(seated(session, meeting, number))
    if room is not None:
        require_quorum(room.seats, room.present, room.kind, room.away)


def close_item(session: Session, act: Act, meeting: Meeting, item: Item) -> Item:
    """Close an item: it gets the next number of the body's year, once, and its place by it.

    Closing it again changes nothing. Raises RuleBroken before the meeting is opened, for an item
    that is withdrawn, and where it is known that too few are in the room.
    """
    if item.number is not None:
        return item
    _require_closable(meeting, item)
    session.get_one(Body, meeting.body_id, with_for_update=True)
    number = next_number(numbers_given(session, meeting))
    items = [one for one in _all_items(session, meeting.id) if one.id != item.id]
    closed = [one for one in items if one.number is not None]
    _order(session, [*closed, item, *(one for one in items if one.number is None)])
    _require_quorum_at(session, meeting, number)
    revise(session, act, item, {"number": number}, verb="closed")
    return item


def waiting_items(session: Session, meeting: Meeting) -> Sequence[Item]:
    """The items that are not closed yet."""
    return [item for item in items_on(session, meeting) if item.number is None]
