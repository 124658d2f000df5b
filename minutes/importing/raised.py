"""Raised figures: how the marks of footnotes stand in a line of text."""

from __future__ import annotations

import re

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_UP, _DOWN = str.maketrans("0123456789", _RAISED), str.maketrans(_RAISED, "0123456789")
_FEW = re.compile(r"^\d{1,2}$")
MARK = re.compile(rf"(?<=\S)(?<![ ckdm]m)(?P<number>[{_RAISED}]{{1,2}})")
"""A mark behind a word; that of an area or a volume is none."""
ENTRY = re.compile(rf"^(?P<mark>[{_RAISED}]{{1,2}}) ?(?P<text>\S.*)$")
"""The note that a mark points to."""


def raised(text: str) -> str:
    """A figure as a raised one; other words, and long numbers, as they are."""
    return text.translate(_UP) if _FEW.match(text.strip()) else text


def number_of(figures: str) -> int:
    """What raised figures, or figures, say."""
    return int(figures.translate(_DOWN))
