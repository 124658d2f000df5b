"""The meeting is opened and closed by a press, and adjusters are elected."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.web.calling import PAGE, close_items
from tests.web.desk import Desk


def test_one_press_opens_the_meeting_at_the_time_of_the_clock(calling: Desk) -> None:
    page = calling.send("oppnande")

    assert page.heading.endswith("Budget")
    assert "Öppnat 08:31" in calling.open(PAGE).words


def test_whoever_opens_without_calling_the_roll_is_told(calling: Desk) -> None:
    screen = calling.send("oppnande")
    assert "Uppropet är inte gjort" in screen.words

    calling.open(PAGE)
    calling.send("upprop")

    assert "Uppropet är inte gjort" not in calling.open(screen.address).words


@pytest.mark.parametrize("at", ["25:61", "nio", "<b>"])
def test_what_is_no_time_is_refused(calling: Desk, at: str) -> None:
    page = calling.send("oppnande", at=at, expect=422)

    assert f"”{at}” är inget klockslag" in page.words


def test_on_another_day_the_time_is_typed(calling: Desk) -> None:
    calling.register.app.config["CLOCK"] = lambda: datetime(2026, 12, 8, 22, tzinfo=UTC)

    page = calling.send("oppnande", at="", expect=422)

    assert "Sammanträdet är inte i dag" in page.words


def test_on_another_day_the_time_that_was_called_to_is_offered(calling: Desk) -> None:
    calling.register.app.config["CLOCK"] = lambda: datetime(2026, 12, 8, 22, tzinfo=UTC)
    calling.open(PAGE)

    calling.send("oppnande")

    assert "Öppnat 08:30" in calling.open(PAGE).words


def test_a_double_click_opens_once(calling: Desk) -> None:
    form = calling.form("oppnande", at="08:30")

    calling.post(form)
    assert calling.post(form).status == 200


def test_the_meeting_closes_when_nothing_waits_and_goes_on(calling: Desk) -> None:
    calling.send("upprop")
    calling.send("oppnande")
    calling.open(PAGE)
    page = calling.send("avslutande", at="16", expect=422)
    assert "”Budget” är varken avslutad eller struken (1 kvar)" in page.words

    close_items(calling.register)
    calling.open(PAGE)
    calling.send("avslutande", at="16")
    assert "avslutat 16:00" in calling.page.words
    calling.send("tider", at="8.30", closed_at="15.45")
    assert "Öppnat 08:30, avslutat 15:45" in calling.page.words
    calling.send("aterupptagande")
    assert "avslutat" not in calling.page.words


def test_adjusters_are_elected_and_changed(calling: Desk) -> None:
    calling.send("upprop")
    page = calling.send("justerare-ny", who="sandel", expect=422)
    assert "Marie Sandelius är ordförande" in page.words

    calling.send("justerare-ny", who="brix")
    page = calling.send("justerare-ny", who="brix", expect=422)
    assert "Ylva Brix är redan vald" in page.words
    calling.open(PAGE)
    calling.send(calling.last_form("justerare-"))

    assert not [
        f for f in calling.page.all("form") if (f.get("id") or "").startswith("justerare-1")
    ]
