"""A page of every kind in the demonstration, with who reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import text
from werkzeug.exceptions import HTTPException

from minutes.store.session import db

EVERYBODY = ""
SECRETARY = "sekreterare@sundevik.example"
OTHER = "namndens.sekreterare@sundevik.example"
REGISTRAR = "registrator@sundevik.example"
ARCHIVIST = "arkivarie@sundevik.example"
OFFICE = "kansliet@sundevik.example"

_HELD_ON = "JOIN meeting m ON m.id = meeting_id AND held_on ="
_KEYS = {
    "sat": f"SELECT min(item_id) FROM vote JOIN item i ON i.id = item_id {_HELD_ON} '2026-10-28'",
    "closed": f"SELECT min(item.id) FROM item {_HELD_ON} '2026-10-28'",
    "coming": f"SELECT min(item.id) FROM item {_HELD_ON} '2026-12-16'",
    "report": "SELECT item_id FROM annex WHERE document_id IS NOT NULL ORDER BY id",
    "annex": "SELECT min(id) FROM annex WHERE document_id IS NOT NULL",
    "edition": f"SELECT min(edition.id) FROM edition {_HELD_ON} '2026-11-18'",
    "notice": f"SELECT min(notice.id) FROM notice {_HELD_ON} '2026-10-20'",
    "assignment": "SELECT min(assignment_id) FROM measure",
    "handled": "SELECT min(assignment_id) FROM handling",
    "plan": "SELECT min(plan_id) FROM goal",
}
"""The rows that addresses name by key."""

_BOARD = "/arbete/regionstyrelsen"
_HELD, _DRAFT, _COMING = f"{_BOARD}/2026-02-11", f"{_BOARD}/2026-10-28", f"{_BOARD}/2026-12-16"
_SENT = "/arbete/regionala-utvecklingsnamnden/2026-11-18"
_PUBLIC = (
    "/", "/regionstyrelsen", "/regionstyrelsen/2026-09-09", "/regionstyrelsen/2026/28",
    "/regionstyrelsen/2026/69", "/anslagstavla", "/anslagstavla/{notice}",
    "/anslagstavla/tidigare", "/arenden", "/arenden?ord=buss", "/arenden/0688-2026",
    "/beslutsregister?ar=2026", "/beslutsregister?organ=regionstyrelsen",
    "/motioner", "/personer", "/personer?namn=sandelius", "/personer/marie-sandelius",
    "/reservationer", "/reservationer?parti=V&ar=2025", "/reservationer?ord=buss", "/uppdrag",
    "/uppdrag?visa=avslutade", "/uppdrag/{assignment}", "/sok", "/sok?q=hälsocentral",
    "/partier",
    "/partier/v",
    "/omrostningar",
    "/delegationsbeslut", "/meddelanden", "/planer", "/planer/{plan}", "/bevakningar",
    "/kontrollera", "/logga-in",
)  # fmt: skip
_DATA = (
    "/index.json", "/regionstyrelsen.json", "/regionstyrelsen/2026-09-09.json",
    "/regionstyrelsen/2026/28.json", "/anslagstavla.json", "/anslagstavla/{notice}.json",
    "/anslagstavla/tidigare.json", "/anslagstavla.atom", "/arenden.json",
    "/arenden/0688-2026.json", "/arenden/0688-2026.atom", "/beslutsregister.json?ar=2026",
    "/motioner.json", "/personer.json", "/personer/marie-sandelius.json", "/reservationer.json",
    "/uppdrag.json", "/uppdrag/{assignment}.json", "/sok.json?q=hälsocentral",
    "/sok/forslag.json?q=häl", "/sok.atom?q=hälsocentral", "/personer/marie-sandelius.atom",
    "/delegationsbeslut.json", "/meddelanden.json", "/planer.json", "/planer/{plan}.json",
    "/partier.json",
    "/partier/v.json",
    "/omrostningar.json",
)  # fmt: skip
_SECRETARYS = (
    "/", "/regionstyrelsen/2026/28", "/arbete", _BOARD, _DRAFT, f"{_DRAFT}/punkt/{{sat}}",
    f"{_DRAFT}/punkt/{{closed}}", f"{_COMING}/punkt/{{coming}}", f"{_DRAFT}/stand",
    f"{_DRAFT}/narvaro", f"{_COMING}/narvaro", f"{_COMING}/foredragningslista",
    f"{_COMING}/punkt/{{report}}/underlag", f"{_DRAFT}/punkt/{{closed}}/lydelser",
    f"{_COMING}/punkt/{{report}}/tjansteskrivelse/{{annex}}", f"{_DRAFT}/granskning",
    f"{_DRAFT}/justering", f"{_HELD}/anslag", f"{_HELD}/expediering", f"{_HELD}/overklaganden",
    f"{_HELD}/publicering", f"{_HELD}/rattelser", f"{_DRAFT}/person?namn=Marie+Sandelius",
    f"{_COMING}/uppdrag", f"{_BOARD}/delegationsbeslut", f"{_BOARD}/meddelanden",
    f"{_BOARD}/staende-punkter",
    f"{_BOARD}/publicering", f"{_BOARD}/uppdrag/{{handled}}", "/arbete/uppdrag", "/justering",
    "/konto", "/konto/losenord", "/konto/andra-steget", "/konto/reservkoder", "/konto/nycklar",
)  # fmt: skip
_EXAMPLES = {
    EVERYBODY: (*_PUBLIC, *_DATA),
    SECRETARY: _SECRETARYS,
    OTHER: (f"{_SENT}/justering", f"{_SENT}/justering/{{edition}}"),
    OFFICE: (
        "/arbete/uppdrag",
        f"{_COMING}/uppdrag",
        f"{_BOARD}/uppdrag/{{handled}}",
        "/arbete/planer",
        "/arbete/planer/{plan}",
        f"{_COMING}/mal",
    ),
    REGISTRAR: (
        "/arbete/regionfullmaktige/motioner",
        "/arbete",
        "/justering",
        f"{_HELD}/publicering",
    ),
    ARCHIVIST: ("/arkiv", "/arkiv/regionstyrelsen/2026"),
}
LEFT_OUT = {
    ".pdf": "a file that the press prints: protocol.py",
    ".xlsx": "a file", ".csv": "a file", ".ics": "a file", ".zip": "a file",
    ".png": "a picture of a page: preview.py",
    "static": "a file",
    "open_data": "data for machines", "pictures.picture": "a file", "enclosures.annex": "a file",
    "summoning.sent": "a file", "archive.progress": "tells how far a file has come",
    "bodies.year": "leads on", "languages.choose": "leads on",
    "kept_forms.kept": "a moment's words", "kept_forms.state": "a moment's words",
    "follow_addresses": "what a letter leads to",
    "security": "a step of signing in", "sign_on": "a step of signing in",
}  # fmt: skip
"""What is no page, by the end of its address, its endpoint or its noun, and why."""


@dataclass(frozen=True, slots=True)
class Example:
    """A page: its endpoint, who reads it, and its address."""

    endpoint: str
    reader: str
    address: str


def _endpoint(app: Flask, address: str) -> str:
    try:
        return str(app.url_map.bind("localhost").match(address.partition("?")[0])[0])
    except HTTPException as error:
        raise LookupError(f"{address} leads nowhere: {error}") from error


def _keys(app: Flask) -> Mapping[str, int]:
    with app.app_context(), db.engine.connect() as connection:
        return {name: connection.scalar(text(asked)) for name, asked in _KEYS.items()}


def examples(app: Flask) -> Iterator[Example]:
    """The pages with their addresses in a register that holds the demonstration."""
    keys = _keys(app)
    for reader, addresses in _EXAMPLES.items():
        for address in addresses:
            there = address.format(**keys)
            yield Example(_endpoint(app, there), reader, there)


def without_example(app: Flask) -> set[str]:
    """The kinds of pages that no example is of."""
    shown = {one.endpoint for one in examples(app)}
    pages = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.rule.endswith(tuple(LEFT_OUT))
    }
    left = {one for one in pages if LEFT_OUT.keys() & {one, one.partition(".")[0]}}
    return pages - shown - left
