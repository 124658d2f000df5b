"""What a secretary pastes is answered as Markdown, by the route of the screen."""

from __future__ import annotations

import io
import re

import pytest
from werkzeug.test import TestResponse

from tests.web.pages import Visitor

SECRETARY = "sekreterare@sundevik.example"
ADDRESS = "/arbete/inklistrat"


def _paste(citizen: Visitor, email: str, html: str) -> TestResponse:
    client = Visitor(citizen.app, email).client
    page = client.get("/konto").text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    headers = {"X-CSRFToken": found[1] if found else "", "X-Paragraf": "live"}
    return client.post(ADDRESS, data=html.encode(), headers=headers, content_type="text/html")


def test_a_secretary_gets_markdown_for_what_is_pasted(citizen: Visitor) -> None:
    answer = _paste(citizen, SECRETARY, "<h1>Ärendet</h1><ul><li>en sak</ul>")

    assert answer.status_code == 200
    assert answer.json == {"text": "### Ärendet\n\n- en sak"}


def test_who_writes_no_minutes_finds_nothing_to_paste_to(citizen: Visitor) -> None:
    assert _paste(citizen, "ledamot@sundevik.example", "<p>x").status_code == 404


def test_what_is_too_long_is_told_in_a_sentence(citizen: Visitor) -> None:
    answer = _paste(citizen, SECRETARY, "<p>" + "ord " * 60_000)

    assert answer.status_code == 422
    assert answer.json
    assert "längre än 200000 tecken" in answer.json["error"]


class _Untouched(io.BytesIO):
    """A body that nobody may read."""

    def read(self, _size: int | None = -1, /) -> bytes:
        """Refuse."""
        raise AssertionError("the body was read")


@pytest.mark.parametrize("kind", ["text/html", "application/x-www-form-urlencoded"])
def test_what_is_far_too_long_is_refused_before_it_is_read(citizen: Visitor, kind: str) -> None:
    client = Visitor(citizen.app, SECRETARY).client

    answer = client.post(
        ADDRESS,
        content_type=kind,
        environ_overrides={"wsgi.input": _Untouched(), "CONTENT_LENGTH": "20000001"},
    )

    assert answer.status_code == 413
