"""Delegated decisions are entered, fetched from the § that reports them, and announced."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.pages import Visitor

PAGE = "/arbete/regionstyrelsen/delegationsbeslut"
MADE = {"delegate": "Ekonomichefen", "what": "Avskriva en fordran.", "decided_on": "2026-11-20"}


@pytest.fixture
@brought
def delegated(desk: Desk) -> Desk:
    """The board's secretary at its delegated decisions."""
    desk.open(PAGE)
    return desk


def test_a_decision_is_entered_mended_and_announced(delegated: Desk) -> None:
    delegated.send("beslut-nytt", **MADE)
    form = delegated.form_with("Avskriva en fordran", "beslut-")
    delegated.send(form, dnr="0077-2026")
    key = form.removeprefix("beslut-")

    delegated.send(f"anslag-{key}")

    words = Visitor(delegated.app).get("/anslagstavla").words
    assert "Avskriva en fordran." in words
    assert "Diarienummer 0077-2026" in words
    assert form not in {e.get("id") for e in delegated.page.all("form")}


def test_those_that_a_paragraph_reports_are_fetched_once(delegated: Desk) -> None:
    item = str(delegated.item_of("regionstyrelsen", 2026, 84))
    form = delegated.form_with("Upplåning om 200 mnkr", "beslut-")
    delegated.send(form, press="/borttagning")
    assert "Upplåning om 200 mnkr" not in delegated.page.words

    delegated.send("hamta", item=item)

    assert "Upplåning om 200 mnkr" in delegated.page.words
    assert "Anmält i § 84/2026" in delegated.page.words
    page = delegated.send("hamta", item=item, expect=422)
    assert "inga delegationsbeslut att hämta" in page.words


def test_a_reported_decision_is_not_announced_by_itself(delegated: Desk) -> None:
    item = str(delegated.item_of("regionstyrelsen", 2026, 42))
    delegated.send("beslut-nytt", **MADE, reported_in=item)
    key = delegated.form_with("Avskriva en fordran", "beslut-").removeprefix("beslut-")

    assert f"anslag-{key}" not in {e.get("id") for e in delegated.page.all("form")}


def test_a_notice_of_a_decision_comes_down_too(delegated: Desk) -> None:
    delegated.app.config["CLOCK"] = lambda: datetime(2026, 12, 7, 12, tzinfo=UTC)
    delegated.visitor = Visitor(delegated.app, "sekreterare@sundevik.example")
    delegated.open(PAGE)

    delegated.send(delegated.first_form("nedtagning-"))

    assert "Anslaget togs ned 5 december 2026" in delegated.page.words
    assert "Bevis om anslag (PDF)" in delegated.page.words
