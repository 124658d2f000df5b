"""House rules of what is seen: addresses, templates, styles, and what others made."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from minutes.actions.bodies import RESERVED
from minutes.app import create_app
from minutes.settings import read_settings
from minutes.web.access import declared
from minutes.web.assets import STYLES

ROOT = Path(__file__).resolve().parent.parent.parent
STATIC = ROOT / "minutes" / "static"
TEMPLATES = ROOT / "templates"
WRITTEN = sorted(p.relative_to(TEMPLATES).as_posix() for p in TEMPLATES.rglob("*.html"))
OWN_STYLES = sorted((STATIC / "css").rglob("*.css"))
VENDORED = json.loads((STATIC / "vendor.lock").read_text())
_PART = r"(?:[a-z0-9]+(?:-[a-z0-9]+)*|(?:[a-z]+-)*<[a-z0-9_=():]+>)(?:\.[a-z]+)?"
_ADDRESS = re.compile(rf"^/(?:{_PART}(?:/{_PART})*)?$")
_TEMPLATE_NAME = re.compile(r'"([a-z/-]+\.html)"')
_DOCUMENT_NAME = re.compile(r'\bwritten\(\s*"(\w+)"')


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """An application that no page is fetched from."""
    return create_app(read_settings({"MINUTES_DATABASE_URL": f"sqlite:///{tmp_path}/m.sqlite3"}))


def test_every_address_is_kebab_case(app: Flask) -> None:
    rules = [r.rule for r in app.url_map.iter_rules() if r.endpoint != "static"]

    assert len(rules) > 20
    assert [rule for rule in rules if not _ADDRESS.match(rule)] == []


def test_no_body_takes_the_address_of_another_page(app: Flask) -> None:
    parts = {r.rule.split("/")[1].partition(".")[0] for r in app.url_map.iter_rules()}
    pages = {part for part in parts if part and not part.startswith("<")}

    assert pages - RESERVED == set(), "add it to RESERVED in minutes/actions/bodies.py"


ACCOUNTS = {"security", "accounts", "sign_on", "kept_forms", "waiting", "archive", "follows"}
ACCOUNTS |= {"follow_addresses"}
"""Pages of who signs in and of what waits for them, which are no data of the register."""


def test_every_page_has_its_data_at_a_json_address(app: Flask) -> None:
    public = [r for r in app.url_map.iter_rules() if not r.rule.startswith("/arbete")]
    shown = {r.endpoint for r in public if "GET" in (r.methods or ())}
    endpoints = {e for e in shown if e.partition(".")[0] not in ACCOUNTS}
    files = {
        "static",
        "meetings.protocol",
        "meetings.version",
        "pictures.picture",
        "bodies.year",
        "languages.choose",
    }

    files |= {"previews.item", "previews.page", "board.proof", "meetings.version"}
    files |= {"checking.show", "board.feed", "feeds.matter", "feeds.person", "feeds.search"}
    files |= {e for e in endpoints if e.startswith("open_data.")}  # the API is data itself

    pages = {e for e in endpoints - files if not e.endswith(("_json", "_pdf", "_xlsx", "_csv"))}
    assert {f"{page}_json" for page in pages} <= endpoints


def test_every_route_declares_who_may(app: Flask) -> None:
    routes = {r.endpoint for r in app.url_map.iter_rules()} - {"static"}

    assert routes - declared(app).keys() == set(), "say in minutes/web who may: may(blueprint, …)"


def test_nothing_is_declared_of_routes_that_are_gone(app: Flask) -> None:
    assert declared(app).keys() - {r.endpoint for r in app.url_map.iter_rules()} == set()


def test_every_template_compiles(app: Flask) -> None:
    assert len(WRITTEN) > 100
    assert all(app.jinja_env.get_template(name) for name in WRITTEN)


def _named() -> Iterator[str]:
    for path in (ROOT / "minutes").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        yield from _TEMPLATE_NAME.findall(text)
        yield from (f"documents/{name}.html" for name in _DOCUMENT_NAME.findall(text))
    for path in TEMPLATES.rglob("*.html"):
        yield from _TEMPLATE_NAME.findall(path.read_text(encoding="utf-8"))


def test_every_template_is_used() -> None:
    assert set(WRITTEN) - set(_named()) == set(), "remove a template that nothing shows"


def test_every_style_sheet_is_on_the_pages() -> None:
    written = {path.relative_to(STATIC).as_posix() for path in OWN_STYLES}

    assert written == {style for style in STYLES if style.startswith("css/")}


def test_every_css_variable_that_is_used_is_defined() -> None:
    text = "\n".join((STATIC / style).read_text(encoding="utf-8") for style in STYLES)
    own = "\n".join(p.read_text(encoding="utf-8") for p in OWN_STYLES if p.name != "theme.css")

    defined = set(re.findall(r"(--[\w-]+)\s*:", text))
    assert set(re.findall(r"var\((--[\w-]+)", own)) - defined == set()


@pytest.mark.parametrize("path", OWN_STYLES, ids=lambda p: p.name)
def test_what_a_style_sheet_fetches_lies_here(path: Path) -> None:
    for address in re.findall(r'url\("([^")]+)"\)', path.read_text(encoding="utf-8")):
        assert address.startswith("data:") or (path.parent / address).is_file(), address


@pytest.mark.parametrize("name", VENDORED)
def test_what_others_made_is_as_they_made_it(name: str) -> None:
    hashed = hashlib.sha512((STATIC / name).read_bytes()).digest()

    assert VENDORED[name]["sha512"] == base64.b64encode(hashed).decode(), (
        f"{name} was changed here: put it back, and override it in a sheet of our own"
    )


def test_everything_that_others_made_is_in_the_lock_with_its_licence() -> None:
    folders = [STATIC / "vendor", STATIC / "fonts"]
    files = {p.relative_to(STATIC).as_posix() for f in folders for p in f.rglob("*") if p.is_file()}

    assert files == set(VENDORED)
    assert {Path(n).parent for n in files} == {
        Path(n).parent for n in files if Path(n).name == "LICENSE"
    }
