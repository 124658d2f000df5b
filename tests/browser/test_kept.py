"""Pages that one meets by mischance (a session has ended, one is signed out) read as all others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import render_template
from playwright.sync_api import Browser, Page

from minutes.web.kept_forms import Kept
from tests.browser.looks import LOOKS, SMALL, Look, hindrances, width_of
from tests.browser.served import aside
from tests.databases import Register
from tests.web.kinds import SMALLEST

_WORDS = "Ordföranden yrkar bifall till det liggande förslaget. " * 8
_KEPT = (Kept("/arbete/regionstyrelsen/2026-10-28/punkt/1/yrkanden", (("text", _WORDS),)),)
PAGES = {
    "words that were kept": ("accounts/kept.html", {"page": _KEPT, "files": True}),
    "nothing could be kept": ("accounts/kept.html", {"page": (), "files": False}),
    "on the way out": ("accounts/leave.html", {"onward": "/#ute", "name": "Regionens inloggning"}),
}


def _written(register: Register, name: str) -> str:
    """The page, without the line that leads on by itself."""
    template, known = PAGES[name]

    def write() -> str:
        with register.app.test_request_context("/"):
            return render_template(template, **known)

    return aside(write).replace('http-equiv="refresh"', 'name="refresh"')


@pytest.fixture(scope="module")
def page(chromium: Browser, site: str) -> Iterator[Page]:
    """A window at the way in, where each of the pages is put in its place."""
    with chromium.new_context(bypass_csp=True, base_url=site) as context:
        page = context.new_page()
        page.goto("/logga-in")
        yield page


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("look", LOOKS)
def test_it_has_no_hindrance_that_axe_knows(
    page: Page, demo_register: Register, name: str, look: Look
) -> None:
    look.at(page).set_content(_written(demo_register, name))
    found = hindrances(page)

    assert found == ""
    assert width_of(SMALL.at(page)) <= SMALLEST["width"]
