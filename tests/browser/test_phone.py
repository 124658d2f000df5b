"""What a politician looks up on a phone, and how many taps it takes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.web.kinds import PHONE

MEMBER, YEAR, HOW_MANY = "Nadia El-Khoury (V)", "2025", 17
MOST_TAPS = 4


class Taps:
    """Taps with a finger, counted."""

    def __init__(self) -> None:
        self.count = 0

    def on(self, place: Locator) -> None:
        """Tap there."""
        place.tap()
        self.count += 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_reservations_of_a_year_and_what_came_of_them_are_four_taps_away(
    chromium: Browser, site: str, scheme: str
) -> None:
    taps = Taps()
    with chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(site)
        taps.on(page.get_by_role("link", name="Personer", exact=True).first)
        taps.on(page.get_by_role("link", name=MEMBER))
        years = page.get_by_role("listitem").filter(has=page.get_by_text(YEAR, exact=True))
        taps.on(years.get_by_role("link", name=re.compile(r"^Reservationer")))

        outcomes = page.locator("dl.aftermath")
        expect(outcomes).to_have_count(HOW_MANY)
        expect(outcomes.filter(has_text="Beslutet")).to_have_count(HOW_MANY)
        came_of_it = outcomes.filter(has_text=re.compile("Sedan|Uppdrag"))
        expect(came_of_it).to_have_count(HOW_MANY)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        taps.on(page.locator("main li a.item").first)
        expect(page.get_by_role("heading", level=1)).to_contain_text("§")
    assert taps.count <= MOST_TAPS
