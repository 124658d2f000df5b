"""Persons: all of them, and the page of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain.attendance import Role
from minutes.domain.persons import by_surname
from minutes.store import tables as t
from minutes.store.queries.deeds import Deed, DeedKind, counts, deeds_of
from minutes.store.queries.paging import Paging, on_page, paging_of
from minutes.store.queries.presence import YearOfPresence, years_of_presence
from minutes.store.queries.words import each_word_in_name

LATEST = 8
"""How many deeds of a kind a person's page shows when it shows all kinds."""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person as a list shows them, with the party of the latest meeting."""

    name: str
    slug: str
    party: str | None
    meetings: int


@dataclass(frozen=True, slots=True)
class PersonList:
    """The persons in whose name each of `words` occurs, by surname."""

    words: str
    paging: Paging
    persons: tuple[PersonEntry, ...]


@dataclass(frozen=True, slots=True)
class MandateEntry:
    """A seat from a day to a day."""

    body: str
    slug: str
    role: Role
    party: str | None
    begins_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Presence:
    """At how many meetings of a body the person was, and at how many of them serving."""

    body: str
    slug: str
    meetings: int
    serving: int
    latest_on: date


@dataclass(frozen=True, slots=True)
class Deeds:
    """What a person did of one kind: how often, and the latest of it."""

    kind: DeedKind
    total: int
    latest: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person with mandates, attendance and everything the minutes name them for."""

    name: str
    slug: str
    party: str | None
    mandates: tuple[MandateEntry, ...]
    presence: tuple[Presence, ...]
    years: tuple[YearOfPresence, ...]
    deeds: tuple[Deeds, ...]
    only: DeedKind | None


def _parties(session: Session, people: Sequence[int]) -> dict[int, str | None]:
    """The party of each person's latest meeting, that of the latest mandate before it."""
    mandates = session.exec(
        select(t.Mandate.person_id, t.Mandate.party)
        .where(col(t.Mandate.person_id).in_(people))
        .order_by(col(t.Mandate.begins_on))
    ).all()
    attended = session.exec(
        select(t.Attendance.person_id, t.Attendance.party)
        .join(t.Meeting, col(t.Meeting.id) == t.Attendance.meeting_id)
        .where(col(t.Attendance.person_id).in_(people))
        .order_by(col(t.Meeting.held_on))
    ).all()
    return {key: party for key, party in (*mandates, *attended) if key is not None}


def person_list(session: Session, words: str = "", page: int = 1) -> PersonList:
    """The persons in whose name each word occurs, by surname, a page of them."""
    named = select(t.Person.id, t.Person.name).where(each_word_in_name(words, t.Person.name))
    keys = sorted(session.exec(named), key=lambda row: (by_surname(row[1]), row[0]))
    paging = paging_of(len(keys), page)
    shown = [key for key, _ in on_page(keys, paging)]
    people = {p.id: p for p in session.exec(select(t.Person).where(col(t.Person.id).in_(shown)))}
    parties, met = _parties(session, shown), _meetings(session, shown)
    found = (PersonEntry(people[k].name, people[k].slug, parties.get(k), met[k]) for k in shown)
    return PersonList(words, paging, tuple(found))


def _meetings(session: Session, people: Sequence[int]) -> Counter[int]:
    """At how many meetings each person was."""
    rows = session.exec(
        select(col(t.Attendance.person_id), func.count(col(t.Attendance.meeting_id).distinct()))
        .where(col(t.Attendance.person_id).in_(people))
        .group_by(col(t.Attendance.person_id))
    )
    return Counter({key: count for key, count in rows if key is not None})


def _mandates(session: Session, person: t.Person) -> tuple[MandateEntry, ...]:
    rows = session.exec(
        select(t.Mandate, t.Body)
        .join(t.Body, col(t.Body.id) == t.Mandate.body_id)
        .where(t.Mandate.person_id == person.id)
        .order_by(col(t.Mandate.begins_on).desc(), col(t.Body.name))
    )
    return tuple(
        MandateEntry(b.name, b.slug, m.role, m.party, m.begins_on, m.ends_on) for m, b in rows
    )


def _presence(session: Session, person: t.Person) -> tuple[Presence, ...]:
    rows = session.exec(
        select(t.Attendance, t.Meeting, t.Body)
        .join(t.Meeting, col(t.Meeting.id) == t.Attendance.meeting_id)
        .join(t.Body, col(t.Body.id) == t.Meeting.body_id)
        .where(t.Attendance.person_id == person.id)
    ).all()
    bodies = {body.id: body for _, _, body in rows}
    found = []
    for body in sorted(bodies.values(), key=lambda b: b.name):
        own = [(a, m) for a, m, b in rows if b.id == body.id]
        days = {m.held_on for _, m in own}
        served = {m.held_on for a, m in own if a.serves}
        found.append(Presence(body.name, body.slug, len(days), len(served), max(days)))
    return tuple(found)


def person_page(session: Session, slug: str, only: DeedKind | None = None) -> PersonPage | None:
    """The person at an address; `only` one kind of deed, and then all of it."""
    person = session.exec(select(t.Person).where(t.Person.slug == slug)).first()
    if person is None:
        return None
    limit = None if only else LATEST
    done = counts(session, person.id)
    shown = [kind for kind in DeedKind if done[kind] and only in {None, kind}]
    return PersonPage(
        person.name,
        person.slug,
        _parties(session, [person.id]).get(person.id),
        _mandates(session, person),
        _presence(session, person),
        years_of_presence(session, person.id),
        tuple(Deeds(k, done[k], deeds_of(session, person.id, k, limit)) for k in shown),
        only,
    )
