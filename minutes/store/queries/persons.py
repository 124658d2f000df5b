"""Persons: all of them, and the page of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain.attendance import Role
from minutes.domain.persons import by_surname
from minutes.store import tables as t
from minutes.store.queries.deed_kinds import DeedKind
from minutes.store.queries.deeds import EVERYTHING, Deed, DeedCount, DeedSearch, counts, deeds_of
from minutes.store.queries.paging import Paging, on_page, paging_of
from minutes.store.queries.presence import BodyPresence, YearOfPresence, presence_of
from minutes.store.queries.words import each_word_in_name

A_PAGE = 25
"""How many deeds a person's page shows at a time."""


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
class PersonPage:
    """A person with mandates, attendance and everything the minutes name them for.

    `deeds` are a page of what is looked for; its kind is None where there is none at all.
    """

    name: str
    slug: str
    party: str | None
    mandates: tuple[MandateEntry, ...]
    presence: tuple[BodyPresence, ...]
    years: tuple[YearOfPresence, ...]
    counts: tuple[DeedCount, ...]
    search: DeedSearch
    paging: Paging
    deeds: tuple[Deed, ...]


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


def _with_mandates(session: Session, slug: str) -> tuple[t.Person | None, tuple[MandateEntry, ...]]:
    """The person at an address, with their seats, the latest first."""
    rows = session.exec(
        select(t.Person, t.Mandate, t.Body)
        .outerjoin(t.Mandate, col(t.Mandate.person_id) == t.Person.id)
        .outerjoin(t.Body, col(t.Body.id) == t.Mandate.body_id)
        .where(t.Person.slug == slug)
        .order_by(col(t.Mandate.begins_on).desc(), col(t.Body.name))
    ).all()
    seats = tuple(
        MandateEntry(b.name, b.slug, m.role, m.party, m.begins_on, m.ends_on)
        for _, m, b in rows
        if m and b
    )
    return rows[0][0] if rows else None, seats


def _narrowed(done: Sequence[DeedCount], search: DeedSearch) -> list[DeedCount]:
    """What is done in the year and body that are asked for."""
    of_year = [one for one in done if search.year in {None, one.year}]
    return [one for one in of_year if search.body in {"", one.slug}]


def _first(done: Sequence[DeedCount]) -> DeedKind | None:
    """The first kind that there is any of."""
    kinds = {one.kind for one in done}
    return next((kind for kind in DeedKind if kind in kinds), None)


def person_page(
    session: Session, slug: str, search: DeedSearch = EVERYTHING, page: int = 1
) -> PersonPage | None:
    """The person at an address, with a page of deeds; of the first kind where none is asked for."""
    person, mandates = _with_mandates(session, slug)
    if person is None:
        return None
    presence = presence_of(session, person.id)
    done = counts(session, person.id)
    found = _narrowed(done, search)
    shown = replace(search, kind=search.kind or _first(found))
    paging = paging_of(sum(one.count for one in found if one.kind is shown.kind), page, A_PAGE)
    return PersonPage(
        person.name,
        person.slug,
        presence.party or (mandates[0].party if mandates else None),
        mandates,
        presence.bodies,
        presence.years,
        done,
        shown,
        paging,
        deeds_of(session, person.id, shown, A_PAGE, offset=(paging.page - 1) * A_PAGE),
    )
