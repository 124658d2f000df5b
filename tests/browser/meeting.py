"""A secretary takes the minutes of a whole meeting, by keys alone."""

from __future__ import annotations

from tests.browser.keyboard import PATIENCE, Keyboard


class Secretary(Keyboard):
    """What a secretary does at the screen, in the keys that it takes."""

    def put(self, who: str, kind: str, words: str = "") -> None:
        """Enter a proposal in the line for the next."""
        if not self.is_typing:
            self.press("y")
        self.write(who)
        self.press("Tab")
        self.write(kind)
        if words:
            self.press("Tab")
            self.write(words)
        self.act("Control+Enter")

    def find(self, *findings: str) -> None:
        """Enter what the chair found of each question in turn, by the number of the finding."""
        self.rest()
        self.press("f")
        for finding in findings:
            self.act(finding)

    def vote(self, answers: str, lot: str = "") -> None:
        """Take down a vote on the last question, an answer a party group."""
        self.rest()
        self.press("v", *answers)
        if lot:
            assert self.focus.startswith("Vid lika"), f"the lot comes last, not {self.focus}"
            self.write(lot)
            self.act("Control+Enter")
        else:
            self.act("Enter")

    def reserve(self, who: str, motivation: str) -> None:
        """Enter a reservation in favour of one's own proposal."""
        self._begin("e")
        self.write(who)
        self.press("Tab")
        self.write("eget yrkande")
        self.press("Tab")
        self.write(motivation)
        self.act("Control+Enter")

    def note(self, who: str, words: str) -> None:
        """Enter a note; a party's mark is its group."""
        self._begin("a")
        self.write(who)
        self.press("Tab", "Tab")
        self.write(words)
        self.act("Control+Enter")

    def _begin(self, key: str) -> None:
        """Go to the line for a new entry of the panel with that key."""
        self.rest()
        self.press(key)

    def rest(self) -> None:
        """Leave the field, so that letters are keys."""
        if self.is_typing:
            self.press("Escape")

    def decide(self) -> None:
        """Decide by the first of the presses that the panel offers."""
        self.rest()
        self.press("b")
        self.act("Enter")

    @property
    def heading(self) -> str:
        """Which § this is."""
        return " ".join(self.page.locator("h1").inner_text().split())

    def close(self) -> None:
        """Close the §, which opens the next; after the last one stays."""
        here = self.page.url
        self.press("F9")
        gone = f"() => location.href !== {here!r} || !document.getElementById('avslut')"
        self.page.wait_for_function(gone, timeout=PATIENCE)
        self.page.wait_for_load_state()
