"""Footnotes where pages end, taken out of the text that goes on over them."""

from __future__ import annotations

import itertools
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutes.importing.headings import heading_of
from minutes.importing.lines import Cell, Line
from minutes.importing.numbered_points import PLAIN_NUMBER
from minutes.importing.page import ENDED
from minutes.importing.raised import ENTRY, MARK, number_of, raised

_RULE = re.compile(r"^[_–—-]{5,}$")
_SMALL = 0.93
"""Share of the text's size beneath which type is that of notes."""
_MOST = 5
"""How many lines a note at the end of a page may take where nothing else sets it apart."""
_RUNNING = 40
"""So many characters a line of running text has."""
_GLUED = r"(?<=[a-zåäö][a-zåäö).,”%]){}(?=[\s.,;:)]|$)"
"""A note's number right behind a word: what a raised figure becomes in plain text."""


@dataclass(frozen=True, slots=True)
class _Note:
    """A note by its lines, the first one at `start`, and the line that has its mark, if found."""

    number: int
    start: int
    end: int
    marked: int | None


def _text_size(lines: Sequence[Line]) -> float:
    """The size of most of the text; 0 where it is not told."""
    if not next((line.size for line in lines if line.cells), 0.0):
        return 0.0
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=sizes.__getitem__, default=0.0)


def _end(lines: Sequence[Line], start: int) -> int:
    """Where a note ends: at a gap, another note, larger type or the middle of a sentence."""
    first = lines[start]
    for at in range(start + 1, len(lines)):
        line, before = lines[at], lines[at - 1]
        other = line.is_blank or line.page != first.page or line.size > first.size
        if other or ENTRY.match(line.text) or PLAIN_NUMBER.match(line.text) or heading_of(line):
            return at
        if before.text.endswith(".") and line.text[0].islower():
            return at
    return len(lines)


def _is_set_apart(lines: Sequence[Line], at: int, size: float) -> bool:
    """Whether a line stands in small type, or ends a page of several."""
    if 0 < lines[at].size < _SMALL * size:
        return True
    end = _end(lines, at)
    is_last = end < len(lines) and lines[end].page > lines[at].page
    return is_last and end - at <= _MOST


def _marks(line: Line, number: int, *, glued: bool) -> int:
    found = sum(number_of(m["number"]) == number for m in MARK.finditer(line.text))
    return found or (len(re.findall(_GLUED.format(number), line.text)) if glued else 0)


def _marked(lines: Sequence[Line], at: int, number: int, *, glued: bool) -> int | None:
    """The line above on the same page that has the note's mark; None where it is not sure."""
    page = itertools.takewhile(lambda i: lines[i].page == lines[at].page, range(at - 1, -1, -1))
    found = [(i, n) for i in page if (n := _marks(lines[i], number, glued=glued))]
    sure = found and (not glued or sum(n for _, n in found) == 1)
    return found[-1][0] if sure else None


def _breaks_a_sentence(lines: Sequence[Line], at: int) -> bool:
    """Whether the text above goes on behind the notes that begin here."""
    text = (line for line in reversed(lines[:at]) if not line.is_blank)
    above = next((line.text for line in text if not _RULE.match(line.text)), "")
    return len(above) >= _RUNNING and not ENDED.search(above)


def _note(lines: Sequence[Line], at: int, size: float, *, ruled: bool, foot: bool) -> _Note | None:
    """The note that begins on a line, if one does.

    It may be `ruled` off from the text, and known to stand in the `foot` whether marked or not.
    """
    line = lines[at]
    if not line.text[:1].isdigit():
        return None
    match = ENTRY.match(line.text) or PLAIN_NUMBER.match(line.text)
    if match is None:
        return None
    plain = match.re is PLAIN_NUMBER
    number = number_of(match["mark"])
    if plain and not ruled and not _is_set_apart(lines, at, size):
        return None
    marked = _marked(lines, at, number, glued=plain and not line.size)
    known = marked is not None or foot or not plain
    return _Note(number, at, _end(lines, at), marked) if known else None


def _under_rules(lines: Sequence[Line], furniture: Sequence[Line]) -> set[int]:
    """Numbers of the lines right under a rule, which may be taken for one of the page's own."""
    rules = [line.number for line in (*lines, *furniture) if _RULE.match(line.text)]
    if not rules:
        return set()
    filled = [line.number for line in lines if not line.is_blank and not _RULE.match(line.text)]
    return {filled[at] for rule in rules if (at := bisect(filled, rule)) < len(filled)}


def _notes(lines: Sequence[Line], furniture: Sequence[Line]) -> Iterator[_Note]:
    size, under = _text_size(lines), _under_rules(lines, furniture)
    at, foot = 0, False
    while at < len(lines):
        ruled = foot or lines[at].number in under
        foot = foot or (ruled and _breaks_a_sentence(lines, at))
        note = _note(lines, at, size, ruled=ruled, foot=foot)
        if note is not None:
            yield note
        foot = note is not None or (foot and lines[at].is_blank)
        at = note.end if note is not None else at + 1


def _with_mark(line: Line, number: int) -> Line:
    """The line with the note's mark raised; on paper it is so already."""
    if line.size:
        return line
    glued = re.compile(_GLUED.format(number))
    cells = (replace(c, text=glued.sub(raised(str(number)), c.text)) for c in line.cells)
    return replace(line, cells=tuple(cells))


def _as_entry(lines: Sequence[Line], note: _Note) -> list[Line]:
    """The note's lines, its number raised where its mark is found."""
    first, *rest = (replace(line, footnote=True) for line in lines[note.start : note.end])
    match = PLAIN_NUMBER.match(first.text) if note.marked is not None else None
    if match is not None:
        text = f"{raised(match['mark'])} {match['text']}"
        first = replace(first, cells=(Cell(first.cells[0].left, first.cells[-1].right, text),))
    return [first, *rest]


def with_footnotes_at_marks(lines: Sequence[Line], furniture: Sequence[Line]) -> list[Line]:
    """The lines, each note behind the line that has its mark; others stay where they are.

    The rules above notes are left out; `furniture` are the lines that the page has taken.
    """
    whole: list[list[Line]] = [[line] for line in lines]
    for note in _notes(lines, furniture):
        entry = _as_entry(lines, note)
        for at in range(note.start, note.end):
            whole[at] = []
        if note.start and _RULE.match(lines[note.start - 1].text):
            whole[note.start - 1] = []
        home = note.start if note.marked is None or not whole[note.marked] else note.marked
        whole[home] = [_with_mark(line, note.number) for line in whole[home]] + entry
    return list(itertools.chain.from_iterable(whole))
