"""Persons and their mandates."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.domain.attendance import Role
from minutes.store.tables.base import Base, choice, key, link


class Person(Base, table=True):
    """A person whom the minutes name; `slug` is their page's address."""

    __table_args__ = (UniqueConstraint("slug", name="person_has_an_address_of_their_own"),)

    id: int = key()
    organisation_id: int = link("organisation")
    name: str
    slug: str


class Mandate(Base, table=True):
    """A seat in a body from a day to a day; substitutes have a place in their party's order."""

    __table_args__ = (
        UniqueConstraint(
            "body_id", "person_id", "begins_on", name="mandate_begins_once_for_a_person"
        ),
        CheckConstraint("ends_on >= begins_on", name="mandate_ends_after_it_begins"),
    )

    id: int = key()
    body_id: int = link("body")
    person_id: int = link("person")
    party: str | None = None
    role: Role = choice(Role, "mandate_role_is_known")
    begins_on: date
    ends_on: date | None = None
    substitution_order: int | None = None
