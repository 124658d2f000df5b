"""Words broken at the end of a line: joined, or left with the hyphen that is their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_GOES_ON = re.compile(r"\w(?P<mark>[/–])$")
"""Where a line ends within "plus/minus" or "2027–2030"."""
_WORD = re.compile(r"[\w-]+", re.UNICODE)
_JOINERS = {"och", "eller", "samt", "respektive", "till", "som", "och/eller", "&"}
_OWN = {
    **dict.fromkeys(("ja", "nej"), ("röst", "proposition", "sida", "svar")),
    "att": ("sats",),
}
"""Words that keep their hyphen before words that begin so."""
_WHOLE = {"och", "eller"}
"""Words that no other word begins with: a hyphen behind one, at the end of a line, is a slip."""
_RANGES = {
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december", "måndag", "tisdag", "onsdag", "torsdag", "fredag",
}  # fmt: skip


class Words:
    """The words of a document that stand whole on a line: what a broken word is held against."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        for text in texts:
            found = _WORD.findall(text.lower())
            self._seen.update(found[:-1] if text.endswith("-") else found)

    def prefers_hyphen(self, left: str, right: str) -> bool:
        """Whether the document writes the word with its hyphen oftener than without."""
        return self._seen[f"{left}-{right}".lower()] > self._seen[(left + right).lower()]

    def has_joined(self, left: str, right: str) -> bool:
        """Whether the document writes the word without hyphen, and oftener so than with one."""
        return self._seen[(left + right).lower()] > self._seen[f"{left}-{right}".lower()]


def _keeps_hyphen(left: str, right: str, words: Words) -> bool:
    if not left or not right:
        return True
    if left[-1].isdigit() or right[0].isdigit():
        return True
    if right[0].isupper():
        return not words.has_joined(left, right)
    is_own = right.lower().startswith(_OWN.get(left.lower(), ()))
    is_initialism = left.isupper() or len(left) == 1
    is_range = left.lower() in _RANGES and right.lower() in _RANGES
    return is_own or is_initialism or is_range or words.prefers_hyphen(left, right)


def join(first: str, second: str, words: Words) -> str:
    """Two lines of a paragraph as one text.

    "förutsätt-" + "ningar" is joined, "EU-" + "program" keeps its hyphen, "hälso-" + "och
    sjukvård" keeps hyphen and space, "2027–" + "2030" is one span.
    """
    joins = second.split(" ", 1)[0].lower() in _JOINERS
    if (within := _GOES_ON.search(first)) and (within["mark"] == "/" or not joins):
        return first + second
    if not first.endswith("-") or first.endswith(" -") or not second:
        return f"{first} {second}".strip()
    if joins:
        return f"{first} {second}"
    left = _WORD.findall(first[:-1])[-1:] or [""]
    right = _WORD.findall(second)[:1] or [""]
    if left[0].lower() in _WHOLE:
        return f"{first[:-1]} {second}"
    left_part = left[0].rsplit("-", 1)[-1]
    if _keeps_hyphen(left_part, right[0], words):
        return first + second
    return first[:-1] + second
