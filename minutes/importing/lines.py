"""Lines of text with their page and place, as the reader of a file finds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u3000]+")
_OTHERS = (
    {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"}
    | dict.fromkeys("\uf0b7\uf0a7●▪‣◦⁃\uf02d", "•")
    | dict.fromkeys("\u2010\u00ad\x02\ufffe", "-")
)
"""Ligatures, bullets and hyphens of other kinds; a PDF's text layer has a control character for a
hyphen that ends a line."""
_ONE_KIND = str.maketrans(_OTHERS)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]|[^\S\n\t\u00a0-\uffff ]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of text between two left-right places (points in a PDF, columns in a text)."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `number` counts from 1 through the file, `page` from 1.

    `text` is its words with single spaces between its cells. Of a PDF's line it is known whether
    it is `bold`, and where on the page its `base` line is and its type's `size`, in points.
    A `footnote` stands at the foot of its page, outside the text.
    """

    number: int
    page: int
    cells: tuple[Cell, ...]
    bold: bool = False
    base: float = 0.0
    size: float = 0.0
    footnote: bool = False
    text: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for twenty times a line: a fifth of the whole reading where it is made anew.
        object.__setattr__(self, "text", " ".join(cell.text for cell in self.cells))

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on it."""
        return not self.cells


@dataclass(frozen=True, slots=True)
class Source:
    """A file as lines; `attached` is the record that a protocol of ours carries.

    `pictures` are those that go with the record, each as it was when its checksum was taken.
    """

    name: str
    lines: tuple[Line, ...]
    attached: bytes | None = None
    pictures: tuple[bytes, ...] = ()


def tidy(text: str) -> str:
    """NFC, one kind of space and bullet, ligatures taken apart, no invisible characters."""
    text = unicodedata.normalize("NFC", text.translate(_ONE_KIND))
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def from_cells(
    number: int,
    page: int,
    cells: Iterable[Cell],
    *,
    bold: bool = False,
    base: float = 0.0,
    size: float = 0.0,
) -> Line:
    """A line of those cells that hold something, tidied."""
    kept = (Cell(c.left, c.right, tidy(c.text)) for c in cells)
    return Line(number, page, tuple(c for c in kept if c.text), bold, base, size)


_COLUMNS = re.compile(r"\S+(?: {1,2}\S+)*|\S")


def from_text(number: int, page: int, text: str) -> Line:
    """A line of plain text; three spaces or a tab part two cells."""
    expanded = text.replace("\u00a0", " ").expandtabs(8)
    found = _COLUMNS.finditer(expanded)
    return from_cells(number, page, (Cell(m.start(), m.end(), m.group()) for m in found))


def last_filled(lines: Sequence[Line]) -> Line | None:
    """The last line that is not blank."""
    return next((line for line in reversed(lines) if not line.is_blank), None)
