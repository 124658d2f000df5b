"""Everybody can read every kind of page, on a phone and a desktop, in light and in dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState

from tests.browser.looks import LOOKS, SMALL, Look, hindrances, width_of
from tests.web.kinds import DESKTOP, KINDS, SMALLEST


@pytest.fixture(scope="module")
def page(chromium: Browser, site: str, registrar: StorageState) -> Iterator[Page]:
    """A registrar's window, in which the tests read one page after the other."""
    with chromium.new_context(bypass_csp=True, storage_state=registrar, base_url=site) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def strict(chromium: Browser, site: str, registrar: StorageState) -> Iterator[Page]:
    """A window that keeps to what a page says of its scripts and styles, as everybody's does."""
    with chromium.new_context(viewport=DESKTOP, storage_state=registrar, base_url=site) as context:
        yield context.new_page()


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
@pytest.mark.parametrize("look", LOOKS)
def test_a_page_has_no_hindrance_that_axe_knows(page: Page, address: str, look: Look) -> None:
    look.at(page).goto(address)

    assert hindrances(page) == ""


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_nothing_is_wider_than_the_smallest_screen(page: Page, address: str) -> None:
    SMALL.at(page).goto(address)

    assert width_of(page) <= SMALLEST["width"]


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_a_page_needs_no_script_and_nothing_from_elsewhere(
    strict: Page, site: str, address: str
) -> None:
    told: list[str] = []
    asked_for: list[str] = []
    strict.on("console", lambda message: told.append(message.text))
    strict.on("request", lambda asked: asked_for.append(asked.url))

    strict.goto(address)

    assert asked_for
    assert [line for line in told if "404" not in line] == []
    assert [url for url in asked_for if not url.startswith((f"{site}/", "data:"))] == []
