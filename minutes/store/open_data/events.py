"""Meetings as open data: events, with who was there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlmodel import Session, col, select

from minutes.domain.attendance import Role
from minutes.store import tables as t
from minutes.store.open_data.actors import Actor, actor, slugs_in
from minutes.store.open_data.changes import changed_at
from minutes.store.open_data.kinds import Filter, Kind
from minutes.store.open_data.places import OF_MEETINGS, Year, event_id, is_event
from minutes.store.readable import is_readable
from minutes.store.rows import grouped, ids
from minutes.store.visibility import sight_of
from minutes.store.withheld import withheld


@dataclass(frozen=True, slots=True)
class Span:
    """From § to §, both included; null is the meeting's own first or last."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person's presence at a meeting; without spans over the whole of it."""

    person_id: str | None
    name: str
    group_id: str | None
    role: Role
    serves: bool
    serves_for: str | None
    remote: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class WithheldItem:
    """A § that is secret: its number, the legal ground, and an open title if it has one."""

    number: int
    ground: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting of a body, whose minutes are adjusted."""

    id: str
    organization_id: str
    name: str
    classification: Literal["meeting"]
    start_date: date
    start_time: str | None
    end_time: str | None
    location: str | None
    adjusted_on: date | None
    is_published: bool
    updated_at: datetime
    attendees: tuple[Attendee, ...]
    adjusters: tuple[Actor, ...]
    withheld: tuple[WithheldItem, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What belongs to several meetings, by their keys."""

    attendees: dict[int, tuple[Attendee, ...]]
    adjusters: dict[int, tuple[Actor, ...]]
    withheld: dict[int, list[WithheldItem]]
    published: frozenset[int]
    changed: dict[int, datetime]


def _attendee(row: t.Attendance, slugs: Any, spans: Any) -> Attendee:
    return Attendee(
        slugs.get(row.person_id),
        row.name,
        row.party,
        row.role,
        row.serves,
        row.for_name,
        row.remote,
        tuple(Span(one.first_number, one.last_number) for one in spans[row.id]),
    )


def _published(session: Session, keys: Sequence[int]) -> frozenset[int]:
    sight = sight_of(session)
    found = select(t.Meeting.id).where(col(t.Meeting.id).in_(keys))
    if sight.bodies is not None:
        found = found.where(is_readable(sight, sight.bodies, col(t.Meeting.id)))
    return frozenset(session.exec(found))


def _around(session: Session, meetings: Sequence[t.Meeting]) -> _Around:
    keys = [meeting.id for meeting in meetings]
    present = grouped(session, t.Attendance, "meeting_id", keys)
    spans = grouped(session, t.AttendanceInterval, "attendance_id", ids(present))
    elected = grouped(session, t.Adjuster, "meeting_id", keys)
    slugs = slugs_in(
        session, [row for of in (present, elected) for rows in of.values() for row in rows]
    )
    secret: dict[int, list[WithheldItem]] = defaultdict(list)
    for one in withheld(session, col(t.Meeting.id).in_(keys)):
        secret[one.meeting_id].append(WithheldItem(one.number, one.ground, one.open_title))
    return _Around(
        {key: tuple(_attendee(row, slugs, spans) for row in present[key]) for key in keys},
        {key: tuple(actor(row, slugs) for row in elected[key]) for key in keys},
        secret,
        _published(session, keys),
        changed_at(session, {one.id: one.held_on for one in meetings}),
    )


def _tell(session: Session, rows: Sequence[Any]) -> list[Event]:
    around = _around(session, [row[0] for row in rows])
    return [
        Event(
            id=event_id(body.slug, m.held_on),
            organization_id=body.slug,
            name=f"{body.name} {m.held_on}",
            classification="meeting",
            start_date=m.held_on,
            start_time=m.opened_at,
            end_time=m.closed_at,
            location=m.place,
            adjusted_on=adjusted_on,
            is_published=m.id in around.published,
            updated_at=around.changed[m.id],
            attendees=around.attendees[m.id],
            adjusters=around.adjusters[m.id],
            withheld=tuple(around.withheld[m.id]),
        )
        for m, body, adjusted_on in rows
    ]


def _in_year(_session: Session, year: int) -> Any:
    return col(t.Meeting.held_on).between(date(year, 1, 1), date(year, 12, 31))


_MEETINGS: Any = (
    select(t.Meeting, t.Body, col(t.Adjustment.adjusted_on))
    .join(t.Body, col(t.Body.id) == t.Meeting.body_id)
    .join(t.Adjustment, col(t.Adjustment.meeting_id) == t.Meeting.id)
)
EVENTS = Kind(
    "events", Event, t.Meeting, _MEETINGS, _tell, is_event,
    (*OF_MEETINGS, Filter("year", Year, _in_year)),
)  # fmt: skip
