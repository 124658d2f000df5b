"""Somebody at the screen who has no mouse: every key is counted, and the time at each §."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

_FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "";
  const label = one.getAttribute("aria-label") ?? one.labels?.[0]?.innerText ?? one.innerText ?? "";
  return label.trim().replace(/\\s+/g, " ");
}"""
_TYPING = "() => document.activeElement.matches('input, textarea, select')"
_SETTLED = """() => {
  const said = document.querySelector("[data-said]");
  return !said || !["sending", "offline", "out"].includes(said.dataset.state);
}"""
_FARTHEST = 60
"""How many times somebody presses Tab before they give up."""
PATIENCE = 60_000
"""Milliseconds that the server may take, while it is started again too."""


@dataclass(frozen=True, slots=True)
class Stay:
    """What a § took: keys, and seconds with all that the server did."""

    name: str
    keys: int
    seconds: float


class Keyboard:
    """Works a page by keys alone."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wire = page.context.new_cdp_session(page)
        self.keys = 0
        self.stays: list[Stay] = []

    @contextmanager
    def at(self, name: str) -> Iterator[None]:
        """Count what happens at a §."""
        keys, begun = self.keys, time.perf_counter()
        yield
        self.stays.append(Stay(name, self.keys - keys, time.perf_counter() - begun))

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def write(self, words: str) -> None:
        """Type where the focus is."""
        for letter in words:
            if letter.isascii():
                self.page.keyboard.press("Enter" if letter == "\n" else letter)
            else:
                self._strike(letter)
        self.keys += len(words)

    def _strike(self, letter: str) -> None:
        """Press a key of the Swedish keyboard: Playwright's is American, and would paste it."""
        for kind in ("keyDown", "keyUp"):
            told = {"type": kind, "key": letter, "text": letter if kind == "keyDown" else ""}
            self.wire.send("Input.dispatchKeyEvent", told)

    @property
    def focus(self) -> str:
        """What the focus is at, by its label or its words."""
        return str(self.page.evaluate(_FOCUS))

    @property
    def is_typing(self) -> bool:
        """Whether the focus is in a field, where letters are letters."""
        return bool(self.page.evaluate(_TYPING))

    def to(self, label: str, key: str = "Tab") -> None:
        """Go on with Tab until the focus is at what is called so."""
        passed = []
        for _ in range(_FARTHEST):
            self.press(key)
            passed.append(self.focus)
            if passed[-1].startswith(label):
                return
        raise AssertionError(f"no key leads to {label}, only to {passed}")

    def fill(self, label: str, words: str) -> None:
        """Go to a field and type in it."""
        self.to(label)
        self.write(words)

    def choose(self, label: str, key: str = "Enter") -> None:
        """Go to a button or a link, press it, and wait until it has been done."""
        self.to(label)
        self.act(key)

    def act(self, *keys: str) -> None:
        """Press keys that have something saved, and wait until it is."""
        self.press(*keys)
        self.page.wait_for_function(_SETTLED, timeout=PATIENCE)

    def leave(self, *keys: str) -> None:
        """Press keys that lead to another page, and wait until it is there."""
        here = self.page.url
        self.press(*keys)
        self.page.wait_for_function(f"() => location.href !== {here!r}", timeout=PATIENCE)
        self.page.wait_for_load_state()

    @property
    def minutes(self) -> str:
        """The § as it will stand in the minutes."""
        return " ".join(self.page.locator(".minutes").inner_text().split())

    def told(self) -> str:
        """The table of what each § took."""
        total = Stay("in all", self.keys, sum(stay.seconds for stay in self.stays))
        rows = [f"{s.name:<44}{s.keys:>6}{s.seconds:>8.1f}" for s in (*self.stays, total)]
        return "\n".join([f"{'§':<44}{'keys':>6}{'s':>8}", *rows])
