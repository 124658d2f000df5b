"""What a visitor reads when something is not there or does not work."""

from urllib.parse import parse_qs, urlsplit

import pytest

from minutes.documents.render import BadDocument
from minutes.web import meetings
from tests.web.pages import Visitor


def test_an_address_that_leads_nowhere_offers_ways_on(visitor: Visitor) -> None:
    page = visitor.get("/ingen/sadan/sida", status=404)

    assert page.heading == "Sidan finns inte"
    assert {"/", "/arenden", "/reservationer", "/personer"} <= set(page.links())


@pytest.mark.parametrize("address", ["/justering", "/ingen/sadan/sida?ar=2026"])
def test_one_who_comes_by_a_link_in_a_letter_is_shown_the_way_in(
    citizen: Visitor, address: str
) -> None:
    page = citizen.get(address, status=404)

    (way_in,) = [link for link in page.links() if link.startswith("/logga-in?")]
    assert parse_qs(urlsplit(way_in).query) == {"next": [address]}


def test_one_who_has_signed_in_is_not_asked_to_sign_in(visitor: Visitor) -> None:
    page = visitor.get("/ingen/sadan/sida", status=404)

    assert not [link for link in page.links() if link.startswith("/logga-in")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("/regionstyrelsen/", "/regionstyrelsen", id="a slash too many"),
        pytest.param("/Regionstyrelsen/2026/88", "/regionstyrelsen/2026/88", id="a capital"),
        pytest.param("/Uppdrag/?visa=alla", "/uppdrag?visa=alla", id="with a question"),
    ],
)
def test_an_address_that_is_nearly_right_leads_to_the_right_one(
    visitor: Visitor, typed: str, meant: str
) -> None:
    answer = visitor.client.get(typed)

    assert (answer.status_code, answer.location) == (308, meant)


def test_nothing_can_be_sent(visitor: Visitor) -> None:
    answer = visitor.client.post("/reservationer")

    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert "går bara att läsa" in answer.text


def test_a_body_that_is_not_there_is_said_in_a_sentence(visitor: Visitor) -> None:
    assert "inget organ" in visitor.get("/ingen-sadan", status=404).words


def test_a_failure_tells_nothing_of_the_inside(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise RuntimeError("inside")

    assert visitor.client, "signed in while the clock still goes"
    before = visitor.app.config["CLOCK"]
    visitor.app.config["CLOCK"] = broken
    try:
        page = visitor.get("/", status=500)
    finally:
        visitor.app.config["CLOCK"] = before

    assert "inside" not in page.words
    assert "inside" in caplog.text


def test_a_picture_that_is_not_there_is_not_found(visitor: Visitor) -> None:
    visitor.get("/bild/" + "0" * 64, status=404)


def test_what_cannot_be_printed_says_why_and_leaves_a_line_in_the_log(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise BadDocument("typsnittet saknar ”☃” (U+2603): skriv det med ord")

    monkeypatch.setattr(meetings, "protocol_file", broken)
    page = visitor.get("/regionstyrelsen/2026-09-09.pdf", status=500)

    assert (
        "kunde inte skrivas som PDF: typsnittet saknar ”☃” (U+2603): skriv det med ord."
        in page.words
    )
    assert "/regionstyrelsen/2026-09-09.pdf could not be printed" in caplog.text
