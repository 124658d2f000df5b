"""Everybody can read every kind of page, on a phone and a desktop, in light and in dark."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, StorageState, ViewportSize

from tests.web.kinds import DESKTOP, KINDS, PHONE, SMALLEST


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
@pytest.mark.parametrize(
    ("window", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone, dark", "desktop"]
)
def test_a_page_has_no_hindrance_that_axe_knows(
    chromium: Browser,
    site: str,
    registrar: StorageState,
    address: str,
    window: ViewportSize,
    scheme: Literal["light", "dark"],
) -> None:
    with chromium.new_context(
        viewport=window, color_scheme=scheme, bypass_csp=True, storage_state=registrar
    ) as context:
        page = context.new_page()
        page.goto(site + address)
        found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_nothing_is_wider_than_the_smallest_screen(
    chromium: Browser, site: str, registrar: StorageState, address: str
) -> None:
    with chromium.new_context(viewport=SMALLEST, storage_state=registrar) as context:
        page = context.new_page()
        page.goto(site + address)
        width = page.evaluate("document.documentElement.scrollWidth")

    assert width <= SMALLEST["width"]


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_a_page_needs_no_script_and_nothing_from_elsewhere(
    chromium: Browser, site: str, registrar: StorageState, address: str
) -> None:
    told: list[str] = []
    asked_for: list[str] = []
    with chromium.new_context(viewport=DESKTOP, storage_state=registrar) as context:
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.on("request", lambda asked: asked_for.append(asked.url))
        page.goto(site + address)

    assert [line for line in told if "404" not in line] == []
    assert [url for url in asked_for if not url.startswith((f"{site}/", "data:"))] == []
