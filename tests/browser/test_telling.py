"""Words that tell otherwise than the record are shown so that everybody can settle it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import LOOKS, Look, hindrances
from tests.browser.served import Site, aside, kept_by
from tests.databases import Register
from tests.web.desk import Desk
from tests.web.kinds import DESKTOP

SECRETARY = "sekreterare@sundevik.example"
BOARD = "/arbete/regionstyrelsen/2026-10-28"
TOLD = "Texten och uppgifterna skiljer sig"


def _rewritten(register: Register) -> str:
    """The address of a § whose words tell of another month than its record."""
    desk = Desk(register, SECRETARY)
    address = f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}"
    desk.open(address)
    desk.send("yrkande-ny", who="elfv", kind="add", text="redovisa kostnaden i mars.")
    form = desk.form_with("redovisa kostnaden i mars.", prefix="text-")
    desk.send(form, text=desk.value(form, "text").replace("i mars", "i maj"))
    return address


@pytest.fixture(scope="module")
def page(chromium: Browser, module_site: Site) -> Iterator[Page]:
    """The § in the secretary's window."""
    address = aside(lambda: _rewritten(module_site.register))
    kept = kept_by(module_site.register, module_site.address, SECRETARY)
    with chromium.new_context(viewport=DESKTOP, storage_state=kept, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(module_site.address + address)
        yield page


@pytest.mark.parametrize("look", LOOKS)
def test_words_that_tell_otherwise_are_no_hindrance(page: Page, look: Look) -> None:
    expect(look.at(page).get_by_text(TOLD).first).to_be_attached()

    assert hindrances(page) == ""


def test_one_key_takes_in_what_the_words_tell(page: Page) -> None:
    page.keyboard.press("r")

    expect(page.get_by_text("Textens uppgifter fördes in.")).to_be_visible()
    expect(page.get_by_text(TOLD)).to_have_count(0)
