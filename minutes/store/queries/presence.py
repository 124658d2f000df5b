"""How often somebody was at the meetings that they were to be at, by body and year by year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_
from sqlmodel import Session, col, select

from minutes.domain.attendance import Role
from minutes.store import tables as t


@dataclass(frozen=True, slots=True)
class YearOfPresence:
    """A year's meetings: served at, present at without serving, and missed though a member."""

    year: int
    served: int
    beside: int
    missed: int

    @property
    def meetings(self) -> int:
        """All of them."""
        return self.served + self.beside + self.missed


@dataclass(frozen=True, slots=True)
class BodyPresence:
    """At how many meetings of a body the person was, and at how many of them serving."""

    body: str
    slug: str
    meetings: int
    serving: int
    latest_on: date


@dataclass(frozen=True, slots=True)
class Presence:
    """Where somebody was, by body and by year, the latest first; the party of the latest time."""

    bodies: tuple[BodyPresence, ...]
    years: tuple[YearOfPresence, ...]
    party: str | None


_Row = tuple[t.Attendance, t.Meeting, t.Body]
_Days = dict[int, date]
"""The days of meetings by their keys."""


def _noted(session: Session, person: int) -> Sequence[_Row]:
    """Where somebody is noted, in order of time."""
    rows = (
        select(t.Attendance, t.Meeting, t.Body)
        .join(t.Meeting, col(t.Meeting.id) == t.Attendance.meeting_id)
        .join(t.Body, col(t.Body.id) == t.Meeting.body_id)
        .where(t.Attendance.person_id == person)
        .order_by(col(t.Meeting.held_on))
    )
    return session.exec(rows).all()


def _expected(session: Session, person: int) -> _Days:
    """The meetings of bodies in which somebody had a seat that day, where others are noted.

    Who has a seat as a substitute is expected only when called.
    """
    noted = select(t.Attendance.id).where(t.Attendance.meeting_id == t.Meeting.id).exists()
    rows = session.exec(
        select(col(t.Meeting.id), col(t.Meeting.held_on))
        .join(t.Mandate, col(t.Mandate.body_id) == t.Meeting.body_id)
        .where(
            t.Mandate.person_id == person,
            t.Mandate.role != Role.SUBSTITUTE,
            t.Mandate.begins_on <= t.Meeting.held_on,
            or_(col(t.Mandate.ends_on).is_(None), col(t.Mandate.ends_on) >= t.Meeting.held_on),
            noted,
        )
    )
    return dict(rows.all())


def _in(year: int, days: Iterable[date]) -> int:
    return sum(day.year == year for day in days)


def _years(rows: Sequence[_Row], expected: _Days) -> tuple[YearOfPresence, ...]:
    served = {m.id: m.held_on for a, m, _ in rows if a.serves}
    beside = {m.id: m.held_on for _, m, _ in rows if m.id not in served}
    missed = {key: day for key, day in expected.items() if key not in {**served, **beside}}
    kinds = [found.values() for found in (served, beside, missed)]
    years = {day.year for days in kinds for day in days}
    return tuple(
        YearOfPresence(year, *(_in(year, days) for days in kinds))
        for year in sorted(years, reverse=True)
    )


def _bodies(rows: Sequence[_Row]) -> tuple[BodyPresence, ...]:
    bodies = {body.id: body for _, _, body in rows}
    found = []
    for body in sorted(bodies.values(), key=lambda b: b.name):
        own = [(a, m) for a, m, b in rows if b.id == body.id]
        days = {m.held_on for _, m in own}
        served = {m.held_on for a, m in own if a.serves}
        found.append(BodyPresence(body.name, body.slug, len(days), len(served), max(days)))
    return tuple(found)


def presence_of(session: Session, person: int) -> Presence:
    """Where somebody was, and the meetings that they missed, in two queries."""
    rows = _noted(session, person)
    party = rows[-1][0].party if rows else None
    return Presence(_bodies(rows), _years(rows, _expected(session, person)), party)
