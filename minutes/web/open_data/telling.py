"""How a thing is told: its data, its own address, and those of its page and its documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask import url_for

from minutes.domain.record_json import to_data
from minutes.store.open_data.kinds import Kind

Told = dict[str, Any]


def _of_item(told: Told) -> str:
    body, year, number = told["item_id"].split(".")
    return url_for("items.item", body=body, year=year, number=number, _external=True)


def _of_event(endpoint: str) -> Callable[[Told], str | None]:
    def address(told: Told) -> str | None:
        held_on = date.fromisoformat(told["start_date"])
        is_there = endpoint == "meetings.meeting" or told["is_published"]
        at = {"body": told["organization_id"], "held_on": held_on}
        return url_for(endpoint, **at, _external=True) if is_there else None

    return address


def _of(endpoint: str, part: str, field: str = "id") -> Callable[[Told], str | None]:
    def address(told: Told) -> str | None:
        key = told[field]
        return url_for(endpoint, **{part: key}, _external=True) if key else None

    return address


_PAGES: Mapping[str, Callable[[Told], str | None]] = {
    "organizations": _of("bodies.body", "body"),
    "persons": _of("persons.person", "person"),
    "memberships": _of("persons.person", "person", "person_id"),
    "events": _of_event("meetings.meeting"),
    "matters": _of("matters.matter", "matter"),
    "assignments": _of("assignments.assignment", "number"),
    "member-motions": _of("matters.matter", "matter", "matter_id"),
}
_BESIDE: Mapping[str, Mapping[str, Callable[[Told], str | None]]] = {
    "events": {
        "pdf_url": _of_event("meetings.protocol"),
        "akn_url": _of_event("open_data.akoma_ntoso"),
    }
}


def _page(kind: Kind, told: Told) -> str | None:
    if kind.name in _PAGES:
        return _PAGES[kind.name](told)
    return _of_item(told) if "item_id" in told else None


def beside(kind: Kind) -> tuple[str, ...]:
    """The addresses that a thing is told with beside its own data."""
    return ("url", "html_url", *_BESIDE.get(kind.name, {}))


def told(kind: Kind, thing: Any) -> Told:
    """The thing as an object of JSON."""
    data: Told = to_data(thing)
    data["url"] = url_for("open_data.one", kind=kind.name, key=data["id"], _external=True)
    data["html_url"] = _page(kind, data)
    return data | {name: of(data) for name, of in _BESIDE.get(kind.name, {}).items()}
