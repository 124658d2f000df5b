"""A question is put and a vote taken down by keyboard, and everybody can read the sheet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser.looks import Look, hindrances
from tests.browser.served import Site, draft_item, kept_by
from tests.web.kinds import DESKTOP, PHONE

SECRETARY = "sekreterare@sundevik.example"


@pytest.fixture
def signed_in(own_site: Site) -> StorageState:
    """What the secretary's browser keeps."""
    return kept_by(own_site.register, own_site.address, SECRETARY)


@pytest.fixture
def page(chromium: Browser, own_site: Site, signed_in: StorageState) -> Iterator[Page]:
    """The secretary's window, on the screen of the §."""
    with chromium.new_context(viewport=DESKTOP, storage_state=signed_in) as context:
        page = context.new_page()
        page.goto(draft_item(own_site, 88))
        yield page


def test_a_question_is_put_and_a_vote_taken_down_by_keyboard(page: Page) -> None:
    minutes, sheet = page.locator(".minutes"), page.locator("#omrostning-ny")
    page.keyboard.press("f")
    expect(page.locator("#panel-questions button").first).to_be_focused()
    page.keyboard.press("1")
    expect(minutes).to_contain_text("finner att regionstyrelsen bifaller det liggande förslaget")

    page.keyboard.press("v")
    groups = sheet.locator("select[data-ballot=party]")
    expect(groups.first).to_be_focused()
    page.keyboard.press("j")
    expect(groups.nth(1)).to_be_focused()
    for _ in range(groups.count() - 2):
        page.keyboard.press("J")
    page.keyboard.press("n")
    expect(sheet.locator("[data-count=missing]")).to_have_text("0")
    expect(sheet.locator("[data-count=no]")).not_to_have_text("0")
    expect(sheet.locator("[data-count=abstain]")).to_have_text("0")
    expect(page.get_by_role("button", name="För in omröstningen")).to_be_focused()
    page.keyboard.press("Enter")

    expect(minutes).to_contain_text("Omröstningen utfaller med")
    expect(minutes).to_contain_text("Ja-röst innebär bifall till det liggande förslaget.")


def test_a_tie_tells_that_the_chair_settles_it_before_it_is_saved(page: Page) -> None:
    page.locator("#panel-questions > summary").click()
    page.locator("#fraga-pa-tur-1 button").first.click()
    page.get_by_role("link", name="Omröstning begärs").click()
    sheet = page.locator("#omrostning-ny")
    sheet.get_by_text("Var och en").click()
    members = sheet.locator("select[data-ballot=member]")
    members.first.focus()

    for key in "fnnnnnnnjjjjjjj":
        page.keyboard.press(key)

    expect(members.first).to_have_value("absent")
    expect(sheet.locator("[data-tie]")).to_be_visible()
    page.reload()
    expect(sheet.locator("[data-count=missing]")).to_have_text("0")


@pytest.fixture(scope="module")
def sheet(chromium: Browser, module_site: Site) -> Iterator[Page]:
    """A window with the sheet of a vote, one line a member."""
    kept = kept_by(module_site.register, module_site.address, SECRETARY)
    with chromium.new_context(bypass_csp=True, storage_state=kept) as context:
        page = context.new_page()
        page.goto(draft_item(module_site, 88))
        page.locator("#panel-questions > summary").click()
        page.locator("#fraga-pa-tur-1 button").first.click()
        page.get_by_role("link", name="Omröstning begärs").click()
        page.locator("#omrostning-ny").get_by_text("Var och en").click()
        yield page


@pytest.mark.parametrize(
    "look",
    [
        pytest.param(Look(PHONE, "light"), id="phone, light"),
        pytest.param(Look(PHONE, "dark"), id="phone, dark"),
        pytest.param(Look(DESKTOP, "light"), id="desktop, light"),
        pytest.param(Look(DESKTOP, "dark"), id="desktop, dark"),
    ],
)
def test_the_sheet_of_a_vote_has_no_hindrance_that_axe_knows(sheet: Page, look: Look) -> None:
    look.at(sheet)

    expect(sheet.locator("select[data-ballot=member]").last).to_be_visible()
    assert hindrances(sheet) == ""
