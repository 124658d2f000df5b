"""The register in use: by keyboard, without scripts, on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.web.kinds import DESKTOP, PHONE


@pytest.fixture
def page(chromium: Browser, registrar: StorageState) -> Iterator[Page]:
    """A registrar's window, of a browser that runs no scripts."""
    with chromium.new_context(
        viewport=DESKTOP, java_script_enabled=False, storage_state=registrar
    ) as context:
        yield context.new_page()


def test_the_first_tab_leads_past_the_masthead(page: Page, site: str) -> None:
    page.goto(site)

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_role("main").get_by_role("link").first).to_be_focused()


def test_reservations_are_looked_up_by_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/reservationer")

    page.get_by_label("Person").focus()
    page.keyboard.type("ölund")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("reservationer, de senaste först")
    expect(page.get_by_label("Person")).to_have_value("ölund")
    page.get_by_role("link", name="Rensa").click()
    expect(page.get_by_label("Person")).to_have_value("")


def test_a_politician_goes_from_a_reservation_to_what_was_decided(
    chromium: Browser, site: str
) -> None:
    with chromium.new_context(viewport=PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site)
        page.get_by_role("navigation", name="Registret").get_by_text("Reservationer").click()
        page.get_by_label("Ord i motivering eller rubrik").fill("budget 2026")
        page.get_by_role("button", name="Visa").click()
        page.locator(".hit-title a").first.click()

        expect(page.get_by_role("heading", level=1)).to_contain_text("Budget 2026")
        expect(page.get_by_role("heading", name="beslut").first).to_be_visible()


def test_each_ballot_is_a_click_away(page: Page, site: str) -> None:
    page.goto(f"{site}/regionstyrelsen/2026/28")
    ballots = page.locator("details.ballots").first

    expect(ballots.locator("dd").first).to_be_hidden()
    ballots.locator("summary").click()

    expect(ballots.locator("dd").first).to_be_visible()


def test_on_paper_the_words_stand_without_what_only_a_screen_can_use(page: Page, site: str) -> None:
    page.goto(f"{site}/regionstyrelsen/2026/88")
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation", name="Registret")).to_be_hidden()
    expect(page.locator(".paragraf table")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
