"""What things are called in the XML: the document's addresses (FRBR), persons, §§."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from minutes.actions.addresses import slug
from minutes.documents.archive.markup import maker
from minutes.domain.editions import Edition
from minutes.domain.persons import Person
from minutes.domain.record import Item, Protocol

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
MEDIA_TYPE = "application/akn+xml"
OURS = "urn:paragraf:akn"
"""The namespace of what the standard leaves to others: who voted how."""
E = maker(NAMESPACE, paragraf=OURS)
EDITOR = "#paragraf"


@dataclass(frozen=True, slots=True)
class Told:
    """An adjusted protocol, what its record does not say, and where it can be read.

    `slugs` are the ids of persons by name and party, `root` is the register's address.
    """

    protocol: Protocol
    edition: Edition
    slugs: Mapping[Person, str]
    root: str

    @property
    def held_on(self) -> date:
        """The day of the meeting."""
        return self.protocol.date or date.min

    @property
    def work(self) -> str:
        """The address of the minutes as a work, whatever version and language."""
        region = slug(self.protocol.organisation or "")
        return f"/akn/se/debateReport/{region}/{self.body}/{self.held_on}"

    @property
    def expression(self) -> str:
        """The address of this version of them."""
        return (
            f"{self.work}/swe@{self.protocol.adjusted_on or self.held_on};v{self.edition.version}"
        )

    @property
    def body(self) -> str:
        """The id of the body."""
        return slug(self.protocol.body or "")

    def person(self, one: Person) -> str:
        """The id of a person, the same throughout the document."""
        return self.slugs.get(one) or slug(f"{one.name} {one.party or ''}")


def item_id(item: Item) -> str:
    """The id of a §, as the standard's naming has it."""
    return f"sec_{item.number}"


def party_id(party: str) -> str:
    """The id of a party, which no person has."""
    return f"party_{slug(party)}"
