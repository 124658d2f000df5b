"""Rows of a table: which lines go on with the cells above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from minutes.importing.hyphens import Words, join
from minutes.importing.lines import Cell, Line

_NEAR = 3.0
"""How far, in points or columns, a cell may stand from the edge of the column it belongs to."""


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
    """Whether a cell's words are the end of those above; in the first column only a broken word."""
    if above.endswith("-"):
        return True
    return column > 0 and cell.text[0].islower() and not above.endswith((".", ":"))


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


def _stands_right(column: Sequence[Cell]) -> bool:
    """Whether the cells end at one place but begin at several."""
    lefts, rights = [c.left for c in column], [c.right for c in column]
    return max(rights) - min(rights) < _NEAR / 2 < _NEAR < max(lefts) - min(lefts)


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
