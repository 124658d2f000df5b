"""How often somebody was at the meetings that they were to be at, year by year."""

from __future__ import annotations

from collections.abc import Iterable
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


_Days = dict[int, date]
"""The days of meetings by their keys."""


def _noted(session: Session, person: int) -> tuple[_Days, _Days]:
    """The meetings that somebody served at, and those that they were at otherwise."""
    rows = session.exec(
        select(col(t.Meeting.id), col(t.Meeting.held_on), col(t.Attendance.serves))
        .join(t.Attendance, col(t.Attendance.meeting_id) == t.Meeting.id)
        .where(t.Attendance.person_id == person)
    ).all()
    served = {key: day for key, day, serves in rows if serves}
    return served, {key: day for key, day, _ in rows if key not in served}


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


def years_of_presence(session: Session, person: int) -> tuple[YearOfPresence, ...]:
    """The years with such meetings, the latest first."""
    served, beside = _noted(session, person)
    expected = _expected(session, person)
    missed = {key: day for key, day in expected.items() if key not in {**served, **beside}}
    days = [*served.values(), *beside.values(), *missed.values()]
    return tuple(
        YearOfPresence(
            year,
            *(_in(year, found.values()) for found in (served, beside, missed)),
        )
        for year in sorted({day.year for day in days}, reverse=True)
    )
