"""How a page is looked at: in which window, by which light, and what hinders its readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.web.kinds import DESKTOP, PHONE, SMALLEST


@dataclass(frozen=True, slots=True)
class Look:
    """A window and a light, which an open page can change to."""

    window: ViewportSize
    scheme: Literal["light", "dark"]

    def at(self, page: Page) -> Page:
        """The page, as it looks so."""
        page.set_viewport_size(self.window)
        page.emulate_media(color_scheme=self.scheme)
        return page


LOOKS = (
    pytest.param(Look(PHONE, "dark"), id="phone, dark"),
    pytest.param(Look(DESKTOP, "light"), id="desktop"),
)
SMALL = Look(SMALLEST, "light")


def hindrances(page: Page) -> str:
    """What axe finds on the page, in words; nothing where nothing hinders."""
    found = Axe().run(page)
    return str(found.generate_report()) if found.violations_count else ""


def width_of(page: Page) -> int:
    """How many pixels wide the page is, though its window may be narrower."""
    return int(page.evaluate("document.documentElement.scrollWidth"))
