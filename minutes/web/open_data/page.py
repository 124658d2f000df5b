"""The page that tells what open data there is, made of the API's own description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, render_template, url_for

from minutes.store.open_data import KINDS
from minutes.store.open_data.kinds import Kind
from minutes.web.languages import language
from minutes.web.open_data import words
from minutes.web.open_data.description import VERSION, description
from minutes.web.open_data.schemas import shape_of
from minutes.web.pages import fresh


@dataclass(frozen=True, slots=True)
class Field:
    """A field or a parameter: its name, what sort of value it has, and what it is."""

    name: str
    sort: str
    about: str


@dataclass(frozen=True, slots=True)
class Described:
    """A kind as the page tells of it."""

    name: str
    heading: str
    about: str
    try_it: str
    lines: str
    rows: str
    fields: tuple[Field, ...]
    parameters: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ApiPage:
    """The kinds, in their order."""

    version: str
    kinds: tuple[Described, ...]


def _sorts(schema: dict[str, Any]) -> Iterator[str]:
    for arm in schema.get("anyOf", [schema]):
        yield from _sort(arm)


def _sort(schema: dict[str, Any]) -> Iterator[str]:
    if "$ref" in schema:
        yield schema["$ref"].rpartition("/")[2]
    elif "enum" in schema:
        yield " | ".join(map(str, schema["enum"]))
    elif "const" in schema:
        yield str(schema["const"])
    elif schema.get("type") == "array":
        yield f"[{', '.join(_sorts(schema['items']))}]"
    else:
        yield str(schema.get("format") or schema.get("type"))


def _fields(schema: dict[str, Any]) -> tuple[Field, ...]:
    return tuple(
        Field(name, " | ".join(_sorts(one)), one["description"])
        for name, one in schema["properties"].items()
    )


def _kind(kind: Kind, told: dict[str, Any]) -> Described:
    asked = told["paths"][f"/api/v1/{kind.name}"]["get"]
    return Described(
        kind.name,
        asked["summary"],
        asked["description"],
        url_for("open_data.things", kind=kind.name, limit=words.EXAMPLES["limit"]),
        url_for("open_data.lines", kind=kind.name),
        url_for("open_data.rows", kind=kind.name),
        _fields(told["components"]["schemas"][shape_of(kind)]),
        tuple(
            Field(one["name"], " | ".join(_sorts(one["schema"])), one["description"])
            for one in asked["parameters"]
        ),
    )


def page() -> Response:
    """What there is, how it is asked for, and on what terms."""
    told = description(language())
    content = ApiPage(VERSION, tuple(_kind(kind, told) for kind in KINDS.values()))
    return fresh(current_app.make_response(render_template("open-data/api.html", page=content)))
