"""The roll is called, the meeting opened, and who comes and steps aside entered, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import SMALL, hindrances, width_of
from tests.browser.served import Site, aside, kept_by
from tests.web.calling import PAGE, plan_roll_call
from tests.web.kinds import DESKTOP, SMALLEST

SECRETARY = "sekreterare@sundevik.example"
OKAFOR, FORS = 9, 16
"""The rows of David Okafor, a member, and of the first substitute."""


@pytest.fixture
def page(own_site: Site, chromium: Browser) -> Iterator[Page]:
    """The secretary's window at the roll call of a meeting to come."""
    aside(lambda: plan_roll_call(own_site.register))
    kept = kept_by(own_site.register, own_site.address, SECRETARY)
    with chromium.new_context(viewport=DESKTOP, bypass_csp=True, storage_state=kept) as context:
        page = context.new_page()
        page.goto(own_site.address + PAGE)
        yield page


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _answer(page: Page) -> None:
    """Okafor is absent, the first substitute is there; everybody else stays as they stand."""
    page.get_by_role("radio").first.focus()
    _press(page, "p", *["ArrowDown"] * (OKAFOR - 2), "f")
    _press(page, *["ArrowDown"] * (FORS - OKAFOR - 1), "p", "ArrowUp")
    _press(page, "Control+Enter")


def _has_the_seat_back(page: Page) -> None:
    """Nobody serves for Okafor any more."""
    there = page.locator(".there")
    expect(there).to_contain_text("15 tjänstgör")
    there.locator("summary").click()
    expect(there).to_contain_text("Mattias Fors (S)")
    expect(there).not_to_contain_text("ersätter David Okafor")


def test_a_meeting_begins_and_somebody_comes_late_by_keyboard(page: Page) -> None:
    _answer(page)
    expect(page.get_by_text("Mattias Fors (S), ersätter David Okafor (HÄ)").first).to_be_visible()
    assert hindrances(page) == ""
    page.get_by_label("Klockslag").focus()
    _press(page, "Control+a")
    page.keyboard.type("8.30")
    _press(page, "F9")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Budget")

    page.wait_for_load_state("load")  # the keys are a script's
    _press(page, "k")
    page.keyboard.type("okaf")
    _press(page, "Enter")
    _has_the_seat_back(page)

    _press(page, "Escape", "j")
    page.keyboard.type("brix")
    _press(page, "Tab")
    page.keyboard.type("att hon är delägare")
    _press(page, "Enter")
    expect(page.locator(".minutes")).to_contain_text("Ylva Brix")
    expect(page.locator(".quorum").first).to_contain_text("14 av 15")
    assert hindrances(page) == ""


def test_the_roll_fits_the_smallest_screen(page: Page) -> None:
    SMALL.at(page)

    assert width_of(page) <= SMALLEST["width"]
