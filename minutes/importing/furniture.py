"""Page furniture: running headers and footers, page numbers and lines for initials."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from minutes.importing.headings import heading_of
from minutes.importing.layouts import Layout
from minutes.importing.lines import Line
from minutes.importing.page import BULLET, NUMBER
from minutes.importing.references import is_reference
from minutes.importing.section_lines import OF_ENTRIES

_TOP, _BOTTOM = 9, 6
"""How many filled lines of a page may be its header and its footer."""
_EDGE = 2
"""How many filled lines at either end of a page are no sub-headings."""
_ROUNDS = 3
"""How far from a line known as furniture its neighbours are looked for."""
_NEAR = 4.0
"""How far apart on their pages, in points, two lines may stand that are one piece of furniture."""
_DIGITS = re.compile(r"\d+")
_OF_THE_TEXT = re.compile(rf"^(?:{NUMBER}|{BULLET}) |[Bb]eslutar?\b|\bföreslår\b|[.:]$")


@lru_cache(maxsize=8192)
def _shape(text: str) -> str:
    return _DIGITS.sub("#", text)


def _place(line: Line) -> tuple[str, int]:
    """What stands where: furniture of a PDF has its place on the page, a recipient has not."""
    return _shape(line.text), round(line.base / _NEAR)


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


def _entries(page: Sequence[Line]) -> Iterator[Line]:
    """The lines of a page that stand in a list of recipients, annexes or the like."""
    listed = False
    for line in page:
        if (heading := heading_of(line)) is not None:
            listed = heading.kind in OF_ENTRIES
        elif listed:
            yield line


def recurring(lines: Sequence[Line], layout: Layout) -> frozenset[tuple[str, int]]:
    """What stands in the margins of many pages, at its place; entries of lists do not count."""
    pages = _pages(lines)
    if len(pages) < 3:
        return frozenset()
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        entries = {line.number for line in _entries(page)}
        margins = (line for line in _margins(page) if line.number not in entries)
        seen.update({_place(x) for x in margins if _could_recur(x, layout)})
    enough = _enough(len(pages))
    return frozenset(place for place, count in seen.items() if count >= enough)


def _in_margin(lines: Sequence[Line]) -> frozenset[int]:
    return frozenset(line.number for page in _pages(lines) for line in _margins(page))


def _bold_within(lines: Sequence[Line]) -> set[int]:
    """Numbers of the bold lines inside their pages: sub-headings, whatever their words."""
    return {line.number for page in _pages(lines) for line in page[_EDGE:-_EDGE] if line.bold}


def _is_in(places: frozenset[tuple[str, int]], line: Line, layout: Layout) -> bool:
    """Whether a line recurs, or has such a line and more furniture side by side."""
    if _place(line) in places:
        return True
    known = [(_shape(cell.text), _place(line)[1]) in places for cell in line.cells]
    parts = zip(line.cells, known, strict=True)
    return any(known) and all(each or layout.is_furniture(cell.text) for cell, each in parts)


def _by_name(lines: Sequence[Line], layout: Layout) -> set[int]:
    """Numbers of the lines that are furniture by their words, or by recurring in margins."""
    places, margin, bold = recurring(lines, layout), _in_margin(lines), _bold_within(lines)
    return {
        line.number
        for line in lines
        if not line.is_blank
        and (
            (layout.is_furniture(line.text) and line.number not in bold)
            or (line.number in margin and _is_in(places, line, layout))
        )
    }


def _companions(lines: Sequence[Line], page: set[int], layout: Layout) -> set[int]:
    """Numbers of the lines that come again and again, and then mostly beside furniture.

    They are the running headers of a text that has lost its page breaks.
    """
    filled = [line for line in lines if not line.is_blank]
    enough = _enough(len({line.page for line in filled}))
    often = {place for place, n in Counter(map(_place, filled)).items() if n >= enough}
    where: dict[tuple[str, int], list[tuple[int, bool]]] = defaultdict(list)
    for index, line in enumerate(filled):
        if line.number in page or _place(line) not in often:
            continue
        if _could_be(line, layout):
            near = filled[max(0, index - 2) : index + 3]
            beside = any(x.number in page and x.page == line.page for x in near)
            where[_place(line)].append((line.number, beside))
    return {
        number
        for places in where.values()
        if len(places) >= enough and sum(beside for _, beside in places) > 0.6 * len(places)
        for number, beside in places
        if beside
    }


def _shifted(lines: Sequence[Line], page: set[int]) -> set[int]:
    """Numbers of the lines that are furniture elsewhere and follow furniture atop their page."""
    known = Counter(line.text for line in lines if line.number in page)
    found: set[int] = set()
    for one in _pages(lines):
        for line in one[:_TOP]:
            if line.number not in page and known[line.text] < _ROUNDS:
                break
            found.add(line.number)
    return found - page


def part(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Line]]:
    """The lines of the minutes and the lines of the page, each in order."""
    page = _by_name(lines, layout)
    for _ in range(_ROUNDS):
        page |= _companions(lines, page, layout)
    page |= _shifted(lines, page)
    kept = [line for line in lines if line.number not in page]
    return kept, [line for line in lines if line.number in page]
