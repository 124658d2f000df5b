"""Persons and mandates are entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.actions.addresses import free, slug
from minutes.actions.columns import taken
from minutes.actions.history import Act, record
from minutes.domain.attendance import Role
from minutes.store.tables import Body, Mandate, Organisation, Person


def register_person(session: Session, act: Act, organisation: Organisation, name: str) -> Person:
    """Enter a person whom the minutes name."""
    alike = col(Person.slug).startswith(slug(name), autoescape=True)
    taken = set(session.exec(select(Person.slug).where(alike)))
    person = Person(organisation_id=organisation.id, name=name, slug=free(name, taken))
    record(session, act, "registered", person)
    return person


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat from a day to a day; substitutes have a place in their party's list."""

    role: Role
    party: str | None
    begins_on: date
    ends_on: date | None = None
    substitution_order: int | None = None


def give_mandate(
    session: Session,
    act: Act,
    person: Person,
    body: Body,
    *,
    seat: Seat,
) -> Mandate:
    """Give a person a seat in a body."""
    mandate = Mandate(
        body_id=body.id,
        person_id=person.id,
        **taken(seat, "party role begins_on ends_on substitution_order"),
    )
    record(session, act, "given", mandate)
    return mandate
