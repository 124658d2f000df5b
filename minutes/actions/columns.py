"""Values of the domain as columns of a row."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from minutes.domain.bodies import BodyKind
from minutes.domain.persons import Person as Named
from minutes.store.tables import Person

People = Mapping[Named, Person]
"""The persons in the register behind those whom the minutes name."""


def taken(value: object, names: str) -> dict[str, Any]:
    """The fields of a value that are columns under the same names, parted by spaces."""
    return {name: getattr(value, name) for name in names.split()}


def named(who: Named | None, prefix: str = "") -> dict[str, Any]:
    """Name and party as they were that day; None for nobody."""
    return {
        f"{prefix}name": who.name if who else None,
        f"{prefix}party": who.party if who else None,
    }


def person_in(people: People, who: Named) -> dict[str, Any]:
    """Name and party of the day, and the person in the register, where there is one."""
    found = people.get(who)
    return {**named(who), "person_id": found.id if found else None}


@dataclass(frozen=True, slots=True)
class Present:
    """Who is in the room for a §.

    `serving` are those with a seat in it, None where a protocol from elsewhere does not tell;
    what the rules ask of them is asked only where it is known. `abstained` are those who voted
    for neither in every vote that settled something.
    """

    people: People = field(default_factory=dict)
    serving: Collection[Named] | None = None
    stood_aside: Collection[Named] = ()
    abstained: Collection[Named] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """How many of a body's seats are filled in a §; `away` are the disqualified."""

    seats: int
    kind: BodyKind
    present: int
    away: int = 0
