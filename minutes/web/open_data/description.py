"""The description of the API: OpenAPI 3.1, made of what the code reads and answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask import url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from openapi_pydantic import OpenAPI

from minutes.store.open_data import KINDS
from minutes.store.open_data.kinds import Kind
from minutes.web.languages import marked
from minutes.web.open_data import words
from minutes.web.open_data.asking import question
from minutes.web.open_data.schemas import ADDRESS, REF, TEXT, schemas, shape_of
from minutes.web.problems import MEDIA_TYPE

VERSION = "1.0.0"
_ABOUT = marked(
    "Allt som är justerat och offentligt i registret: att läsa, hämta och använda fritt (CC0)."
)
_PROBLEMS = {
    "400": marked("Frågan går inte att läsa; vad som är fel står i errors."),
    "404": marked("Det finns inte."),
    "406": marked("Svaret finns inte i den form som Accept begär."),
}


def _answer(text: str, media_type: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": text, "content": {media_type: {"schema": schema}}}


def _problems(*codes: str) -> dict[str, Any]:
    schema = {"$ref": f"{REF}problem"}
    return {code: _answer(_(_PROBLEMS[code]), MEDIA_TYPE, schema) for code in codes}


def _parameters(kind: Kind) -> list[dict[str, Any]]:
    form = question(kind).model_json_schema(ref_template=f"{REF}{{model}}")
    return [
        {
            "name": name,
            "in": "query",
            "description": _(words.PARAMETERS[name]),
            "schema": _plain(schema, form),
            **({"example": words.EXAMPLES[name]} if name in words.EXAMPLES else {}),
        }
        for name, schema in form["properties"].items()
    ]


def _plain(schema: Mapping[str, Any], form: Mapping[str, Any]) -> dict[str, Any]:
    """What a parameter may be when it is given."""
    one = next((arm for arm in schema.get("anyOf", []) if arm.get("type") != "null"), schema)
    if "$ref" in one:
        one = form["$defs"][one["$ref"].removeprefix(REF)]
    return {k: v for k, v in one.items() if k not in {"title", "description"}}


def _list(kind: Kind) -> dict[str, Any]:
    heading, about = words.KINDS[kind.name]
    part = {
        "type": "object",
        "required": ["data", "next"],
        "properties": {
            "data": {"type": "array", "items": {"$ref": f"{REF}{shape_of(kind)}"}},
            "next": {
                "anyOf": [ADDRESS, {"type": "null"}],
                "description": _("Adressen till fortsättningen; null när listan är slut."),
            },
        },
    }
    return {
        "operationId": f"list-{kind.name}",
        "tags": [kind.name],
        "summary": _(heading),
        "description": _(about),
        "parameters": _parameters(kind),
        "responses": {
            "200": _answer(_(about), "application/json", part),
            **_problems("400", "406"),
        },
    }


def _one(kind: Kind) -> dict[str, Any]:
    schema = {"$ref": f"{REF}{shape_of(kind)}"}
    key = {"name": "id", "in": "path", "required": True, "schema": TEXT}
    about = words.FIELDS["id"]
    return {
        "operationId": f"get-{kind.name}",
        "tags": [kind.name],
        "summary": _("En enda, efter sitt id"),
        "parameters": [{**key, "description": _(about)}],
        "responses": {
            "200": _answer(_(words.KINDS[kind.name][1]), "application/json", schema),
            **_problems("404", "406"),
        },
    }


def _bulk(form: str, media_type: str, about: str) -> tuple[str, Any]:
    kind = {"name": "kind", "in": "path", "required": True, "schema": {"enum": [*KINDS]}}
    answers = {"200": _answer(about, media_type, TEXT), **_problems("404", "406")}
    told = {"operationId": f"bulk-{form}", "summary": about, "responses": answers}
    heading = _(words.KIND)
    return f"/api/v1/bulk/{{kind}}.{form}", {
        "get": {**told, "parameters": [{**kind, "description": heading}]}
    }


def _manifest() -> dict[str, Any]:
    about = _("Hur många det finns av varje slag, och adresserna till allt på en gång")
    row = {"kind": TEXT, "count": {"type": "integer"}, "jsonl_url": ADDRESS, "csv_url": ADDRESS}
    one = {"type": "object", "required": [*row], "properties": row}
    properties = {"license": ADDRESS, "data": {"type": "array", "items": one}}
    schema = {"type": "object", "required": [*properties], "properties": properties}
    answers = {"200": _answer(about, "application/json", schema), **_problems("406")}
    return {"get": {"operationId": "bulk", "summary": about, "responses": answers}}


def _paths() -> Iterator[tuple[str, Any]]:
    yield "/api/v1/bulk", _manifest()
    about = _("Allt av ett slag, ett JSON-objekt per rad")
    yield _bulk("jsonl", "application/jsonl", about)
    about = _("Allt av ett slag som CSV (RFC 4180, UTF-8); det som har delar står som JSON")
    yield _bulk("csv", "text/csv", about)
    for name, kind in KINDS.items():
        yield f"/api/v1/{name}", {"get": _list(kind)}
        yield f"/api/v1/{name}/{{id}}", {"get": _one(kind)}


def description(language: str) -> dict[str, Any]:
    """The description, in a language."""
    with force_locale(language):
        told = OpenAPI.model_validate({
            "openapi": "3.1.0",
            "info": {
                "title": "Paragraf",
                "version": VERSION,
                "description": _(_ABOUT),
                "license": {
                    "name": "CC0 1.0",
                    "url": "https://creativecommons.org/publicdomain/zero/1.0/",
                },
            },
            "servers": [{"url": url_for("start.start", _external=True).rstrip("/")}],
            "tags": [{"name": n, "description": _(words.KINDS[n][1])} for n in KINDS],
            "paths": dict(_paths()),
            "components": {"schemas": dict(schemas())},
        })  # fmt: skip
    found: dict[str, Any] = told.model_dump(mode="json", by_alias=True, exclude_none=True)
    return found
