"""The invented meetings: each from its description to the record of its protocol."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from minutes.demonstration.items import read_item
from minutes.demonstration.region import MandateOf, Misdescribed, Region, description, region
from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.record import Protocol


@dataclass(frozen=True, slots=True)
class MeetingOf:
    """A meeting: its protocol, the days after it, and what it did to older assignments.

    `closes` and `reports` name assignments as "Regionstyrelsen 2025 § 12 p. 1", by the § that
    does it; `reports` with the measures taken.
    """

    protocol: Protocol
    posted_on: date | None
    closes: tuple[tuple[int, str], ...] = ()
    reports: tuple[tuple[int, str, str], ...] = ()


def _intervals(raw: dict[str, Any], name: str) -> tuple[Interval, ...]:
    """The §§ of one who came late or left early."""
    came, left = raw.get("came", {}).get(name), raw.get("left", {}).get(name)
    return (Interval(came, left),) if came or left else ()


def _serving(
    raw: dict[str, Any], mandates: tuple[MandateOf, ...], where: Region
) -> Iterator[Attendance]:
    absent, remote = set(raw.get("absent", [])), set(raw.get("remote", []))
    for mandate in mandates:
        name = mandate.person.name or ""
        if mandate.role is not Role.SUBSTITUTE and name not in absent:
            yield Attendance(
                name,
                mandate.person.party,
                mandate.role,
                intervals=_intervals(raw, name),
                remote=name in remote,
            )
    for one in raw.get("substitute", []):
        person = where.person(one["name"])
        first, last = one.get("first"), one.get("last")
        yield Attendance(
            person.name or "",
            person.party,
            Role.SUBSTITUTE,
            serves_for=where.person(one["for"]),
            intervals=(Interval(first, last),) if first or last else (),
            remote=person.name in remote,
        )


def _others(raw: dict[str, Any], where: Region) -> Iterator[Attendance]:
    for name in raw.get("not_serving", []):
        person = where.person(name)
        yield Attendance(name, person.party, Role.SUBSTITUTE, serves=False)
    for one in raw.get("attendee", []):
        spans = tuple(Interval(a, b) for a, b in one.get("items", []))
        yield Attendance(one["name"], None, Role.ATTENDEE, False, None, spans, False, one["title"])
    if "secretary" in raw:
        yield Attendance(raw["secretary"], None, Role.SECRETARY, serves=False)


def _without_items(raw: dict[str, Any], where: Region) -> Protocol:
    mandates = where.members(raw["body"], raw["date"])
    return Protocol(
        body=raw["body"],
        date=raw["date"],
        items=(),
        organisation=where.organisation,
        place=raw["place"],
        opened_at=raw["opened_at"],
        closed_at=raw["closed_at"],
        attendance=(*_serving(raw, mandates, where), *_others(raw, where)),
        adjusters=where.people(raw["adjusters"]),
        adjusted_on=raw.get("adjusted_on"),
    )


def read_meeting(raw: dict[str, Any], where: Region) -> MeetingOf:
    """A meeting of its description. Raises Misdescribed where that contradicts itself."""
    protocol = _without_items(raw, where)
    items = raw["item"]
    return MeetingOf(
        replace(protocol, items=tuple(read_item(one, protocol, where) for one in items)),
        raw.get("posted_on"),
        tuple((one["number"], ref) for one in items for ref in one.get("closes", [])),
        tuple(
            (one["number"], r["assignment"], r["measures"])
            for one in items
            for r in one.get("reports", [])
        ),
    )


@cache
def meetings() -> tuple[MeetingOf, ...]:
    """All meetings, by day."""
    folder = resources.files(__package__).joinpath("meetings")
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".toml"))
    if not names:
        raise Misdescribed("no meeting is described")
    return tuple(read_meeting(description(f"meetings/{name}"), region()) for name in names)
