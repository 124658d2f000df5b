"""A question is put and a vote taken down by keyboard, and everybody can read the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect
from sqlmodel import select

from minutes.store.session import session
from minutes.store.tables import Body, Item
from tests.browser.looks import Look, hindrances
from tests.browser.served import Site, aside, kept_by, own
from tests.databases import opened
from tests.web.kinds import DESKTOP, PHONE

SECRETARY = "sekreterare@sundevik.example"


def _address(site: Site) -> str:
    """The screen of a § of the board's draft in which nothing was moved."""

    def item() -> int:
        with opened(site.register):
            of_board = select(Item.id).join(Body).where(Body.slug == "regionstyrelsen")
            return session().exec(of_board.where(Item.year == 2026, Item.number == 88)).one()

    return f"{site.address}/arbete/regionstyrelsen/2026-10-28/punkt/{aside(item)}"


@pytest.fixture
def signed_in(own_site: Site) -> StorageState:
    """What the secretary's browser keeps."""
    return kept_by(own_site.register, own_site.address, SECRETARY)


@pytest.fixture
def page(chromium: Browser, own_site: Site, signed_in: StorageState) -> Iterator[Page]:
    """The secretary's window, on the screen of the §."""
    with chromium.new_context(viewport=DESKTOP, storage_state=signed_in) as context:
        page = context.new_page()
        page.goto(_address(own_site))
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
def sheet(
    chromium: Browser, run_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A window with the sheet of a vote, one line a member."""
    with own(run_folder, tmp_path_factory.mktemp("voting") / "own") as site:
        kept = kept_by(site.register, site.address, SECRETARY)
        with chromium.new_context(bypass_csp=True, storage_state=kept) as context:
            page = context.new_page()
            page.goto(_address(site))
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
