"""Page furniture: running headers and footers, page numbers and lines for initials."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from minutes.importing.headings import heading_of
from minutes.importing.layouts import Layout
from minutes.importing.lines import Line
from minutes.importing.references import is_reference

_TOP, _BOTTOM = 9, 6
"""How many filled lines of a page may be its header and its footer."""
_ROUNDS = 3
"""How far from a line known as furniture its neighbours are looked for."""
_DIGITS = re.compile(r"\d+")
_OF_THE_TEXT = re.compile(r"^(?:\d+[.)] |[•–-] )|[Bb]eslutar?\b|\bföreslår\b|[.:]$")


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if not line.is_blank:
            pages[line.page].append(line)
    return list(pages.values())


def _margins(page: list[Line]) -> Iterator[Line]:
    yield from page[:_TOP]
    yield from page[max(_TOP, len(page) - _BOTTOM) :]


def _could_be(line: Line, layout: Layout) -> bool:
    """A §, a heading or a list entry recurs by nature: never furniture by that alone."""
    opens = layout.heading.match(line.text) or layout.dnr.match(line.text) or heading_of(line)
    return not opens and not _OF_THE_TEXT.search(line.text)


def _could_recur(line: Line, layout: Layout) -> bool:
    """The same in the margins of pages, where a new § may begin with its reference."""
    return _could_be(line, layout) and not is_reference(line.text)


def _enough(pages: int) -> float:
    """How often a line must come to be furniture: three times, and on a third of the pages."""
    return max(3, pages / 3)


def recurring(lines: Sequence[Line], layout: Layout) -> frozenset[str]:
    """The shapes that stand in the margins of many pages."""
    pages = _pages(lines)
    if len(pages) < 3:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(x) for x in _margins(page) if _could_recur(x, layout)})
    enough = _enough(len(pages))
    return frozenset(shape for shape, count in seen.items() if count >= enough)


def _in_margin(lines: Sequence[Line]) -> frozenset[int]:
    return frozenset(line.number for page in _pages(lines) for line in _margins(page))


def _by_name(lines: Sequence[Line], layout: Layout) -> set[int]:
    """Numbers of the lines that are furniture by their words, or by recurring in margins."""
    shapes, margin = recurring(lines, layout), _in_margin(lines)
    return {
        line.number
        for line in lines
        if not line.is_blank
        and (layout.is_furniture(line.text) or (line.number in margin and _shape(line) in shapes))
    }


def _companions(lines: Sequence[Line], page: set[int], layout: Layout) -> set[int]:
    """Numbers of the lines that come again and again, and then mostly beside furniture.

    They are the running headers of a text that has lost its page breaks.
    """
    filled = [line for line in lines if not line.is_blank]
    enough = _enough(len({line.page for line in filled}))
    where: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for index, line in enumerate(filled):
        if line.number not in page and _could_be(line, layout):
            near = filled[max(0, index - 2) : index + 3]
            where[_shape(line)].append((line.number, any(x.number in page for x in near)))
    return {
        number
        for places in where.values()
        if len(places) >= enough and sum(beside for _, beside in places) > 0.6 * len(places)
        for number, beside in places
        if beside
    }


def part(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Line]]:
    """The lines of the minutes and the lines of the page, each in order."""
    page = _by_name(lines, layout)
    for _ in range(_ROUNDS):
        page |= _companions(lines, page, layout)
    kept = [line for line in lines if line.number not in page]
    return kept, [line for line in lines if line.number in page]
