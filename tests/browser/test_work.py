"""Everybody can work at every page of the workspace: on a phone, a desktop, in light and dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looks import LOOKS, SMALL, Look, hindrances, width_of
from tests.browser.served import kept_by
from tests.databases import Register
from tests.web.kinds import SMALLEST

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
    "nothing to post yet": f"{MEETING}/anslag",
    "corrections": "/arbete/regionstyrelsen/2026-09-09/rattelser",
    "publishing": "/arbete/regionstyrelsen/2026-09-09/publicering",
    "to be adjusted at once": f"{MEETING}/justering",
    "appeals": "/arbete/regionstyrelsen/2026-05-20/overklaganden",
    "delegated decisions": "/arbete/regionstyrelsen/delegationsbeslut",
    "a person": f"{MEETING}/person?namn=elfving",
}
"""Each page; a word behind the address is a page of the meeting's last item."""


@pytest.fixture(scope="module")
def page(chromium: Browser, demo_register: Register, site: str) -> Iterator[Page]:
    """The window of the board's secretary, who looks at one page after the other."""
    kept = kept_by(demo_register, site, "sekreterare@sundevik.example")
    with chromium.new_context(bypass_csp=True, storage_state=kept, base_url=site) as context:
        yield context.new_page()


def _open(page: Page, address: str) -> None:
    """Go there, and unfold everything."""
    address, _, part = address.partition(" ")
    page.goto(address)
    if part:
        page.goto(f"{page.url}/{part}")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize("look", LOOKS)
def test_a_page_to_work_at_has_no_hindrance_that_axe_knows(
    page: Page, address: str, look: Look
) -> None:
    _open(look.at(page), address)

    assert hindrances(page) == ""


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_nothing_to_work_at_is_wider_than_the_smallest_screen(page: Page, address: str) -> None:
    _open(SMALL.at(page), address)

    assert width_of(page) <= SMALLEST["width"]
