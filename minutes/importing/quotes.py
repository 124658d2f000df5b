"""Quotations in running text: where one is still open, and its words without the marks."""

from __future__ import annotations

import re

_OPENS = re.compile(r"(?:^|(?<=[\s(\[]))[”\"“](?=\S)")
_MARKS = re.compile(r"[”\"“]")
_QUOTED = re.compile(r"^[”\"“](?P<text>.*?)[”\"]?\.?$", re.S)


def open_quotes(text: str) -> int:
    """How many quotations the text opens without closing; negative where it closes more.

    Swedish opens and closes with the same mark: one behind a space opens, any other closes.
    """
    opened = len(_OPENS.findall(text))
    return 2 * opened - len(_MARKS.findall(text))


def unquoted(text: str) -> str:
    """The text without the marks that stand around the whole of it."""
    quoted = _QUOTED.match(text.strip())
    return quoted["text"] if quoted else text.strip()
