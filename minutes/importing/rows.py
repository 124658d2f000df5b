"""Rows of a table: which lines go on with the cells above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import inf

from minutes.importing.hyphens import Words, join
from minutes.importing.lines import Cell, Line

_NEAR = 3.0
"""How far, in points or columns, a cell may stand from the edge of the column it belongs to."""

_FIGURES = re.compile(r"^[-–−+]?\d[\d ,.]*%?$")


def column_of(cell: Cell, row: Sequence[Cell], near: float = _NEAR) -> int | None:
    """The index of the cell in `row` that stands at the same edge or centre."""
    gaps = [
        min(
            abs(cell.left - other.left),
            abs(cell.right - other.right),
            abs(cell.left + cell.right - other.left - other.right) / 2,
        )
        for other in row
    ]
    best = min(range(len(gaps)), key=gaps.__getitem__)
    return best if gaps[best] <= near else None


def _goes_on(above: str, cell: Cell, column: int) -> bool:
    """Whether a cell's words are the end of those above.

    In the first column small letters tell that only where the rows begin with large ones.
    """
    if above.endswith("-"):
        return True
    begun = column > 0 or above[:1].isupper()
    return begun and cell.text[0].islower() and not above.endswith((".", ":"))


def continued(
    row: Sequence[Cell], line: Line, words: Words, *, parted: bool
) -> tuple[Cell, ...] | None:
    """The cells of a row with the line's words joined to them; None where it is a line anew.

    Where blank lines part the rows (`parted`), whatever stands under a cell goes on with it.
    """
    if not 0 < len(line.cells) < len(row) + parted:
        return None
    whole = list(row)
    for cell in line.cells:
        column = column_of(cell, row)
        if column is None or not (parted or _goes_on(whole[column].text, cell, column)):
            return None
        text = join(whole[column].text, cell.text, words)
        whole[column] = replace(whole[column], text=text)
    return tuple(whole)


def aligned(rows: Sequence[Sequence[Cell | None]]) -> list[str]:
    """How each column is set, as Markdown has it: figures may stand to the right."""
    columns = zip(*rows, strict=True)
    return ["---:" if _stands_right([c for c in one if c]) else "---" for one in columns]


def _spreads(column: Sequence[Cell]) -> tuple[float, float]:
    """How far apart the cells begin, and how far apart they end."""
    lefts, rights = [c.left for c in column], [c.right for c in column]
    return max(lefts) - min(lefts), max(rights) - min(rights)


def _are_ranged(column: Sequence[Cell]) -> bool:
    """Whether cells begin half a letter apart at the least, and end far nearer to each other."""
    left, right = _spreads(column)
    return left > max((c.right - c.left) / len(c.text) for c in column) / 2 > 2 * right


def _stands_right(column: Sequence[Cell]) -> bool:
    """Whether the cells end at one place but begin at several.

    Figures show it by less, and whether their header, which may stand elsewhere, does so or not.
    """
    left, right = _spreads(column)
    if right < _NEAR / 2 < _NEAR < left:
        return True
    figures = column[1:]
    if not figures or not all(_FIGURES.match(c.text) for c in figures):
        return False
    return _are_ranged(column) or _are_ranged(figures)


def in_columns(rows: Sequence[Sequence[Cell]]) -> list[list[Cell | None]]:
    """The rows, as long as each other; a short row's cells stand under the columns they meet."""
    widest = max(rows, key=len)
    return [_spread(row, widest) for row in rows]


def _spread(row: Sequence[Cell], widest: Sequence[Cell]) -> list[Cell | None]:
    places = [column_of(cell, widest, inf) or 0 for cell in row]
    if len(row) == len(widest) or len(set(places)) < len(places):
        return [*row, *[None] * (len(widest) - len(row))]
    cells = dict(zip(places, row, strict=True))
    return [cells.get(place) for place in range(len(widest))]
