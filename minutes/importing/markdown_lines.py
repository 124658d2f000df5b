"""A text in Markdown as the lines that it would have in a file without wrapping."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from minutes.importing.hyphens import Words
from minutes.importing.lines import Line, from_text
from minutes.importing.page import Page

UNWRAPPED = Page(right=math.inf, double_spaced=False, words=Words(()))
"""A page on which no line is ever full."""

_OWN_LINE = re.compile(r"^\s*(?:[-•*] |\d{1,2}[.)] |#{1,6} |\|)")
"""What begins a line of its own in Markdown: a list's entry, a heading, a table's row."""
_RULE = re.compile(r"^\|[ :|-]+\|$")
_MARKS = re.compile(r"^(?P<indent>\s*)(?:#{1,6} )")
_BLANK = re.compile(r"\n[ \t]*\n\s*\n")
_COLUMN = "    "


def _plain(line: str) -> str:
    """A line without the marks that are not printed."""
    if line.startswith("|"):
        return _COLUMN.join(cell.strip() for cell in line.strip("|").split(" | "))
    text = _MARKS.sub(r"\g<indent>", line)
    text = re.sub(r"^(\s*)- ", r"\1• ", text)
    return text.replace("\\", "")


def _joined(text: str) -> Iterator[str]:
    """The lines; one that only goes on with a paragraph or an entry is joined to it."""
    held = ""
    for line in text.split("\n"):
        goes_on = held.strip() and line.strip() and not _OWN_LINE.match(line)
        if goes_on and not held.startswith(("|", "#")):
            held = f"{held} {line.strip()}"
            continue
        yield held
        held = line
    yield held


def lines_of(text: str) -> list[Line]:
    """The lines of a section's text, numbered from 1."""
    whole = _BLANK.sub("\n\n", text)
    plain = (_plain(line) for line in _joined(whole) if not _RULE.match(line))
    return [from_text(number, 1, line) for number, line in enumerate(plain, 1)]
