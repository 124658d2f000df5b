"""The schema tells the form of the record's JSON: what it writes fits, nothing else."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from minutes.domain.editions import Edition
from minutes.domain.record_json import to_data
from minutes.domain.record_schema import record_schema, schema_text
from tests.store.whole import whole_protocol

SCHEMA = record_schema()
TYPES = {"string": str, "integer": int, "boolean": bool, "null": type(None), "array": list}


def fits(data: Any, schema: dict[str, Any]) -> bool:
    """Whether data is what a schema says, as far as ours say anything."""
    if "$ref" in schema:
        return fits(data, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")])
    if "anyOf" in schema:
        return any(fits(data, arm) for arm in schema["anyOf"])
    if "enum" in schema:
        return data in schema["enum"]
    if schema["type"] == "object":
        return _is_object(data, schema)
    if schema["type"] == "array":
        return isinstance(data, list) and all(fits(one, schema["items"]) for one in data)
    return type(data) is TYPES[schema["type"]]


def _is_object(data: Any, schema: dict[str, Any]) -> bool:
    parts = schema["properties"]
    return (
        isinstance(data, dict)
        and set(schema["required"]) <= data.keys() <= parts.keys()
        and all(fits(part, parts[name]) for name, part in data.items())
    )


def _told() -> Any:
    return to_data(whole_protocol(date(2026, 3, 2)))


def test_a_whole_record_fits_its_schema() -> None:
    assert fits(_told(), SCHEMA)


def test_a_record_that_tells_its_edition_fits_too() -> None:
    assert fits({**_told(), "edition": to_data(Edition("2026-7"))}, SCHEMA)


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param({"items": None}, id="no items"),
        pytest.param({"body": 7}, id="another type"),
        pytest.param({"more": "words"}, id="a key that is not known"),
        pytest.param({"attendance": [{"name": "Eva Ek"}]}, id="half a row"),
    ],
)
def test_what_is_no_record_does_not_fit(spoilt: dict[str, Any]) -> None:
    assert not fits({**_told(), **spoilt}, SCHEMA)


def test_every_form_that_is_named_is_told() -> None:
    named = {part for part in schema_text().split('"') if part.startswith("#/$defs/")}

    assert named == {f"#/$defs/{name}" for name in json.loads(schema_text())["$defs"]}
