"""What a visitor reads when something is not there or does not work."""

import pytest

from tests.web.pages import Visitor


def test_an_address_that_leads_nowhere_offers_ways_on(visitor: Visitor) -> None:
    page = visitor.get("/ingen/sadan/sida", status=404)

    assert page.heading == "Sidan finns inte"
    assert {"/", "/arenden", "/reservationer", "/personer"} <= set(page.links())


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
