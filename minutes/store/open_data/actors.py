"""Who acts in what is told: the name and the party of that day, and the id of the person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from minutes.domain.persons import Person as Named
from minutes.store import tables as t


@dataclass(frozen=True, slots=True)
class Actor:
    """Who: a person, or a party group that acts as one and has no name."""

    person_id: str | None
    name: str | None
    group_id: str | None


def slugs_in(session: Session, rows: Iterable[Any]) -> Mapping[int | None, str]:
    """The ids of the persons that the rows name, by their keys."""
    keys = {row.person_id for row in rows} - {None}
    if not keys:
        return {}
    people = select(t.Person.id, t.Person.slug).where(col(t.Person.id).in_(keys))
    return dict(session.exec(people).all())


def actor(row: Any, slugs: Mapping[int | None, str]) -> Actor:
    """Whom a row names."""
    return Actor(slugs.get(row.person_id), row.name, row.party)


def known_in(session: Session, meeting: t.Meeting) -> dict[Named, str]:
    """The ids of those who were at a meeting, by name and party of the day."""
    present = session.exec(select(t.Attendance).where(t.Attendance.meeting_id == meeting.id)).all()
    slugs = slugs_in(session, present)
    return {
        Named(row.name, row.party): slugs[row.person_id]
        for row in present
        if row.person_id in slugs
    }


def is_by(column: Any, slug: str) -> ColumnElement[bool]:
    """A column names the person of an id, whom the reader may know."""
    person = select(t.Person.id).where(t.Person.slug == slug)
    found: ColumnElement[bool] = col(column).in_(person)
    return found
