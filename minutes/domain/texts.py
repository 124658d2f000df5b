"""What a text in the minutes may hold, so that it can be read back from the document."""

from __future__ import annotations

import re
import unicodedata

from minutes.domain.errors import Phrase, RuleBroken

LONGEST_TEXT = 200_000
_CONTROL = {"Cc", "Cs", "Co", "Cn"}
_END = re.compile(r"[.!?:…”\")]$")


def clean(text: str) -> str:
    """Normalise to NFC, drop trailing space on lines and blank lines at the ends."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def require_readable(text: str, what: Phrase) -> None:
    """Refuse control characters and texts past 200,000 characters.

    Raises RuleBroken naming `what` (a Swedish noun in its definite form).
    """
    if len(text) > LONGEST_TEXT:
        raise RuleBroken(
            "{what} är längre än {longest} tecken. Lägg den som bilaga.",
            what=what,
            longest=LONGEST_TEXT,
        )
    for character in text:
        if character not in "\n\t" and unicodedata.category(character) in _CONTROL:
            code = f"U+{ord(character):04X}"
            raise RuleBroken(
                "{what} innehåller ett osynligt styrtecken ({code}). Ta bort det.",
                what=what,
                code=code,
            )


def sentence(text: str) -> str:
    """The text with a full stop if it has no closing mark of its own."""
    text = text.strip()
    return text if not text or _END.search(text) else text + "."


def upper_first(text: str) -> str:
    """The text with its first letter upper-case, the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with its first letter lower-case, the rest untouched."""
    return text[:1].lower() + text[1:]


LONGEST_TITLE = 500
LONGEST_DNR = 100


def require_title(title: str) -> None:
    """Refuse an empty title, one of several lines, and one past 500 characters.

    Raises RuleBroken.
    """
    if not title.strip():
        raise RuleBroken("Rubriken saknas. Skriv vad ärendet gäller.")
    if len(title) > LONGEST_TITLE or "\n" in title:
        raise RuleBroken("Rubriken ska vara en rad på högst {most} tecken.", most=LONGEST_TITLE)
    require_readable(title, Phrase("Rubriken"))


def require_line(text: str, what: Phrase, most: int = LONGEST_TITLE) -> None:
    """Refuse several lines, and more than `most` characters; an empty text is none.

    Raises RuleBroken naming `what` (a Swedish noun in its definite form).
    """
    if len(text) > most or "\n" in text:
        raise RuleBroken("{what} ska vara en rad på högst {most} tecken.", what=what, most=most)
    require_readable(text, what)
