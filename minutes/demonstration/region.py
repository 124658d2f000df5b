"""The invented region: bodies, parties, persons and mandates, from their description."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from minutes.domain.attendance import Role
from minutes.domain.bodies import BodyKind
from minutes.domain.persons import CHAIR, Person


class Misdescribed(ValueError):
    """The description contradicts itself; the message says where."""


@dataclass(frozen=True, slots=True)
class BodyOf:
    """A deciding body and its superior, by name."""

    name: str
    short: str
    slug: str
    kind: BodyKind
    seats: int
    superior: str | None = None


@dataclass(frozen=True, slots=True)
class MandateOf:
    """A person's seat; `order` is the place in the party's list of substitutes."""

    body: str
    person: Person
    role: Role
    begins_on: date
    ends_on: date | None = None
    order: int | None = None


@dataclass(frozen=True, slots=True)
class MotionOf:
    """A motion with its clauses, raised in the assembly."""

    number: str
    title: str
    dnr: str
    movers: tuple[Person, ...]
    raised_on: date
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanAssignment:
    """An assignment that comes from a plan and not from a §."""

    plan: str
    text: str
    decided_on: date
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """The region as described."""

    organisation: str
    parties: dict[str, str]
    bodies: tuple[BodyOf, ...]
    persons: dict[str, Person]
    mandates: tuple[MandateOf, ...]
    motions: tuple[MotionOf, ...]
    plan_assignments: tuple[PlanAssignment, ...]

    def person(self, name: str) -> Person:
        """The person or party group that a name, "Ordföranden" or "(S)" stands for."""
        if name == CHAIR.name:
            return CHAIR
        if name.startswith("(") and name.strip("()") in self.parties:
            return Person(None, name.strip("()"))
        if name not in self.persons:
            raise Misdescribed(f"{name} is no person of the region")
        return self.persons[name]

    def people(self, names: list[str]) -> tuple[Person, ...]:
        """The persons of several names."""
        return tuple(self.person(name) for name in names)

    def members(self, body: str, day: date) -> tuple[MandateOf, ...]:
        """The mandates in a body on a day, the chair first."""
        return tuple(
            m
            for m in self.mandates
            if m.body == body and m.begins_on <= day and (m.ends_on is None or day <= m.ends_on)
        )


def description(name: str) -> dict[str, Any]:
    """A description beside this module."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def _persons(raw: dict[str, Any]) -> dict[str, Person]:
    return {p["name"]: Person(p["name"], p["party"]) for p in raw["person"]}


def _mandates(raw: dict[str, Any], persons: dict[str, Person]) -> tuple[MandateOf, ...]:
    return tuple(
        MandateOf(
            m["body"],
            persons[m["person"]],
            Role(m["role"]),
            m["from"],
            m.get("to"),
            m.get("order"),
        )
        for m in raw["mandate"]
    )


def _motions(raw: dict[str, Any], persons: dict[str, Person]) -> tuple[MotionOf, ...]:
    return tuple(
        MotionOf(
            m["number"],
            m["title"],
            m["dnr"],
            tuple(persons[name] for name in m["by"]),
            m["raised_on"],
            tuple(m["clauses"]),
        )
        for m in raw.get("motion", [])
    )


def _bodies(raw: dict[str, Any]) -> tuple[BodyOf, ...]:
    return tuple(
        BodyOf(b["name"], b["short"], b["slug"], BodyKind(b["kind"]), b["seats"], b.get("superior"))
        for b in raw["body"]
    )


@cache
def region() -> Region:
    """The region, read from its description at first use."""
    raw = description("region.toml")
    persons = _persons(raw)
    return Region(
        organisation=raw["organisation"],
        parties={p["abbreviation"]: p["name"] for p in raw["party"]},
        bodies=_bodies(raw),
        persons=persons,
        mandates=_mandates(raw, persons),
        motions=_motions(raw, persons),
        plan_assignments=tuple(
            PlanAssignment(p["plan"], p["text"], p["decided_on"], p.get("deadline"))
            for p in raw.get("plan_assignment", [])
        ),
    )
