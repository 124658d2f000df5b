"""The invented meetings: each from its description to the record of its protocol."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from minutes.demonstration.attendance import read_attendance
from minutes.demonstration.items import read_item
from minutes.demonstration.region import Misdescribed, Region, description, region
from minutes.demonstration.sent import SentOf, SettlesOf, read_sent, read_settles
from minutes.domain.adjustment import Signature, signers
from minutes.domain.record import Protocol


@dataclass(frozen=True, slots=True)
class MeetingOf:
    """A meeting: its protocol, the days after it, and what it did to older assignments.

    `closes` and `reports` name assignments as "Regionstyrelsen 2025 § 12 p. 1" or "Strategisk
    plan 2026–2028 p. 1", by the § that does it; `reports` with the measures taken. So does
    `proposes_closing`, of what waits for a later § to close it. Minutes that are `sent` are
    adjusted by who signs them, or by the § of a later meeting that `settles` what was refused.
    """

    protocol: Protocol
    signatures: tuple[Signature, ...] = ()
    posted_on: date | None = None
    closes: tuple[tuple[int, str], ...] = ()
    reports: tuple[tuple[int, str, str], ...] = ()
    proposes_closing: tuple[str, ...] = ()
    sent: SentOf | None = None
    settles: tuple[SettlesOf, ...] = ()


def _without_items(raw: dict[str, Any], where: Region) -> Protocol:
    return Protocol(
        body=raw["body"],
        date=raw["date"],
        items=(),
        organisation=where.organisation,
        place=raw["place"],
        opened_at=raw["opened_at"],
        closed_at=raw["closed_at"],
        attendance=read_attendance(raw, where),
        adjusters=where.people(raw["adjusters"]),
        adjusted_on=raw.get("adjusted_on"),
    )


def _signatures(raw: dict[str, Any], protocol: Protocol) -> tuple[Signature, ...]:
    """Who signed and when: on the day of adjustment, or earlier where `signed` says so."""
    if protocol.adjusted_on is None or "sent" in raw:
        return ()
    earlier = raw.get("signed", {})
    return tuple(
        Signature(who.name or "", who.party, earlier.get(who.name, protocol.adjusted_on))
        for who in signers(protocol.attendance, protocol.adjusters)
    )


def read_meeting(raw: dict[str, Any], where: Region) -> MeetingOf:
    """A meeting of its description. Raises Misdescribed where that contradicts itself."""
    protocol = _without_items(raw, where)
    items = raw["item"]
    return MeetingOf(
        replace(protocol, items=tuple(read_item(one, protocol, where) for one in items)),
        _signatures(raw, protocol),
        raw.get("posted_on"),
        tuple((one["number"], ref) for one in items for ref in one.get("closes", [])),
        tuple(
            (one["number"], r["assignment"], r["measures"])
            for one in items
            for r in one.get("reports", [])
        ),
        tuple(ref for one in items for ref in one.get("proposes_closing", [])),
        read_sent(raw),
        read_settles(raw),
    )


@cache
def meetings() -> tuple[MeetingOf, ...]:
    """All meetings, by day."""
    folder = resources.files(__package__).joinpath("meetings")
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".toml"))
    if not names:
        raise Misdescribed("no meeting is described")
    return tuple(read_meeting(description(f"meetings/{name}"), region()) for name in names)
