"""The labels of the front page, and what stands under each, in one column or side by side."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from minutes.importing.lines import Cell, Line
from minutes.importing.names import NAME
from minutes.importing.vocabulary import resource, whole

PEOPLE = ("serving", "substituting", "not_serving", "attending", "absent")
"""The labels with persons under them."""
_NEAR = 4.0
"""How far to the left of its column's heading, in points or characters, a cell may begin."""
_IN_A_LIST = re.compile(r"^§ ?\d{1,4}\b ?(?=[A-ZÅÄÖ])")
_BEFORE_TEXT = (*PEOPLE, "place_and_time", "adjusters")
"""The labels that may stand before their text without space between."""
_TEXT = re.compile(r"^[A-ZÅÄÖ\d]")
_NAMED = re.compile(rf"^{NAME}(?:,| ?\()")


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    raw = resource("vocabulary.toml")["front_page"]
    return tuple((name, whole(patterns)) for name, patterns in raw.items())


def label_of(text: str) -> str | None:
    """The label that a text is, if any."""
    bare = text.rstrip(":").strip()
    if not bare[:1].isupper():
        return None
    return next((name for name, pattern in _labels() if pattern.match(bare)), None)


def label_before(text: str, of: Sequence[str]) -> tuple[str, str] | None:
    """One of some labels at the beginning of a text, and what stands behind it."""
    words = text.split(" ")
    for n in range(min(4, len(words) - 1), 0, -1):
        label = label_of(" ".join(words[:n]))
        if label is not None and label in of:
            return label, " ".join(words[n:])
    return None


def _with_colon(text: str) -> tuple[str, str] | None:
    """A label with a colon behind it at the beginning of a text, and what follows."""
    head, colon, tail = text.partition(": ")
    label = label_of(head) if colon else None
    return (label, tail) if label else None


def beside_label(line: Line) -> str:
    """The text beside a label, up to the next label on the line."""
    texts = (cell.text for cell in line.cells[1:])
    return " ".join(itertools.takewhile(lambda x: not (label_of(x) or _with_colon(x)), texts))


def _split(line: Line, following: Line | None) -> tuple[str | None, str, bool]:
    """Label and text of a line, and whether the label goes on on the next line."""
    first, rest = line.cells[0].text, beside_label(line)
    if (with_colon := _with_colon(first)) is not None:
        return with_colon[0], f"{with_colon[1]} {rest}".strip(), False
    if following is not None and following.cells:
        both = label_of(f"{first} {following.cells[0].text}")
        if both is not None and first[:1].isupper() and following.cells[0].text[:1].islower():
            return both, rest, True
    before = label_before(first, _BEFORE_TEXT) if len(line.cells) == 1 else None
    if before is not None and _TEXT.match(before[1]):
        return *before, False
    return label_of(first), rest, False


@dataclass(slots=True)
class _Column:
    """What stands under a heading that has another beside it."""

    left: float
    label: str
    used: bool = False


@dataclass(slots=True)
class _Reader:
    """The front page as far as it has been read."""

    found: dict[str, list[str]] = field(default_factory=lambda: {"start": []})
    current: str = "start"
    label_goes_on: bool = False
    columns: list[_Column] = field(default_factory=list)

    def take(self, line: Line, following: Line | None, *, after_blank: bool) -> None:
        """Read the next line."""
        if self.label_goes_on:
            self.label_goes_on = False
            self._add(self.current, " ".join(cell.text for cell in line.cells[1:]))
        elif headings := _side_by_side(line):
            self.columns = headings
            self.current = headings[0].label
        elif self.columns and not self._ends(line, following, after_blank=after_blank):
            for cell in line.cells:
                self._take_cell(cell)
        else:
            self.columns = []
            self._take_line(line, following)

    def _ends(self, line: Line, following: Line | None, *, after_blank: bool) -> bool:
        """Whether a line ends the columns, by a label at the left that is none of theirs."""
        label = _split(line, following)[0]
        if label is None or self._column(line.cells[0]) is not self.columns[0]:
            return bool(_IN_A_LIST.match(line.text))
        return label not in PEOPLE or after_blank or not self.columns[0].used

    def _column(self, cell: Cell) -> _Column:
        reached = [column for column in self.columns if column.left <= cell.left + _NEAR]
        return reached[-1] if reached else self.columns[0]

    def _take_cell(self, cell: Cell) -> None:
        column, label = self._column(cell), label_of(cell.text)
        if label in PEOPLE:
            column.label = label
        else:
            column.used = True
            self._add(column.label, cell.text)

    def _take_line(self, line: Line, following: Line | None) -> None:
        label, rest, self.label_goes_on = _split(line, following)
        if label is None and _IN_A_LIST.match(line.text):
            label, rest = "end", line.text
        self.current = label or self.current
        for text in [rest] if label else self._parted(line):
            self._add(self.current, text)

    def _parted(self, line: Line) -> list[str]:
        """A line's persons one by one, where it names several side by side."""
        texts = [cell.text for cell in line.cells]
        alone = self.current not in PEOPLE or not all(_NAMED.match(text) for text in texts)
        return [line.text] if alone else texts

    def _add(self, label: str, text: str) -> None:
        if text:
            self.found.setdefault(label, []).append(text)


def _side_by_side(line: Line) -> list[_Column]:
    """The columns that a line opens which is nothing but labels side by side."""
    labels = [label_of(cell.text) for cell in line.cells]
    named = [label for label in labels if label is not None]
    if len(named) < 2 or len(named) < len(labels):
        return []
    return [_Column(cell.left, label) for cell, label in zip(line.cells, named, strict=True)]


def _with_blanks(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """The filled lines, each with whether a blank one stands before it."""
    blank = False
    for line in lines:
        if not line.is_blank:
            yield line, blank
        blank = line.is_blank


def by_label(lines: Sequence[Line]) -> dict[str, list[str]]:
    """The texts under each label, in order; texts before the first stand under "start"."""
    reader = _Reader()
    filled = list(_with_blanks(lines))
    for (line, after_blank), after in itertools.zip_longest(filled, filled[1:]):
        reader.take(line, after[0] if after else None, after_blank=after_blank)
    return reader.found
