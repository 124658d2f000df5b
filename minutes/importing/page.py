"""How the lines of a document run: its right edge, its spacing, its words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes.importing.hyphens import Words
from minutes.importing.lines import Line

_CHARACTERS_IN_A_LINE = 40
_WORD = re.compile(r"^\S+(?:(?<=\d) \d{3}\b)*(?: \([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\)\S*)?")
"""What stands on one line: a word, a whole number, a name with its party."""
ENDED = re.compile(r"[.!?:;…”\"]$")
"""How a sentence ends."""
NUMBER, BULLET = r"(?:\d{1,2}[.)]|[a-zåäö]\))", r"[•*–-]"
"""The marks of a list's entries, as regular expressions without groups."""
_HEADING = re.compile(r"^[A-ZÅÄÖ][^.!?;:]+[^.!?;:,–-]$")
_MARK = re.compile(rf"^(?:{NUMBER}|{BULLET})$")
_ROWS, _MOST = 2, 0.6
"""Rows that show how a document parts them, and the share that must do so."""
_ENOUGH, _FEW = 12, 0.03
"""Paragraphs that show how a document parts them, and the share that may do otherwise."""
_BENEATH = 0.4
"""How far beneath the top of the text, in points, a line no longer stands at it."""
_LONG = 0.8
"""Share of the text's width past which a line of prose without full stop must go on."""


@dataclass(frozen=True, slots=True)
class Page:
    """How the lines of a document run: its right edge, whether blank lines say anything.

    `prose` is false where each line may be an entry of its own; `parted` is true where a blank
    line stands between all paragraphs, so that none ends without one, and `rows_parted` where
    one stands between the rows of tables. `top` is where a line of a PDF stands that goes on
    with the page before: one that stands lower begins anew.
    """

    right: float
    double_spaced: bool
    words: Words
    prose: bool = True
    parted: bool = False
    rows_parted: bool = False
    top: float = 0.0

    def is_long(self, line: Line) -> bool:
        """Whether a line of prose reaches so far that it is no line of its own."""
        return self.prose and bool(line.cells) and line.cells[-1].right > _LONG * self.right

    def heads(self, lines: Sequence[Line]) -> bool:
        """Whether the first of the lines, after an ended sentence, is a sub-heading.

        Where blank lines stand between all lines only the words can tell: it is short, without
        full stop, and what follows would have had room on it but begins anew.
        """
        if len(lines) < 3 or not self.double_spaced or not _HEADING.match(lines[0].text):
            return False
        line, gap, after = lines
        if len(line.cells) > 1 or not gap.is_blank or after.is_blank or after.text[0].islower():
            return False
        return not self.is_long(line) and not self.is_full(line, after)

    def is_at_top(self, line: Line) -> bool:
        """Whether a line stands where those do that go on with the page before."""
        return self.top > 0 and line.base > self.top - _BENEATH

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word would not have fitted on this one."""
        if not line.cells or not following.cells:
            return False
        width = line.cells[-1].right - line.cells[0].left
        per_character = width / max(len(line.text), 1)
        word = _WORD.match(following.text)
        length = len(word.group() if word else "") + 1
        return line.cells[-1].right + length * per_character > self.right


def page_of(lines: Sequence[Line]) -> Page:
    """Measure the document: the edge that one long line in twenty reaches, and its spacing.

    Rows of tables may reach further than the text; they are not measured where it has any.
    """
    filled = [line for line in lines if not line.is_blank]
    long_lines = [x for x in filled if len(x.text) >= _CHARACTERS_IN_A_LINE] or filled
    long_lines = [line for line in long_lines if len(line.cells) == 1] or long_lines
    edges = sorted(line.cells[-1].right for line in long_lines) or [0.0]
    right = edges[int(0.95 * (len(edges) - 1))]
    page = Page(right, _is_double_spaced(lines), Words(line.text for line in filled))
    if page.double_spaced:
        return page
    parted, rows_parted = _is_parted(lines, page), _are_rows_parted(lines)
    return replace(page, parted=parted, rows_parted=rows_parted, top=_top(filled, page))


def _top(filled: Sequence[Line], page: Page) -> float:
    """The base line of the lines that begin a page in the middle of a sentence; 0 without any."""
    turns = [(x, after) for x, after in itertools.pairwise(filled) if x.page != after.page]
    begun = (after for x, after in turns if page.is_long(x) and not ENDED.search(x.text))
    return max((line.base for line in begun if not line.bold), default=0.0)


def _is_double_spaced(lines: Sequence[Line]) -> bool:
    """Whether blank lines stand between most lines, even in the middle of sentences."""
    filled = [(at, line) for at, line in enumerate(lines) if not line.is_blank]
    after_blank = [new for (i, _), (j, new) in itertools.pairwise(filled) if j > i + 1]
    inside = sum(1 for line in after_blank if line.text[0].islower())
    return len(after_blank) > 0.6 * len(filled) and inside > 0.1 * len(after_blank)


def _is_parted(lines: Sequence[Line], page: Page) -> bool:
    """Whether blank lines follow nearly all lines that end a sentence early."""
    parted = unparted = 0
    for line, after, third in zip(lines, lines[1:], lines[2:], strict=False):
        if not line.text.endswith(".") or line.is_blank:
            continue
        if after.is_blank and not third.is_blank:
            parted += 1
        elif after.text[:1].isupper() and not page.is_full(line, after):
            unparted += 1
    return parted >= _ENOUGH and unparted <= _FEW * parted


def _is_row(line: Line) -> bool:
    """Whether a line has columns, other than a list's mark with its entry."""
    return len(line.cells) > 1 and not _MARK.match(line.cells[0].text)


def _are_rows_parted(lines: Sequence[Line]) -> bool:
    """Whether a blank line stands between most rows of tables that follow each other.

    Under a row may stand what its cells go on with.
    """
    parted = unparted = 0
    gap: bool | None = None
    for line in lines:
        if _is_row(line):
            parted, unparted = parted + (gap is True), unparted + (gap is False)
            gap = False
        elif line.is_blank:
            gap = gap if gap is None else True
        elif gap:
            gap = None
    return parted >= _ROWS and parted >= _MOST * (parted + unparted)
