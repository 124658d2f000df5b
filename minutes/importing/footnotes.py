"""Footnotes: marks in a text, and the entries under it that they point to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.importing.blocks import Block, BlockKind

_MARK = re.compile(r"(?<=\S)\[(?P<number>\d{1,2})\]")


def _noted(block: Block) -> Block:
    """The block with its marks as Markdown has them."""
    cells = tuple(
        replace(cell, text=_MARK.sub(r"[^\g<number>]", cell.text)) for cell in block.cells
    )
    return replace(block, text=_MARK.sub(r"[^\g<number>]", block.text), cells=cells)


def with_footnotes(found: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those that end them as footnotes where the others have marks for just these."""
    numbers = sorted({int(m["number"]) for block in found for m in _MARK.finditer(block.text)})
    text, notes = found[: len(found) - len(numbers)], found[len(found) - len(numbers) :]
    entries = [n for n in notes if n.kind is BlockKind.NUMBER]
    if not numbers or [entry.mark[:-1] for entry in entries] != [str(n) for n in numbers]:
        return tuple(found)
    return (*map(_noted, text), *(replace(n, kind=BlockKind.FOOTNOTE) for n in notes))
