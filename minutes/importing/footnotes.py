"""Footnotes: marks in a text, and the entries under it that they point to."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.importing.blocks import Block, BlockKind, blocks
from minutes.importing.lines import Line
from minutes.importing.page import Page
from minutes.importing.raised import ENTRY, MARK, number_of

_MARK = re.compile(r"(?<=\S)\[(?P<number>\d{1,2})\]")


def _noted(block: Block, mark: re.Pattern[str], numbers: Sequence[int]) -> Block:
    """The block with its marks for these notes as Markdown has them."""

    def written(match: re.Match[str]) -> str:
        number = number_of(match["number"])
        return f"[^{number}]" if number in numbers else match.group()

    cells = tuple(replace(cell, text=mark.sub(written, cell.text)) for cell in block.cells)
    return replace(block, text=mark.sub(written, block.text), cells=cells)


def with_footnotes(found: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those that end them as footnotes where the others have marks for just these."""
    numbers = sorted({int(m["number"]) for block in found for m in _MARK.finditer(block.text)})
    text, notes = found[: len(found) - len(numbers)], found[len(found) - len(numbers) :]
    entries = [n for n in notes if n.kind is BlockKind.NUMBER]
    if not numbers or [entry.mark[:-1] for entry in entries] != [str(n) for n in numbers]:
        return tuple(found)
    noted = (_noted(block, _MARK, numbers) for block in text)
    return (*noted, *(replace(n, kind=BlockKind.FOOTNOTE) for n in notes))


def _entries(lines: Sequence[Line], page: Page) -> Iterator[Block]:
    """The notes as they stand, each with its lines joined."""
    starts = [at for at, line in enumerate(lines) if ENTRY.match(line.text)]
    for start, end in itertools.pairwise(sorted({0, *starts, len(lines)})):
        yield from blocks(lines[start:end], page)


def _note(entry: Block, numbers: Sequence[int]) -> Block:
    """The entry as a footnote; without a number where none of `numbers` is its own."""
    match = ENTRY.match(entry.text)
    number = number_of(match["mark"]) if match else 0
    if match is None or number not in numbers:
        return replace(entry, kind=BlockKind.FOOTNOTE, mark="")
    return replace(entry, kind=BlockKind.FOOTNOTE, mark=f"{number}.", text=match["text"])


def with_those_of_page(
    found: Sequence[Block], lines: Sequence[Line], page: Page
) -> tuple[Block, ...]:
    """The blocks, and behind them the notes that stood at the feet of their pages."""
    entries = tuple(_entries(lines, page))
    told = Counter(number_of(m["mark"]) for e in entries if (m := ENTRY.match(e.text)))
    marks = {number_of(m["number"]) for block in found for m in MARK.finditer(block.text)}
    numbers = [number for number, times in told.items() if times == 1 and number in marks]
    noted = (_noted(block, MARK, numbers) for block in found)
    return (*noted, *(_note(entry, numbers) for entry in entries))
