"""Three at three screens: the secretary sends, an adjuster refuses, the chair reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import hindrances
from tests.browser.served import Site, aside, kept_by
from tests.web.kinds import DESKTOP, PHONE

BOARD = "/arbete/regionstyrelsen/2026-10-28"
_PATIENCE = 120_000
"""Milliseconds: the protocol of 21 §§ is printed when it is sent, on a machine that others use."""


@pytest.fixture
def three(own_site: Site, chromium: Browser) -> Iterator[tuple[Page, Page, Page]]:
    """The secretary at a desk, the adjuster at a telephone in the dark, and the chair."""
    who = (("sekreterare", DESKTOP), ("justerare", PHONE), ("ordforande", PHONE))
    with ExitStack() as stack:
        pages = []
        for name, window in who:
            email = f"{name}@sundevik.example"
            state = aside(lambda email=email: kept_by(own_site.register, own_site.address, email))  # type: ignore[misc]  # a default names the loop's value
            context = stack.enter_context(
                chromium.new_context(
                    storage_state=state,
                    viewport=window,
                    color_scheme="dark" if window is PHONE else "light",
                    base_url=own_site.address,
                    bypass_csp=True,
                )
            )
            context.set_default_timeout(_PATIENCE)
            pages.append(context.new_page())
        yield pages[0], pages[1], pages[2]


def _send(page: Page) -> None:
    page.goto(f"{BOARD}/granskning")
    page.get_by_role("button", name="Sänd till justering").click()
    link = page.get_by_role("link", name="Se hur långt justeringen har kommit")
    expect(link).to_be_visible(timeout=_PATIENCE)


def test_a_refusal_is_seen_undone_and_taken_back_for(three: tuple[Page, Page, Page]) -> None:
    secretary, adjuster, chair = three
    _send(secretary)

    adjuster.goto("/justering")
    adjuster.get_by_role("link", name="Regionstyrelsen 28 oktober 2026").click()
    adjuster.get_by_text("Jag justerar inte § 80", exact=True).click()
    adjuster.get_by_label("Skäl").locator("visible=true").fill("Ärendet lyftes inte ut.")
    adjuster.get_by_role("button", name="Vägra justera § 80").click()
    expect(adjuster.get_by_text("Du justerar inte § 80.")).to_be_visible()
    assert hindrances(adjuster) == ""

    chair.goto(f"{BOARD}/justering")
    expect(chair.get_by_text("”Ärendet lyftes inte ut.”")).to_be_visible()
    adjuster.get_by_role("button", name="Ångra").click()
    expect(adjuster.get_by_text("Du justerar inte § 80.")).to_have_count(0)

    secretary.goto(f"{BOARD}/justering")
    secretary.get_by_role("button", name="Ta tillbaka för att ändra").click()
    expect(secretary.get_by_text("Återtaget")).to_be_visible()
    _send(secretary)
    chair.goto("/justering")
    expect(chair.get_by_text("Protokollet, version 2")).to_be_visible()
