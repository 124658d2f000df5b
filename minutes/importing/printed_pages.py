"""The page numbers that a file prints, and the pages that they show to be missing."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from minutes.importing.lines import Line

_OF = re.compile(
    r"(?:^|\s)(?:sida|sid|blad)?\.? ?(?P<page>\d{1,3}) ?[(\[](?P<pages>\d{1,3})[)\]]$"
    r"|(?:^|\b(?:sida|sid|blad)\.? )(?P<page2>\d{1,3}) ?(?:av|/) ?(?P<pages2>\d{1,3})$",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:[Ss]ida?n? )?(?P<page>\d{1,3})$")
_FEWEST = 3
"""Numbers that agree before they are taken for the pages' own."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A page's number as printed, on its line; `pages` is how many there are, where it says so."""

    line: Line
    number: int
    pages: int


@lru_cache(maxsize=8192)
def _of_how_many(text: str) -> re.Match[str] | None:
    """A line's page number with how many there are: asked for a dozen times a line."""
    return _OF.search(text)


def _of_total(lines: Sequence[Line]) -> Iterator[Printed]:
    for line in lines:
        match = _of_how_many(line.text) if "§" not in line.text else None
        if match is not None:
            number = int(match["page"] or match["page2"])
            yield Printed(line, number, int(match["pages"] or match["pages2"]))


def printed(lines: Sequence[Line]) -> list[Printed]:
    """The page numbers that say of how many; none where they contradict one another."""
    found = [one for one in _of_total(lines) if 0 < one.number <= one.pages]
    totals = Counter(one.pages for one in found).most_common(1)
    if not totals or totals[0][1] < max(_FEWEST, 0.7 * len(found)):
        return []
    kept = [one for one in found if one.pages == totals[0][0]]
    rises = all(a.number <= b.number for a, b in itertools.pairwise(kept))
    return kept if rises and kept[-1].number > kept[0].number else []


def _offsets(lines: Sequence[Line]) -> dict[int, list[Line]]:
    """The lines that may be a page's number, by how far they are from the page they stand on."""
    found: dict[int, dict[int, Line]] = defaultdict(dict)
    for line in lines:
        match = _BARE.match(line.text) or _OF.search(line.text)
        number = next((int(n) for n in match.groups() if n), 0) if match else 0
        if number:
            found[number - line.page].setdefault(line.page, line)
    return {by: list(on.values()) for by, on in found.items() if len(on) >= _FEWEST}


def _gap_by_page(lines: Sequence[Line]) -> tuple[int, int, Line] | None:
    """The pages between two runs of numbers of which the later runs further ahead."""
    runs = sorted(_offsets(lines).items(), key=lambda one: one[1][0].page)
    for (by, before), (further, after) in itertools.pairwise(runs):
        if further > by and before[-1].page < after[0].page:
            return before[-1].page + by + 1, after[0].page + further - 1, after[0]
    return None


def _is_paged(lines: Sequence[Line]) -> bool:
    return lines[-1].page > 1


def _covers_all(numbers: Sequence[Printed]) -> bool:
    """Whether they begin with the first page and rise by one, but for one gap at the most.

    Where a text has lost its page breaks, houses that number only some pages look cut as well.
    """
    steps = [b.number - a.number for a, b in itertools.pairwise(numbers)]
    return numbers[0].number == 1 and sum(1 for step in steps if step > 1) <= 1


def _gap_by_number(lines: Sequence[Line]) -> tuple[int, int, Line] | None:
    """The numbers left out, where the others go on to the very last page."""
    numbers = printed(lines)
    if not numbers or not _covers_all(numbers) or numbers[-1].number < numbers[-1].pages:
        return None
    for one, two in itertools.pairwise(numbers):
        if two.number > one.number + 2:
            return one.number + 1, two.number - 1, two.line
    return None


def missing_pages(lines: Sequence[Line]) -> tuple[int, int, Line] | None:
    """First and last of the pages that are gone from the middle, and the line that shows it."""
    return _gap_by_page(lines) if _is_paged(lines) else _gap_by_number(lines)


def first_page(lines: Sequence[Line]) -> int | None:
    """The number of the file's first page, where its pages are numbered."""
    numbers = printed(lines) if _is_paged(lines) else []
    return numbers[0].number - (numbers[0].line.page - lines[0].page) if numbers else None


def last_page(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The highest page number printed, and the number of pages it says there are."""
    numbers = printed(lines)
    if not numbers or not (_is_paged(lines) or _covers_all(numbers)):
        return None
    return numbers[-1].number, numbers[-1].pages
