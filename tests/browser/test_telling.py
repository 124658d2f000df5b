"""Words that tell otherwise than the record are shown so that everybody can settle it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import LOOKS, Look, hindrances
from tests.browser.served import aside, kept_by, own
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
def page(
    chromium: Browser, run_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The § in the secretary's window."""
    with own(run_folder, tmp_path_factory.mktemp("told") / "own") as site:
        address = aside(lambda: _rewritten(site.register))
        kept = kept_by(site.register, site.address, SECRETARY)
        with chromium.new_context(viewport=DESKTOP, storage_state=kept, bypass_csp=True) as context:
            page = context.new_page()
            page.goto(site.address + address)
            yield page


@pytest.mark.parametrize("look", LOOKS)
def test_words_that_tell_otherwise_are_no_hindrance(page: Page, look: Look) -> None:
    expect(look.at(page).get_by_text(TOLD).first).to_be_attached()

    assert hindrances(page) == ""


def test_one_key_takes_in_what_the_words_tell(page: Page) -> None:
    page.keyboard.press("r")

    expect(page.get_by_text("Textens uppgifter fördes in.")).to_be_visible()
    expect(page.get_by_text(TOLD)).to_have_count(0)
