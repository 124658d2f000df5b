"""Pasted tables: merged cells laid out, columns of figures to the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from minutes.importing.clipboard import Node

_MOST_CELLS = 20_000
"""Cells of one table; in a larger one merged cells are taken as single ones."""
_WIDEST = 200


@dataclass(frozen=True, slots=True)
class Placed:
    """What a place in the grid holds: words, and whether they stand to the right."""

    text: str = ""
    right: bool = False


_NOTHING = Placed()
_Row = list[tuple[Node, int, int]]


def rows_of(table: Node) -> list[Node]:
    """The rows of a table, not those of tables in it."""
    parts = [n for n in table.elements if n.tag in {"thead", "tbody", "tfoot"}]
    loose = [n for n in table.elements if n.tag == "tr"]
    return [*[row for part in parts for row in part.elements if row.tag == "tr"], *loose]


def cells_of(row: Node) -> list[Node]:
    """The cells of a row."""
    return [cell for cell in row.elements if cell.tag in {"td", "th"}]


def _holds(node: Node, tags: set[str]) -> bool:
    return any(child.tag in tags or _holds(child, tags) for child in node.elements)


def is_layout(table: Node) -> bool:
    """Whether a table only puts text in places: it has one column, or tables or headings in it."""
    rows = rows_of(table)
    wide = any(len(cells_of(row)) > 1 for row in rows)
    within = {"table", "h1", "h2", "h3", "h4", "h5", "h6"}
    return not wide or any(_holds(row, within) for row in rows)


def _span(cell: Node, name: str) -> int:
    text = cell.attributes.get(name, "")
    return max(1, int(text)) if text.isdecimal() and len(text) < 6 else 1


def _spans(rows: Sequence[Node]) -> list[_Row]:
    """The cells of each row with how many columns and rows they cover, none past the last row."""
    found: list[_Row] = []
    for at, row in enumerate(rows):
        cells = cells_of(row)[:_WIDEST]
        left = len(rows) - at
        found.append([(c, _span(c, "colspan"), min(_span(c, "rowspan"), left)) for c in cells])
    covered = sum(min(wide, _WIDEST) * high for row in found for _, wide, high in row)
    if covered > _MOST_CELLS:
        return [[(cell, 1, 1) for cell, _, _ in row] for row in found]
    return found


def _is_right(cell: Node) -> bool:
    sides = [(n.style.get("text-align"), n.attributes.get("align")) for n in [cell, *cell.elements]]
    return any("right" in side for side in sides)


def _placed(rows: Sequence[Node], words: Callable[[Node], str]) -> list[dict[int, Placed]]:
    """Each row's cells by column; a merged cell holds its words in its first place."""
    grid: list[dict[int, Placed]] = [{} for _ in rows]
    for at, row in enumerate(_spans(rows)):
        column = 0
        for cell, wide, high in row:
            while column in grid[at]:
                column += 1
            for down in range(high):
                for along in range(min(wide, _WIDEST)):
                    grid[at + down].setdefault(column + along, _NOTHING)
            grid[at][column] = Placed(words(cell), _is_right(cell))
    return grid


def _columns(grid: Sequence[dict[int, Placed]]) -> list[int]:
    """The columns in which something stands."""
    return sorted({column for row in grid for column, cell in row.items() if cell.text})


def _aligned(grid: Sequence[dict[int, Placed]], column: int) -> str:
    cells = [row.get(column, _NOTHING) for row in grid[1:]]
    filled = [cell for cell in cells if cell.text]
    return "---:" if filled and all(cell.right for cell in filled) else "---"


def _lines(grid: Sequence[dict[int, Placed]]) -> Iterator[str]:
    columns = _columns(grid)
    for at, row in enumerate(grid):
        texts = [row.get(c, _NOTHING).text for c in columns]
        # a header is bold by itself
        bare = [text.replace("**", "") for text in texts] if at == 0 else texts
        yield f"| {' | '.join(bare)} |"
        if at == 0:
            yield f"| {' | '.join(_aligned(grid, c) for c in columns)} |"


def table_markdown(table: Node, words: Callable[[Node], str]) -> str:
    """A table as Markdown; `words` writes what a cell holds on one line."""
    grid = _placed(rows_of(table), words)
    grid = [row for row in grid if any(cell.text for cell in row.values())]
    return "\n".join(_lines(grid)) if grid else ""
