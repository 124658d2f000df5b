"""Bodies: all of them, and one with its members and meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_
from sqlmodel import Session, col, select

from minutes.domain.bodies import BodyKind
from minutes.store import tables as t
from minutes.store.counted import counted
from minutes.store.queries.members import Seat, members_on
from minutes.store.remembered import remembered
from minutes.store.rows import grouped
from minutes.store.withheld import ITEM, withheld


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting as a list shows it; `first` and `last` are its § numbers."""

    slug: str
    held_on: date
    first: int | None
    last: int | None
    items: int
    reservations: int
    is_draft: bool


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body with its latest meetings."""

    name: str
    slug: str
    kind: BodyKind
    meetings: int
    latest: tuple[MeetingEntry, ...]


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A body with its members of a day and its meetings, the latest first."""

    name: str
    slug: str
    kind: BodyKind
    organisation: str
    seats: int | None
    superior: str | None
    superior_slug: str | None
    members: tuple[Seat, ...]
    meetings: tuple[MeetingEntry, ...]


_Span = tuple[int, int, int]
"""The first and the last § number of a meeting, and how many it has."""


def _spans(session: Session, meetings: Sequence[int]) -> dict[int, _Span]:
    """The § numbers of each meeting, those of secret §§ too."""
    number = col(t.Item.number)
    asked = (
        select(col(t.Item.meeting_id), func.min(number), func.max(number), func.count(number))
        .where(col(t.Item.meeting_id).in_(meetings), number.is_not(None))
        .where(col(t.Item.secrecy).is_(None))
    )
    rows: Any = session.exec(asked.group_by(col(t.Item.meeting_id))).all()
    found: dict[int, _Span] = {key: (first, last, count) for key, first, last, count in rows}
    for one in withheld(session, col(t.Meeting.id).in_(meetings)):
        first, last, count = found.get(one.meeting_id, (one.number, one.number, 0))
        found[one.meeting_id] = (min(first, one.number), max(last, one.number), count + 1)
    return found


def _held() -> ColumnElement[bool]:
    """Whether a meeting has been held: one to come has no minutes yet.

    That a § has a number is asked of all, since a secret one has it too.
    """
    adjusted = exists().where(col(t.Adjustment.meeting_id) == t.Meeting.id)
    closed = exists(ITEM.id).where(ITEM.meeting_id == t.Meeting.id, ITEM.number.is_not(None))
    return or_(col(t.Meeting.opened_at).is_not(None), adjusted, closed)


def _entries(
    session: Session, meetings: Sequence[t.Meeting], slugs: Mapping[int, str]
) -> tuple[MeetingEntry, ...]:
    """Those meetings as a list shows them; the number of queries does not grow."""
    ids = [meeting.id for meeting in meetings]
    spans = _spans(session, ids)
    reserved = dict(
        session.exec(
            select(col(t.Item.meeting_id), func.count())
            .join(t.Reservation, col(t.Reservation.item_id) == t.Item.id)
            .where(col(t.Item.meeting_id).in_(ids))
            .group_by(col(t.Item.meeting_id))
        ).all()
    )
    adjusted = grouped(session, t.Adjustment, "meeting_id", ids)
    return tuple(
        _entry(slugs[m.body_id], m, spans.get(m.id), reserved.get(m.id, 0), not adjusted[m.id])
        for m in meetings
    )


def meeting_entries(session: Session, body: t.Body) -> tuple[MeetingEntry, ...]:
    """All meetings that a body has held, the latest first."""
    of_body = select(t.Meeting).where(t.Meeting.body_id == body.id, _held())
    meetings = session.exec(of_body.order_by(col(t.Meeting.held_on).desc())).all()
    return _entries(session, meetings, {body.id: body.slug})


def _entry(
    slug: str, meeting: t.Meeting, span: _Span | None, reserved: int, is_draft: bool
) -> MeetingEntry:
    first, last, count = span or (None, None, 0)
    return MeetingEntry(slug, meeting.held_on, first, last, count, reserved, is_draft)


_ORDER = (BodyKind.ASSEMBLY, BodyKind.BOARD, BodyKind.COMMITTEE)


def _latest(session: Session, most: int) -> Mapping[int, tuple[int, Sequence[int]]]:
    """By body, how many meetings it has held, and the keys of the latest of them."""
    asked = select(t.Meeting.body_id, t.Meeting.id).where(_held())
    found: dict[int, list[int]] = defaultdict(list)
    for body, key in session.exec(asked.order_by(col(t.Meeting.held_on).desc())):
        found[body].append(key)
    return {body: (len(keys), keys[:most]) for body, keys in found.items()}


def body_entries(session: Session, latest: int = 3) -> tuple[BodyEntry, ...]:
    """All bodies, the assembly first, each with its `latest` meetings."""
    bodies = session.exec(select(t.Body)).all()
    held = counted(session, ("latest meetings", latest), lambda: _latest(session, latest))
    keys = [key for _, some in held.values() for key in some]
    newest = select(t.Meeting).where(col(t.Meeting.id).in_(keys))
    meetings = session.exec(newest.order_by(col(t.Meeting.held_on).desc())).all()
    shown = _entries(session, meetings, {body.id: body.slug for body in bodies})
    found = []
    for body in sorted(bodies, key=lambda b: (_ORDER.index(b.kind), b.name)):
        count, _ = held.get(body.id, (0, ()))
        of_body = tuple(one for one in shown if one.slug == body.slug)
        found.append(BodyEntry(body.name, body.slug, body.kind, count, of_body))
    return tuple(found)


def organisation_of(session: Session) -> str:
    """The name of the organisation whose register it is; empty before there is one."""
    named = select(t.Organisation.name).order_by(col(t.Organisation.id))
    return session.exec(named).first() or ""


def find_slug(session: Session, slug: str) -> t.Body | None:
    """The body at an address."""
    at = select(t.Body).where(t.Body.slug == slug)
    return remembered(session, ("body", slug), lambda: session.exec(at).first())


def body_page(session: Session, slug: str, today: date) -> BodyPage | None:
    """The body at an address with its members of the day, None where there is none."""
    body = find_slug(session, slug)
    if body is None:
        return None
    superior = session.get(t.Body, body.superior_id) if body.superior_id else None
    return BodyPage(
        body.name,
        body.slug,
        body.kind,
        session.get_one(t.Organisation, body.organisation_id).name,
        body.seats,
        superior.name if superior else None,
        superior.slug if superior else None,
        members_on(session, body, today),
        meeting_entries(session, body),
    )
