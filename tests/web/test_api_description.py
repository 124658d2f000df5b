"""The description of the API is what the API does: held against it by schemathesis."""

from __future__ import annotations

from typing import Any

import schemathesis
from flask.testing import FlaskClient
from openapi_pydantic import OpenAPI
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from minutes.store.open_data import KINDS
from minutes.web.open_data import words
from tests.web.asking import ask
from tests.web.pages import Visitor

TRIED_WHOLE = "/parties$"
"""Whose parameters, which every list has, are tried at each boundary."""


def test_every_field_and_parameter_is_described(asker: FlaskClient) -> None:
    described = ask(asker, "openapi.json").json

    assert OpenAPI.model_validate(described)
    assert set(words.KINDS) == set(KINDS)
    used = {
        name
        for one in described["components"]["schemas"].values()
        for name in one.get("properties", {})
    }
    assert used >= set(words.FIELDS)
    asked = {
        p["name"] for path in described["paths"].values() for p in path["get"].get("parameters", [])
    }
    assert asked - {"id", "kind"} == set(words.PARAMETERS)


def test_the_page_tells_of_every_kind(citizen: Visitor) -> None:
    page = citizen.get("/api")

    for kind in KINDS:
        assert [one for one in page.all("h3") if one.get("id") == kind]
        assert f"/api/v1/{kind}?limit=10" in page.links()
    assert "/api" in citizen.get("/").links()


def _found(asker: FlaskClient, phase: dict[str, Any], only: str) -> list[str]:
    """What schemathesis finds wrong when it holds the answers against the description."""
    config = SchemathesisConfig.from_dict({
        "generation": {"max-examples": 1, "deterministic": True, "database": "none"},
        "phases": {"stateful": {"enabled": False}, **phase},
    })  # fmt: skip
    schema = schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", asker.application, config=config
    )
    tried, wrong = 0, []
    for told in from_schema(schema.include(path_regex=only)).execute():
        assert not isinstance(told, events.NonFatalError | events.FatalError)
        if isinstance(told, events.ScenarioFinished):
            for checks in told.recorder.checks.values():
                tried += 1
                wrong += [f"{told.label}: {c.name}" for c in checks if c.status.value != "success"]
    assert tried > 20
    return wrong


def test_schemathesis_finds_nothing_at_any_boundary(asker: FlaskClient) -> None:
    assert _found(asker, {"fuzzing": {"enabled": False}}, TRIED_WHOLE) == []


def test_schemathesis_finds_nothing_in_what_it_makes_up(asker: FlaskClient) -> None:
    assert _found(asker, {"coverage": {"enabled": False}}, ".") == []
