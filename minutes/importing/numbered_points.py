"""The numbered entries of a deciding block, apart from lists of papers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutes.importing.blocks import Block, BlockKind

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_LISTS_PAPERS = re.compile(r"\b(?:anmäl|redovisa|informera|förelig|inkommi)\w*:$", re.IGNORECASE)
_FILED = re.compile(r"\b(?:till handlingarna|tar del av|tagit del av)\b[^:]*\.$", re.IGNORECASE)
"""A decision that is whole before a list: what follows are the papers it speaks of."""
PLAIN_NUMBER = re.compile(r"^(?P<mark>\d{1,2}) (?P<text>[A-ZÅÄÖ”].*)$")
"""An entry behind a number without full stop."""


def _before_other_lists(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks up to a list of papers that are only announced, accounted for or filed."""
    filed = False
    for block in blocks:
        is_prose = block.kind is BlockKind.PARAGRAPH
        if (is_prose and _LISTS_PAPERS.search(block.text)) or (filed and not is_prose):
            return
        filed = is_prose and bool(_FILED.search(block.text))
        yield block


def numbered_entries(blocks: Iterable[Block], after: int) -> list[tuple[int, str]]:
    """The entries that continue the numbering from `after`, or start it at 1."""
    found: list[tuple[int, str]] = []
    expected = after + 1
    lettered = False
    for block in _before_other_lists(blocks):
        mark, text = block.mark.rstrip(".)"), block.text
        plain = PLAIN_NUMBER.match(text) if block.kind is BlockKind.PARAGRAPH else None
        if plain is not None:
            mark, text = plain["mark"], plain["text"]
        lettered = lettered if found else not mark.isdigit()
        number = _place(mark, lettered=lettered)
        if number and (number == expected or (number == 1 and not found)):
            found.append((number, text))
            expected = number + 1
        elif found and block.kind in {BlockKind.BULLET, BlockKind.NUMBER}:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{entry(block)}")
    return found


def _place(mark: str, *, lettered: bool) -> int:
    """The number of an entry, or its letter's place in the alphabet; 0 where it is of neither."""
    if lettered:
        return _LETTERS.find(mark) + 1 if len(mark) == 1 else 0
    return int(mark) if mark.isdigit() else 0


def entry(block: Block) -> str:
    """The block's words, behind its number or a bullet where it is an entry of a list."""
    if block.kind is BlockKind.BULLET:
        return f"• {block.text}"
    return f"{block.mark} {block.text}" if block.kind is BlockKind.NUMBER else block.text
