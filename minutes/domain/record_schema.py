"""The form of the record's JSON, told as a JSON Schema (2020-12) that follows the dataclasses."""

from __future__ import annotations

import dataclasses
import json
import types
from datetime import date
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from minutes.domain.fields import LEFT_OUT
from minutes.domain.record import Protocol

SCHEMA_NAME = "protokoll.schema.json"
_PLAIN = {str: "string", int: "integer", bool: "boolean", float: "number"}
_Kinds = dict[str, Any]


def _union(kind: Any, known: _Kinds) -> dict[str, Any]:
    arms = [arm for arm in get_args(kind) if arm is not types.NoneType]
    return {"anyOf": [*(_form(arm, known) for arm in arms), {"type": "null"}]}


def _name(cls: Any) -> str:
    return f"{cls.__module__.rpartition('.')[2]}.{cls.__name__}"


def _object(cls: Any, known: _Kinds) -> dict[str, Any]:
    name = _name(cls)
    if name not in known:
        known[name] = {}  # a class that holds itself is told of once
        hints = get_type_hints(cls)
        parts = {f.name: _form(hints[f.name], known) for f in dataclasses.fields(cls)}
        known[name] = {
            "description": (cls.__doc__ or "").split("\n")[0],
            "type": "object",
            "properties": parts,
            "required": [f.name for f in dataclasses.fields(cls) if f.metadata != LEFT_OUT],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _plain(kind: Any) -> dict[str, Any]:
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    if kind is date:
        return {"type": "string", "format": "date"}
    return {"type": _PLAIN[kind]}


def _form(kind: Any, known: _Kinds) -> dict[str, Any]:
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return _union(kind, known)
    if origin is tuple:
        return {"type": "array", "items": _form(get_args(kind)[0], known)}
    return _object(kind, known) if dataclasses.is_dataclass(kind) else _plain(kind)


def record_schema() -> dict[str, Any]:
    """The schema of a protocol's JSON."""
    known: _Kinds = {}
    form = _form(Protocol, known)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Protokoll",
        **form,
        "$defs": dict(sorted(known.items())),
    }


def schema_text() -> str:
    """The schema as indented JSON, the same for the same record."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=1) + "\n"
