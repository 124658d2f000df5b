"""Everybody can work at every page of the workspace: on a phone, a desktop, in light and dark."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, StorageState, ViewportSize

from tests.browser.served import kept_by
from tests.databases import Register
from tests.web.kinds import DESKTOP, PHONE, SMALLEST

MEETING = "/arbete/regionstyrelsen/2026-10-28"
COMING = "/arbete/regionstyrelsen/2026-12-16"
PAGES = {
    "the secretary's start": "/arbete",
    "the year": "/arbete/regionstyrelsen",
    "sendings of adjusted minutes": "/arbete/regionstyrelsen/2026-09-09/expediering",
    "standing items": "/arbete/regionstyrelsen/staende-punkter",
    "agenda": f"{MEETING}/foredragningslista",
    "roll call": f"{MEETING}/narvaro",
    "the screen": MEETING,
    "papers": f"{MEETING} underlag",
    "wordings": f"{MEETING} lydelser",
    "audit": f"{MEETING}/granskning",
    "an agenda to come": f"{COMING}/foredragningslista",
    "what is to be decided": COMING,
    "notice": "/arbete/regionstyrelsen/2026-05-20/anslag",
    "appeals": "/arbete/regionstyrelsen/2026-05-20/overklaganden",
    "delegated decisions": "/arbete/regionstyrelsen/delegationsbeslut",
    "a person": f"{MEETING}/person?namn=elfving",
}
"""Each page; a word behind the address is a page of the meeting's last item."""


@pytest.fixture(scope="module")
def secretary(demo_register: Register, site: str) -> StorageState:
    """What the browser keeps of the board's secretary."""
    return kept_by(demo_register, site, "sekreterare@sundevik.example")


def _open(page: Page, site: str, address: str) -> None:
    """Go there, and unfold everything."""
    address, _, part = address.partition(" ")
    page.goto(site + address)
    if part:
        page.goto(f"{page.url}/{part}")
    for one in page.locator("details").all():
        one.evaluate("one => one.open = true")


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize(
    ("window", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone, dark", "desktop"]
)
def test_a_page_to_work_at_has_no_hindrance_that_axe_knows(
    chromium: Browser,
    site: str,
    secretary: StorageState,
    address: str,
    window: ViewportSize,
    scheme: Literal["light", "dark"],
) -> None:
    with chromium.new_context(
        viewport=window, color_scheme=scheme, bypass_csp=True, storage_state=secretary
    ) as context:
        page = context.new_page()
        _open(page, site, address)
        found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_nothing_to_work_at_is_wider_than_the_smallest_screen(
    chromium: Browser, site: str, secretary: StorageState, address: str
) -> None:
    with chromium.new_context(viewport=SMALLEST, storage_state=secretary) as context:
        page = context.new_page()
        _open(page, site, address)
        width = page.evaluate("document.documentElement.scrollWidth")

    assert width <= SMALLEST["width"]
