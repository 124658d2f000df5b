"""Bodies: all of them, and one with its members and meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain.attendance import Role
from minutes.domain.bodies import BodyKind
from minutes.store import tables as t
from minutes.store.remembered import remembered
from minutes.store.withheld import withheld


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
class Seat:
    """Who holds a seat today."""

    name: str
    slug: str
    party: str | None
    role: Role


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


def _numbers(session: Session, meetings: Sequence[int]) -> dict[int, set[int]]:
    """The § numbers of each meeting, those of secret §§ too."""
    found: dict[int, set[int]] = defaultdict(set)
    of_meetings = select(col(t.Item.meeting_id), col(t.Item.number))
    for key, number in session.exec(of_meetings.where(col(t.Item.meeting_id).in_(meetings))):
        found[key] |= {number} if number else set()
    for one in withheld(session, col(t.Meeting.id).in_(meetings)):
        found[one.meeting_id].add(one.number)
    return found


def meeting_entries(session: Session, body: t.Body) -> tuple[MeetingEntry, ...]:
    """All meetings that a body has held, the latest first: one to come has no minutes yet."""
    of_body = select(t.Meeting).where(t.Meeting.body_id == body.id)
    meetings = session.exec(of_body.order_by(col(t.Meeting.held_on).desc())).all()
    ids = [m.id for m in meetings]
    items = _numbers(session, ids)
    reserved = dict(
        session.exec(
            select(col(t.Item.meeting_id), func.count())
            .join(t.Reservation, col(t.Reservation.item_id) == t.Item.id)
            .where(col(t.Item.meeting_id).in_(ids))
            .group_by(col(t.Item.meeting_id))
        ).all()
    )
    adjusted = set(session.exec(select(t.Adjustment.meeting_id)).all())
    return tuple(
        _entry(body, m, items[m.id], reserved.get(m.id, 0), m.id not in adjusted)
        for m in meetings
        if items[m.id] or m.opened_at or m.id in adjusted
    )


def _entry(
    body: t.Body, meeting: t.Meeting, numbers: Collection[int], reserved: int, is_draft: bool
) -> MeetingEntry:
    first, last = min(numbers, default=None), max(numbers, default=None)
    return MeetingEntry(body.slug, meeting.held_on, first, last, len(numbers), reserved, is_draft)


_ORDER = (BodyKind.ASSEMBLY, BodyKind.BOARD, BodyKind.COMMITTEE)


def body_entries(session: Session, latest: int = 3) -> tuple[BodyEntry, ...]:
    """All bodies, the assembly first, each with its `latest` meetings."""
    bodies = session.exec(select(t.Body)).all()
    found = []
    for body in sorted(bodies, key=lambda b: (_ORDER.index(b.kind), b.name)):
        meetings = meeting_entries(session, body)
        found.append(BodyEntry(body.name, body.slug, body.kind, len(meetings), meetings[:latest]))
    return tuple(found)


_ROLES = (Role.CHAIR, Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR, Role.MEMBER, Role.SUBSTITUTE)


def members_on(session: Session, body: t.Body, today: date) -> tuple[Seat, ...]:
    """Who holds a seat in a body on a day: the chairs first, substitutes in their order last."""
    rows = session.exec(
        select(t.Mandate, t.Person)
        .join(t.Person, col(t.Person.id) == t.Mandate.person_id)
        .where(t.Mandate.body_id == body.id, t.Mandate.begins_on <= today)
        .where((col(t.Mandate.ends_on).is_(None)) | (col(t.Mandate.ends_on) >= today))
        .order_by(col(t.Mandate.id))
    ).all()
    rows = sorted(rows, key=lambda r: (_ROLES.index(r[0].role), r[0].substitution_order or 0))
    return tuple(Seat(p.name, p.slug, m.party, m.role) for m, p in rows)


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
