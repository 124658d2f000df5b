"""An agenda is ordered by hand and by keys, and annexes are sent, in the browser itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser.looks import LOOKS, Look, hindrances
from tests.browser.served import Site, aside, kept_by
from tests.databases import Register
from tests.web.desk import Desk
from tests.web.kinds import DESKTOP
from tests.web.planned import AGENDA, PLACE, key, paper, plan

TITLES = ["Budget", "Bussar", "Vård", "Val"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A demonstration of its own with a meeting to come, and what its secretary's browser keeps."""

    address: str
    kept: StorageState
    papers: str


@pytest.fixture(scope="module")
def prepared(chromium: Browser, module_site: Site) -> Prepared:
    """A meeting to come, with four items on its agenda."""
    item = aside(lambda: _planned(module_site.register))
    kept = kept_by(module_site.register, module_site.address, "sekreterare@sundevik.example")
    return Prepared(module_site.address, kept, f"{PLACE}/punkt/{item}/underlag")


def _planned(register: Register) -> int:
    """Plan the meeting; the key of one of its items."""
    register.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
    return key(plan(Desk(register), *TITLES), "Bussar")


@pytest.fixture
def page(prepared: Prepared, chromium: Browser) -> Iterator[Page]:
    """The agenda in front of the secretary."""
    with chromium.new_context(viewport=DESKTOP, storage_state=prepared.kept) as context:
        page = context.new_page()
        page.goto(prepared.address + AGENDA)
        yield page


def _titles(page: Page) -> list[str]:
    return page.locator(".agenda-list .title").all_inner_texts()


def _saved(page: Page) -> None:
    expect(page.locator("[data-said]")).to_have_text("Allt är sparat")


def test_an_item_is_moved_by_alt_and_an_arrow_and_its_place_is_told(page: Page) -> None:
    before = _titles(page)
    grip = page.get_by_role("button", name=f"Flytta {before[0]}: Alt")
    grip.focus()

    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("[data-announce]")).to_have_text(f"{before[0]}: plats 2 av 4")
    _saved(page)

    expect(page.locator(".agenda-list .title").nth(1)).to_have_text(before[0])
    expect(page.get_by_role("button", name=f"Flytta {before[0]}: Alt")).to_be_focused()
    page.reload()
    assert _titles(page) == [before[1], before[0], *before[2:]]


def test_whoever_takes_an_item_off_the_list_stands_at_the_next_one(page: Page) -> None:
    titles = _titles(page)

    page.get_by_role("button", name=f"Ta bort {titles[1]}").press("Enter")
    expect(page.locator(".agenda-list .title")).to_have_count(3)
    _saved(page)

    expect(page.get_by_role("link", name=titles[2], exact=True)).to_be_focused()
    page.get_by_role("button", name="Återta").press("Enter")
    expect(page.locator(".agenda-list .title")).to_have_count(4)


def test_an_item_is_dragged_to_another_place(page: Page) -> None:
    before = _titles(page)
    page.wait_for_load_state()
    grips = page.locator("[data-grip]")
    start, end = grips.nth(3).bounding_box(), grips.nth(0).bounding_box()
    assert start
    assert end

    page.mouse.move(start["x"] + 10, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 10, start["y"] - 20, steps=4)
    page.mouse.move(end["x"] + 10, end["y"] + 4, steps=12)
    expect(page.locator(".agenda-list .title").first).to_have_text(before[3])
    page.mouse.up()
    _saved(page)

    page.reload()
    assert _titles(page) == [before[3], *before[:3]]


def test_annexes_are_sent_several_at_once(page: Page, tmp_path: Path) -> None:
    for name in ("Karta", "Kalkyl"):
        (tmp_path / f"{name}.pdf").write_bytes(paper(name))
    page.get_by_role("link", name="Bussar").click()

    page.get_by_label("PDF-filer").set_input_files(
        [tmp_path / "Karta.pdf", tmp_path / "Kalkyl.pdf"]
    )
    page.get_by_role("button", name="Lägg till bilagor").click()

    expect(page.get_by_role("link", name="Karta")).to_be_visible()
    expect(page.get_by_role("link", name="Kalkyl")).to_be_visible()


def test_words_are_saved_as_they_are_typed_and_shown_beside(page: Page) -> None:
    page.get_by_role("link", name="Vård").click()
    page.wait_for_load_state()
    summary = page.locator("#avsnitt-summary-text")

    summary.fill("Den **nära** vården.")

    expect(page.locator("#avsnitt-summary-visning strong")).to_have_text("nära")
    summary.press_sequentially(" Mer.")
    expect(page.locator("#avsnitt-summary-visning")).to_contain_text("Mer.")


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_before_a_meeting_have_no_hindrance_that_axe_knows(
    prepared: Prepared, chromium: Browser, look: Look
) -> None:
    pages = [
        "/arbete",
        "/arbete/regionstyrelsen",
        "/arbete/regionstyrelsen/staende-punkter",
        AGENDA,
    ]
    with chromium.new_context(
        bypass_csp=True, storage_state=prepared.kept, base_url=prepared.address
    ) as context:
        page = look.at(context.new_page())
        for address in [*pages, prepared.papers]:
            page.goto(address)
            assert hindrances(page) == ""
