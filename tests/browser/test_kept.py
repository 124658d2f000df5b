"""Pages that one meets by mischance (a session has ended, one is signed out) read as all others."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import render_template
from playwright.sync_api import Browser, ViewportSize

from minutes.web.kept_forms import Kept
from tests.browser.served import aside
from tests.databases import Register
from tests.web.kinds import DESKTOP, PHONE, SMALLEST

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


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("window", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone, dark", "desktop"]
)
def test_it_has_no_hindrance_that_axe_knows(
    chromium: Browser,
    site: str,
    demo_register: Register,
    name: str,
    window: ViewportSize,
    scheme: Literal["light", "dark"],
) -> None:
    with chromium.new_context(viewport=window, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{site}/logga-in")
        page.set_content(_written(demo_register, name))
        found = Axe().run(page)
        page.set_viewport_size(SMALLEST)
        width = page.evaluate("document.documentElement.scrollWidth")

    assert found.violations_count == 0, found.generate_report()
    assert width <= SMALLEST["width"]
