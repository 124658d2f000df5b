"""A secretary whose server stops in the middle, and who is not alone at the §."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Page

from tests.browser.keyboard import PATIENCE
from tests.browser.meeting import Secretary
from tests.browser.served import Site


class Disturbed(Secretary):
    """Each of the `stops` tells before which of her presses that save the server is gone.

    What the substitute for a member moves, another secretary enters at the same §, while this one
    has begun to type.
    """

    def __init__(self, page: Page, site: Site, other: Secretary, stops: Sequence[int]) -> None:
        super().__init__(page)
        self.site = site
        self.other = other
        self.stops = set(stops)
        self.saved = 0

    def act(self, *keys: str) -> None:
        """Press keys that save, while the server is down where it is time for that."""
        self.saved += 1
        if self.saved not in self.stops:
            super().act(*keys)
            return
        self.stops.discard(self.saved)
        self.site.stop()
        self.press(*keys)
        said = "() => document.querySelector('[data-said]').dataset.state === 'offline'"
        self.page.wait_for_function(said, timeout=PATIENCE)
        self.site.start()
        super().act()

    def put(self, who: str, kind: str, words: str = "") -> None:
        """Enter a proposal, or let the other do it while this one has half of a name typed."""
        if who != "brandt":
            super().put(who, kind, words)
            return
        self.write("el")
        self.other.page.goto(self.page.url)
        self.other.put(who, kind, words)
        self.press("Backspace", "Backspace")
