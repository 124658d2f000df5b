"""Every page that can be reached holds what pages must."""

from __future__ import annotations

from collections import Counter

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException

from tests.web.pages import Visitor

A_KIND = 12
"""How many pages of a kind are visited."""


def _kind(app: Flask, address: str) -> str:
    """The endpoint that answers an address; an address that none answers is a dead link."""
    path, _, query = address.partition("#")[0].partition("?")
    try:
        endpoint, _ = app.url_map.bind("localhost").match(path)
    except HTTPException as error:
        pytest.fail(f"{address} leads nowhere: {error}")
    return f"{endpoint}?{query.partition('=')[0]}"


def _is_page(kind: str) -> bool:
    """Whether it is a page: no file, and none that leads on to another."""
    files = (
        "static",
        "meetings.protocol",
        "summoning.",
        "enclosures.",
        "previews.",
        "workspace.meeting",
        "security.login",
        "board.feed",
        "feeds.",
        "board.proof",
        "open_data.described",
        "open_data.things",
        "open_data.manifest",
        "open_data.lines",
        "open_data.rows",
    )
    return not kind.startswith(files) and "_json" not in kind


def _visit_all(visitor: Visitor) -> Counter[str]:
    """Follow links from the start page, some of each kind."""
    waiting, known = ["/"], {"/"}
    visited: Counter[str] = Counter()
    while waiting:
        address = waiting.pop(0)
        kind = _kind(visitor.app, address)
        is_file = address.partition("?")[0].endswith((".pdf", ".xlsx", ".csv", ".xml"))
        if is_file or not _is_page(kind) or visited[kind] == A_KIND:
            continue
        visited[kind] += 1
        fresh = [link for link in visitor.get(address).links() if link not in known]
        known.update(fresh)
        waiting += fresh
    return visited


def test_every_page_that_links_lead_to_is_in_order(visitor: Visitor) -> None:
    visited = _visit_all(visitor)

    nouns = {kind.partition(".")[0] for kind in visited}
    assert nouns == {
        "archive", "board", "notices", "appeals", "delegated",
        "start", "bodies", "meetings", "items", "matters", "persons", "parties",
        "reservations", "assignments", "register", "motion_lists",
        "accounts", "security", "desk", "planning", "standing", "agendas", "papers",
        "workspace", "submission", "roll_call", "wordings",
        "checking", "corrections", "dispatching", "overview", "publishing", "reading", "waiting",
        "communications", "follows", "goals", "open_data", "raised_motions", "reported", "search",
    }  # fmt: skip


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/regionstyrelsen",
        "/regionstyrelsen/2026-10-28",
        "/regionstyrelsen/2026/88",
        "/arenden",
        "/arenden/0921-2026",
        "/reservationer",
        "/reservationer?parti=M&ar=2026",
        "/anslagstavla",
        "/anslagstavla/tidigare",
        "/anslagstavla/1",
        "/uppdrag",
        "/uppdrag/1",
        "/beslutsregister",
        "/motioner",
        "/delegationsbeslut",
        "/meddelanden",
        "/personer",
        "/personer/marie-sandelius",
        "/partier",
        "/partier/v?ar=2025",
        "/omrostningar",
    ],
)
def test_every_page_names_the_address_of_its_data(visitor: Visitor, address: str) -> None:
    page = visitor.get(address)

    [link] = [e for e in page.all("link") if e.get("type") == "application/json"]
    assert visitor.data(link.get("href") or "")


def test_every_page_is_guarded(visitor: Visitor) -> None:
    headers = visitor.get("/").headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_an_unchanged_page_is_not_sent_again(visitor: Visitor) -> None:
    mark = visitor.get("/regionstyrelsen").headers["ETag"]

    again = visitor.client.get("/regionstyrelsen", headers={"If-None-Match": mark})

    assert (again.status_code, again.data) == (304, b"")


def test_what_a_style_sheet_is_addressed_by_is_its_content(visitor: Visitor) -> None:
    page = visitor.get("/")

    for sheet in [e for e in page.all("link") if e.get("rel") == "stylesheet"]:
        answer = visitor.client.get(sheet.get("href") or "")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        answer.close()
