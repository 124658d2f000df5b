"""Two write in the same §, and the server stands still: nothing is lost, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState, expect

from tests.browser.looks import LOOKS, Look, hindrances
from tests.browser.served import Site, draft_item, kept_by
from tests.web.kinds import DESKTOP

SECRETARY = "sekreterare@sundevik.example"
SAVED = "Allt är sparat"


@pytest.fixture
def state(own_site: Site) -> StorageState:
    """What the browser keeps of the board's secretary."""
    return kept_by(own_site.register, own_site.address, SECRETARY)


@pytest.fixture
def address(own_site: Site) -> str:
    """The address of the §."""
    return draft_item(own_site, 90)


@contextmanager
def window(chromium: Browser, state: StorageState, address: str) -> Iterator[Page]:
    """A window at the §, in its first text."""
    with chromium.new_context(storage_state=state, viewport=DESKTOP, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(address)
        page.keyboard.press("t")
        yield page


def first(page: Page) -> Locator:
    """The first text of the minutes, as it stands."""
    return page.locator(".minutes .told").first


def write(page: Page, words: str) -> None:
    """Write on at the end of the text that one is in."""
    expect(page.locator("textarea:focus")).to_be_visible()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def test_what_is_typed_is_saved_and_stands_in_the_minutes(
    chromium: Browser, state: StorageState, address: str
) -> None:
    with window(chromium, state, address) as page:
        write(page, " Tills vidare.")
        expect(page.locator(".by-hand")).to_be_visible()
        expect(page.locator("[data-said]")).to_have_text(SAVED)
        page.keyboard.press("Escape")

        expect(first(page)).to_contain_text("Tills vidare.")
        page.reload()
        expect(first(page)).to_contain_text("Tills vidare.")


def test_words_typed_while_the_server_stands_still_are_saved_when_it_is_back(
    chromium: Browser, state: StorageState, address: str, own_site: Site
) -> None:
    with window(chromium, state, address) as page:
        own_site.stop()
        write(page, " Skrivet utan server.")
        expect(page.locator("[data-said]")).to_have_attribute("data-state", "offline")
        own_site.start()

        expect(page.locator("[data-said]")).to_have_text(SAVED, timeout=30_000)
        expect(page.locator(".by-hand")).to_be_visible()
        page.reload()
        assert first(page).inner_text().count("Skrivet utan server.") == 1


def test_a_closed_window_keeps_what_was_not_sent(
    chromium: Browser, state: StorageState, address: str, own_site: Site
) -> None:
    with window(chromium, state, address) as page:
        own_site.stop()
        write(page, " Skrivet före locket.")
        expect(page.locator("[data-said]")).to_have_attribute("data-state", "offline")
        page.close(run_before_unload=False)
        own_site.start()
        again = page.context.new_page()
        again.goto(address)

        expect(first(again)).to_contain_text("Skrivet före locket.", timeout=30_000)


@pytest.mark.parametrize(
    ("press", "told"),
    [
        ("Slå ihop", "[[Mina ord. || Andras ord.]]"),
        ("Behåll min", "Mina ord."),
        ("Behåll den andras", "Andras ord."),
    ],
)
def test_of_two_who_write_in_a_text_the_second_sees_both_and_settles_it(
    chromium: Browser, state: StorageState, address: str, press: str, told: str
) -> None:
    with (
        window(chromium, state, address) as mine,
        window(chromium, state, address) as theirs,
    ):
        write(theirs, " Andras ord.")
        expect(theirs.locator(".by-hand")).to_be_visible()
        write(mine, " Mina ord.")
        clash = mine.locator(".clash")
        expect(clash).to_contain_text("har ändrat samma text")
        expect(clash.locator("ins")).to_contain_text("Mina")
        expect(clash.locator("del")).to_contain_text("Andras")
        expect(mine.locator("[data-said]")).to_have_text("Något är inte sparat än")

        mine.get_by_role("button", name=press).click()

        expect(clash).to_be_hidden()
        expect(mine.locator("[data-said]")).to_have_text(SAVED)
        expect(first(mine)).to_contain_text(told)
        mine.goto(f"{address}/lydelser")
        assert mine.get_by_text("Visa ändringen").count()


@pytest.fixture(scope="module")
def clashed(chromium: Browser, module_site: Site) -> Iterator[Page]:
    """A window in which two wordings stand beside each other."""
    kept = kept_by(module_site.register, module_site.address, SECRETARY)
    address = draft_item(module_site, 90)
    with window(chromium, kept, address) as mine, window(chromium, kept, address) as theirs:
        write(theirs, " Andras ord.")
        expect(theirs.locator(".by-hand")).to_be_visible()
        write(mine, " Mina ord.")
        expect(mine.locator(".clash")).to_be_visible()
        yield mine


@pytest.mark.parametrize("look", LOOKS)
def test_two_wordings_beside_each_other_are_no_hindrance(clashed: Page, look: Look) -> None:
    expect(look.at(clashed).locator(".clash")).to_be_visible()
    found = [hindrances(clashed)]
    beside = look.at(clashed.context.new_page())
    for page in (f"{clashed.url}/lydelser", f"{clashed.url.split('/punkt')[0]}/granskning"):
        beside.goto(page)
        found.append(hindrances(beside))
    beside.close()

    assert found == ["", "", ""]
