"""The record as JSON and back, without loss: the form that `minutes parse` prints."""

from __future__ import annotations

import dataclasses
import json
import types
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from minutes.domain.errors import RuleBroken
from minutes.domain.fields import LEFT_OUT
from minutes.domain.record import Protocol

T = TypeVar("T")


RECORD_NAME = "protokoll.json"
"""The name of the file as which a protocol of ours carries its record."""


def _told(value: Any) -> dict[str, Any]:
    """The fields of a dataclass, without those that are left out where they are missing."""
    parts = {f: getattr(value, f.name) for f in dataclasses.fields(value)}
    return {f.name: part for f, part in parts.items() if part is not None or f.metadata != LEFT_OUT}


def to_data(value: Any) -> Any:
    """Dataclasses become objects, tuples lists, dates ISO strings, enumerations their values."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: to_data(part) for name, part in _told(value).items()}
    if isinstance(value, tuple | list):
        return [to_data(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


_hints = cache(get_type_hints)


def _from_union(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    inner = next(arm for arm in get_args(kind) if arm is not types.NoneType)
    return from_data(inner, data)


def _from_object(cls: Any, data: Any) -> Any:
    hints = _hints(cls)
    known = {key: from_data(hints[key], part) for key, part in data.items() if key in hints}
    return cls(**known)


def _from_list(kind: Any, data: Any) -> Any:
    if not isinstance(data, list):
        raise TypeError(f"{data!r} is no list")
    return tuple(from_data(get_args(kind)[0], part) for part in data)


def _from_plain(kind: Any, data: Any) -> Any:
    if kind is date:
        return date.fromisoformat(data)
    if issubclass(kind, Enum):
        return kind(data)
    if type(data) is not kind:
        raise TypeError(f"{data!r} is no {kind.__name__}")
    return data


def from_data(kind: Any, data: Any) -> Any:
    """The value of type `kind` that `data` holds; keys that the type has not are passed over.

    Raises TypeError, ValueError or AttributeError where it holds none.
    """
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return _from_union(kind, data)
    if origin is tuple:
        return _from_list(kind, data)
    if dataclasses.is_dataclass(kind):
        return _from_object(kind, data)
    return _from_plain(kind, data)


def dumps(protocol: Protocol) -> str:
    """The protocol as indented JSON text, the same text for the same record."""
    return json.dumps(to_data(protocol), ensure_ascii=False, indent=1) + "\n"


def loads(text: str | bytes) -> Protocol:
    """The protocol of such a text. Raises RuleBroken where it is none."""
    try:
        found = from_data(Protocol, json.loads(text))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise RuleBroken(
            "Texten är inte ett protokoll i JSON-form: {reason}.", reason=error
        ) from error
    if not isinstance(found, Protocol):
        raise RuleBroken("Texten är inte ett protokoll i JSON-form.")
    return found
