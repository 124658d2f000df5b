"""The shapes of what is told, as JSON Schema: made of the code, each field said what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from flask_babel import gettext as _
from pydantic import TypeAdapter

from minutes.store.open_data import KINDS
from minutes.store.open_data.kinds import Kind
from minutes.web.open_data import words
from minutes.web.open_data.telling import beside

REF = "#/components/schemas/"
TEXT = {"type": "string"}
ADDRESS = {"type": "string", "format": "uri"}
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "instance": TEXT,
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parameter", "detail"],
                "properties": {"parameter": TEXT, "detail": TEXT},
            },
        },
    },
}


@cache
def _shapes() -> tuple[Mapping[str, str], Mapping[str, Any]]:
    """The name of each kind's shape, and all shapes by their names."""
    adapters: Any = [
        (name, "serialization", TypeAdapter(kind.shape)) for name, kind in KINDS.items()
    ]
    roots, found = TypeAdapter.json_schemas(adapters, ref_template=f"{REF}{{model}}")
    names = {name: root["$ref"].removeprefix(REF) for (name, _mode), root in roots.items()}
    return names, found["$defs"]


def shape_of(kind: Kind) -> str:
    """The name of a kind's shape."""
    return _shapes()[0][kind.name]


def _described(schema: Mapping[str, Any], addresses: tuple[str, ...] = ()) -> dict[str, Any]:
    """A shape whose fields say what they hold; with the addresses that are told beside them."""
    added = {
        name: ADDRESS if name == "url" else {"anyOf": [ADDRESS, {"type": "null"}]}
        for name in addresses
    }
    fields = {**schema.get("properties", {}), **added}
    told = {key: value for key, value in schema.items() if key not in {"title", "description"}}
    if not fields:
        return told
    described = {
        name: {
            **{k: v for k, v in one.items() if k != "title"},
            "description": _(words.FIELDS[name]),
        }
        for name, one in fields.items()
    }
    return {**told, "properties": described, "required": [*schema["required"], *added]}


def schemas() -> Iterator[tuple[str, Any]]:
    """Each shape by its name, and that of a problem; in the language of this answer."""
    names, shapes = _shapes()
    kinds = {shape: KINDS[name] for name, shape in names.items()}
    for name, schema in shapes.items():
        kind = kinds.get(name)
        yield name, _described(schema, beside(kind) if kind else ())
    yield "problem", _PROBLEM
