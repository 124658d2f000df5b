"""Tables: which blocks that follow each other are rows of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.importing.blocks import Block, BlockKind
from minutes.importing.rows import column_of

_FIGURE = re.compile(r"\d")


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.ROW


def _in_one_table(above: Block, below: Block) -> bool:
    """Whether two rows have a column in common beside the first."""
    return any(column_of(cell, above.cells[1:]) is not None for cell in below.cells[1:])


def _heads_rows(above: Block, block: Block, below: Block) -> bool:
    """Whether a line right between two rows of a table heads those under it ("Intäkter")."""
    if block.kind is not BlockKind.PARAGRAPH or not (_is_row(above) and _is_row(below)):
        return False
    whole = not block.parted and not below.parted and below.line == block.line + 1
    return whole and not block.text.endswith(".") and _in_one_table(above, below)


def with_headed_rows(found: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, lines that head rows within a table as rows of one cell."""
    blocks = list(found)
    for at in range(1, len(blocks) - 1):
        above, block, below = blocks[at - 1 : at + 2]
        if _heads_rows(above, block, below):
            cell = replace(above.cells[0], text=block.text)
            blocks[at] = replace(block, kind=BlockKind.ROW, cells=(cell,))
    return tuple(blocks)


def begins_table(table: Sequence[Block], block: Block) -> bool:
    """Whether a row after a blank line heads a table of its own: words under figures."""
    if not block.parted or len(table) == 1:
        return False
    words = not any(_FIGURE.search(cell.text) for cell in block.cells)
    return words and any(_FIGURE.search(cell.text) for cell in table[-1].cells[1:])
