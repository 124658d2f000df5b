"""Nothing that is typed at the meeting is lost, and nothing is entered twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect
from sqlmodel import select

from minutes.store.session import session
from minutes.store.tables import Proposal
from tests.browser.served import Site, aside, draft_item, kept_by
from tests.databases import Register, opened
from tests.web.kinds import DESKTOP

SECRETARY = "sekreterare@sundevik.example"


def _entered(register: Register, words: str) -> int:
    """How many proposals say these words."""

    def count() -> int:
        with opened(register):
            return len(session().exec(select(Proposal).where(Proposal.text == words)).all())

    return aside(count)


@pytest.fixture
def signed_in(own_site: Site) -> StorageState:
    """What the secretary's browser keeps."""
    return kept_by(own_site.register, own_site.address, SECRETARY)


@pytest.fixture
def window(signed_in: StorageState, chromium: Browser) -> Iterator[BrowserContext]:
    """The secretary's browser."""
    with chromium.new_context(viewport=DESKTOP, storage_state=signed_in) as context:
        yield context


@pytest.fixture
def page(window: BrowserContext, own_site: Site) -> Page:
    """The screen of the §."""
    page = window.new_page()
    page.goto(draft_item(own_site, 88))
    return page


def _put(page: Page, words: str) -> None:
    """Enter an addition by keyboard."""
    page.keyboard.press("y")
    page.keyboard.type("elfv")
    page.keyboard.press("Tab")
    page.keyboard.type("Til")
    page.keyboard.press("Tab")
    page.keyboard.type(words)
    page.keyboard.press("Control+Enter")


def _state(page: Page, state: str) -> None:
    expect(page.locator("[data-said]")).to_have_attribute("data-state", state, timeout=20_000)


def test_a_proposal_is_entered_by_keyboard_and_stands_in_the_minutes(page: Page) -> None:
    _put(page, "redovisa kostnaden.")

    minutes = page.locator(".minutes")
    expect(minutes).to_contain_text("Kristina Elfving (C) föreslår följande tillägg: redovisa")
    expect(page.get_by_label("Vem").last).to_have_value("")


def test_what_is_sent_twice_in_a_row_is_entered_once(page: Page, own_site: Site) -> None:
    _put(page, "dubbelt.")
    page.keyboard.press("Control+Enter")
    _state(page, "saved")
    expect(page.locator(".minutes")).to_contain_text("dubbelt.")

    assert _entered(own_site.register, "dubbelt.") == 1


def test_what_is_sent_without_a_network_arrives_once_when_it_is_back(
    page: Page, window: BrowserContext, own_site: Site
) -> None:
    window.set_offline(True)
    _put(page, "utan nät.")
    _state(page, "offline")
    window.set_offline(False)
    _state(page, "saved")

    assert _entered(own_site.register, "utan nät.") == 1


def test_what_is_sent_while_the_server_is_down_arrives_when_it_is_up(
    page: Page, own_site: Site
) -> None:
    own_site.stop()
    _put(page, "servern är nere.")
    _state(page, "offline")
    own_site.start()
    _state(page, "saved")

    assert _entered(own_site.register, "servern är nere.") == 1


def test_whoever_is_refused_goes_on_typing_and_is_not_told_that_all_is_saved(page: Page) -> None:
    page.keyboard.press("y")
    page.keyboard.type("xyz")
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-wrong=yrkande-ny]")).to_be_visible()
    page.keyboard.type("n")

    _state(page, "unsettled")
    expect(page.locator("#yrkande-ny-who")).to_have_value("xyzn")


def test_what_the_server_fails_at_does_not_stand_in_the_way_of_the_rest(
    page: Page, own_site: Site
) -> None:
    page.route("**/anteckningar", lambda route: route.fulfill(status=500))
    page.keyboard.press("a")
    page.keyboard.type("elfv")
    page.locator("#anteckning-ny-text").fill("som servern inte klarar.")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Escape")
    _put(page, "efter felet.")
    _state(page, "saved")

    assert _entered(own_site.register, "efter felet.") == 1
    expect(page.locator("#anteckning-ny-text")).to_have_value("som servern inte klarar.")


def test_words_in_a_closed_window_stand_in_their_form_again(page: Page) -> None:
    page.keyboard.press("y")
    page.keyboard.type("elfv")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("halvfärdigt")
    page.reload()

    expect(page.locator("#yrkande-ny-text")).to_have_value("halvfärdigt")
    expect(page.locator("#yrkande-ny-who")).to_have_value("elfv")


def test_words_of_an_ended_session_are_saved_after_signing_in_again(
    page: Page, window: BrowserContext, own_site: Site, signed_in: StorageState
) -> None:
    way_in = page.locator(".saying").get_by_role("link", name="Logga in")
    expect(way_in).to_be_hidden()
    window.clear_cookies()
    _put(page, "utloggad.")
    _state(page, "out")

    with window.expect_page() as opened:
        way_in.click()
    expect(opened.value.get_by_label("E-postadress")).to_be_visible()
    opened.value.close()
    window.add_cookies(signed_in["cookies"])  # type: ignore[arg-type]  # as they were kept
    page.bring_to_front()
    _state(page, "saved")

    assert _entered(own_site.register, "utloggad.") == 1


def test_what_another_secretary_writes_comes_in(
    page: Page, chromium: Browser, signed_in: StorageState
) -> None:
    with chromium.new_context(viewport=DESKTOP, storage_state=signed_in) as other:
        second = other.new_page()
        second.goto(page.url)
        page.keyboard.press("y")
        page.keyboard.type("bladh")
        _put(second, "från den andra.")
        expect(second.locator(".minutes")).to_contain_text("från den andra.")

    expect(page.locator(".minutes")).to_contain_text("från den andra.", timeout=20_000)
    expect(page.locator("#yrkande-ny-who")).to_have_value("bladh")
