"""An excerpt of a text, cut around what was looked for, with the words that were found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from minutes.domain.searching import places_of

LENGTH = 220
"""About so many characters are shown."""
_BEFORE = 60
_BESIDE = re.compile(r"!\[[^\]]*\]\([^)]*\)|^[\s|:-]*-{3,}[\s|:-]*$|^\s*[>#]+|\|", re.MULTILINE)
_EMPHASIS = re.compile(r"\*+|\\|(?<!\w)_+|_+(?!\w)")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text; `found` words are those that were looked for."""

    words: str
    found: bool = False


def unmarked(text: str) -> str:
    """A text in Markdown as plain words on one line."""
    told = _BESIDE.sub(" ", unicodedata.normalize("NFC", text))
    return " ".join(_EMPHASIS.sub("", told).split())


def most_telling(texts: Sequence[str], is_found: Callable[[str], bool]) -> str:
    """The text with the most of what was looked for, the first of those that have as much."""
    return max(texts, key=lambda text: len(places_of(text, is_found)), default="")


def _window(text: str, places: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    """Where to cut: from a little before the place with the most found words after it."""
    if not places:
        return 0, min(length, len(text))
    near = [sum(start <= s < start + length - _BEFORE for s, _ in places) for start, _ in places]
    start = max(0, places[near.index(max(near))][0] - _BEFORE)
    start = text.find(" ", start) + 1 if start and " " in text[start : start + _BEFORE] else start
    return start, min(len(text), start + length)


def excerpt(
    text: str, is_found: Callable[[str], bool], length: int = LENGTH
) -> tuple[Excerpt, ...]:
    """The piece of a plain text that tells most, in parts; a dot of three where it was cut."""
    places = places_of(text, is_found)
    start, stop = _window(text, places, length)
    stop = text.rfind(" ", start, stop) if stop < len(text) and " " in text[start:stop] else stop
    parts, at = [Excerpt("… ")] if start else [], start
    for begins, ends in places:
        if begins >= at and ends <= stop:
            parts += [Excerpt(text[at:begins]), Excerpt(text[begins:ends], found=True)]
            at = ends
    parts.append(Excerpt(text[at:stop] + (" …" if stop < len(text) else "")))
    return tuple(part for part in parts if part.words)
