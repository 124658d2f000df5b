"""Who was at an invented meeting, over which §§: from its description and its disqualifications."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from minutes.demonstration.region import Region
from minutes.domain.attendance import Attendance, Interval, Role


def _intervals(raw: dict[str, Any], name: str) -> tuple[Interval, ...]:
    """The §§ of one who came late or left early."""
    came, left = raw.get("came", {}).get(name), raw.get("left", {}).get(name)
    return (Interval(came, left),) if came or left else ()


def _members(raw: dict[str, Any], where: Region) -> Iterator[Attendance]:
    absent = raw.get("absent", [])
    for mandate in where.members(raw["body"], raw["date"]):
        person = mandate.person
        if mandate.role is not Role.SUBSTITUTE and person.name not in absent:
            spans = _intervals(raw, person.name or "")
            yield Attendance(person.name or "", person.party, mandate.role, intervals=spans)


def _substitute(name: str, instead_of: str, spans: list[Interval], where: Region) -> Attendance:
    return Attendance(
        name,
        where.person(name).party,
        Role.SUBSTITUTE,
        serves_for=where.person(instead_of),
        intervals=tuple(spans),
    )


def _substitutes(raw: dict[str, Any], where: Region) -> Iterator[Attendance]:
    for one in raw.get("substitute", []):
        first, last = one.get("first"), one.get("last")
        spans = [Interval(first, last)] if first or last else []
        yield _substitute(one["name"], one["for"], spans, where)


def _instead(raw: dict[str, Any], where: Region) -> Iterator[Attendance]:
    """Those who serve only where another is disqualified."""
    spans: dict[tuple[str, str], list[Interval]] = defaultdict(list)
    for item in raw["item"]:
        for one in item.get("disqualified", []):
            if "replaced_by" in one:
                span = Interval(item["number"], item["number"])
                spans[one["replaced_by"], one["name"]].append(span)
    for (name, instead_of), found in spans.items():
        yield _substitute(name, instead_of, found, where)


def _officials(raw: dict[str, Any]) -> Iterator[Attendance]:
    for one in raw.get("attendee", []):
        spans = tuple(Interval(a, b) for a, b in one.get("items", []))
        yield Attendance(one["name"], None, Role.ATTENDEE, False, None, spans, False, one["title"])
    if "secretary" in raw:
        yield Attendance(raw["secretary"], None, Role.SECRETARY, serves=False)


def _except(one: Attendance, gone: set[int], meeting: list[int]) -> Iterator[Attendance]:
    """The same presence without some of the meeting's §§; nothing where none is left."""
    there = {number for number in meeting if one.covers(number)}
    left = sorted(there - gone)
    if there.isdisjoint(gone):
        yield one
    elif left:
        runs = groupby(enumerate(left), key=lambda place: place[1] - place[0])
        spans = [[number for _, number in run] for _, run in runs]
        yield replace(one, intervals=tuple(Interval(span[0], span[-1]) for span in spans))


def _disqualified(raw: dict[str, Any]) -> dict[str, set[int]]:
    """The §§ in which each is disqualified."""
    found = defaultdict(set)
    for item in raw["item"]:
        for one in item.get("disqualified", []):
            found[one["name"]].add(item["number"])
    return found


def _leaders(raw: dict[str, Any]) -> dict[str, set[int]]:
    """The §§ that each led in the chair's stead: by age of service, or the chair disqualified."""
    found: dict[str, set[int]] = defaultdict(set)
    for one in raw.get("led", []):
        found[one["by"]].update(range(one["first"], one["last"] + 1))
    for item in raw["item"]:
        for one in item.get("disqualified", []):
            if "chaired_by" in one:
                found[one["chaired_by"]].add(item["number"])
    return found


def _led(seated: list[Attendance], raw: dict[str, Any], meeting: list[int]) -> list[Attendance]:
    """Those who serve, each as chair in just the §§ that they led; who led stands first."""
    leaders = _leaders(raw)
    told: list[Attendance] = []
    for one in seated:
        own = leaders.get(one.name, set())
        if one.role is Role.CHAIR:
            own = set(meeting).difference(*leaders.values())
        told += _except(replace(one, role=Role.CHAIR), set(meeting) - own, meeting)
        role = Role.MEMBER if one.role is Role.CHAIR else one.role
        told += _except(replace(one, role=role), own, meeting)
    return sorted(told, key=lambda one: one.role is not Role.CHAIR)


def _seated(raw: dict[str, Any], meeting: list[int], where: Region) -> Iterator[Attendance]:
    """Those who serve.

    Who is disqualified does not serve in that § (KL 6:30); the substitute who comes in serves
    there, and only there.
    """
    away = _disqualified(raw)
    for one in (*_members(raw, where), *_substitutes(raw, where)):
        yield from _except(one, away.get(one.name, set()), meeting)
    yield from _instead(raw, where)


def read_attendance(raw: dict[str, Any], where: Region) -> tuple[Attendance, ...]:
    """Everyone at the meeting: in each § either serving, or there without serving."""
    meeting = [item["number"] for item in raw["item"]]
    remote = raw.get("remote", [])
    seated = [replace(a, remote=a.name in remote) for a in _seated(raw, meeting, where)]
    seated = _led(seated, raw, meeting)
    rest: list[Attendance] = []
    for person in where.people(raw.get("not_serving", [])):
        one = Attendance(person.name or "", person.party, Role.SUBSTITUTE, serves=False)
        own = [a for a in seated if a.name == one.name]
        rest += _except(one, {n for n in meeting if any(a.covers(n) for a in own)}, meeting)
    return (*seated, *rest, *_officials(raw))
