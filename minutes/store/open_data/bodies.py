"""Organizations, parties, persons and memberships as open data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import ColumnElement, and_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from minutes.domain.attendance import Role
from minutes.domain.bodies import BodyKind
from minutes.store import tables as t
from minutes.store.open_data.kinds import Filter, Kind
from minutes.store.open_data.places import Day, Party, Slug, parts_of
from minutes.store.queries.words import each_word_in_name

_SUPERIOR = aliased(t.Body)
_MEMBERSHIP = r"(?P<body>[a-z0-9-]+)\.(?P<person>[a-z0-9-]+)\.(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
_Words = Annotated[str, Field(pattern=r"^[^\x00-\x1f]+$", max_length=100)]


@dataclass(frozen=True, slots=True)
class Organization:
    """A deciding body: the assembly, the board or a committee."""

    id: str
    name: str
    classification: BodyKind
    parent_id: str | None
    seats: int | None


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """A party as the minutes abbreviate it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom the minutes name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's seat in a body, from a day to a day."""

    id: str
    person_id: str
    organization_id: str
    role: Role
    on_behalf_of_id: str | None
    start_date: date
    end_date: date | None
    substitution_order: int | None


def _organizations(_session: Session, rows: Sequence[Any]) -> list[Organization]:
    return [Organization(b.slug, b.name, b.kind, parent, b.seats) for b, parent in rows]


def _parties(_session: Session, rows: Sequence[t.Party]) -> list[PartyGroup]:
    return [PartyGroup(row.abbreviation, row.name) for row in rows]


def _persons(_session: Session, rows: Sequence[t.Person]) -> list[Person]:
    return [Person(row.slug, row.name) for row in rows]


def _memberships(_session: Session, rows: Sequence[Any]) -> list[Membership]:
    return [
        Membership(
            f"{body}.{person}.{m.begins_on}",
            person,
            body,
            m.role,
            m.party,
            m.begins_on,
            m.ends_on,
            m.substitution_order,
        )
        for m, body, person in rows
    ]


def _is_membership(key: str) -> ColumnElement[bool]:
    parts = parts_of(_MEMBERSHIP, key)
    return and_(
        col(t.Body.slug) == parts["body"],
        col(t.Person.slug) == parts["person"],
        col(t.Mandate.begins_on) == date.fromisoformat(parts["day"]),
    )


def _holds_on(_session: Session, day: date) -> ColumnElement[bool]:
    ends_on = col(t.Mandate.ends_on)
    return and_(col(t.Mandate.begins_on) <= day, ends_on.is_(None) | (ends_on >= day))


_SEATS: Any = (
    select(t.Mandate, t.Body.slug, t.Person.slug)
    .join(t.Body, col(t.Body.id) == t.Mandate.body_id)
    .join(t.Person, col(t.Person.id) == t.Mandate.person_id)
)
_BODIES: Any = select(t.Body, _SUPERIOR.slug).outerjoin(
    _SUPERIOR, col(_SUPERIOR.id) == t.Body.superior_id
)

ORGANIZATIONS = Kind(
    "organizations", Organization, t.Body, _BODIES, _organizations,
    lambda key: col(t.Body.slug) == key,
    (Filter("classification", BodyKind, lambda _, kind: col(t.Body.kind) == kind),),
)  # fmt: skip
PARTIES = Kind(
    "parties", PartyGroup, t.Party, select(t.Party), _parties,
    lambda key: col(t.Party.abbreviation) == key,
)  # fmt: skip
PERSONS = Kind(
    "persons", Person, t.Person, select(t.Person), _persons,
    lambda key: col(t.Person.slug) == key,
    (Filter("name", _Words, lambda _, words: each_word_in_name(words, t.Person.name)),),
)  # fmt: skip
MEMBERSHIPS = Kind(
    "memberships", Membership, t.Mandate, _SEATS, _memberships, _is_membership,
    (
        Filter("organization_id", Slug, lambda _, slug: col(t.Body.slug) == slug),
        Filter("person_id", Slug, lambda _, slug: col(t.Person.slug) == slug),
        Filter("on_behalf_of_id", Party, lambda _, party: col(t.Mandate.party) == party),
        Filter("role", Role, lambda _, role: col(t.Mandate.role) == role),
        Filter("holds_on", Day, _holds_on),
    ),
)  # fmt: skip
