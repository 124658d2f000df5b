"""Corrections: "Rättelse bestyrks" with its signers wherever it stands, or a section of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.domain.corrections import Correction
from minutes.domain.sections import SectionKind
from minutes.importing.blocks import Block
from minutes.importing.names import persons
from minutes.importing.section_lines import SectionLines

_CERTIFIED = re.compile(r"\brättelse bestyrks\b", re.IGNORECASE)
_DATES = re.compile(r"\d{4}-\d{2}-(?:\d{2})?")


def _blocks(sections: Sequence[SectionLines]) -> Iterator[tuple[Block, bool]]:
    """Every block, and whether it opens a correction."""
    for section in sections:
        for index, block in enumerate(section.blocks):
            under = index == 0 and section.kind is SectionKind.CORRECTION
            yield block, under or bool(_CERTIFIED.search(block.text))


def _read(words: str, after: str) -> Correction:
    reason = (
        "" if _CERTIFIED.search(words) or not re.search(r"[a-zåäö]{4} [a-zåäö]", words) else words
    )
    return Correction(persons(words), tuple(_DATES.findall(words)), after, reason=reason)


def read_corrections(sections: Sequence[SectionLines]) -> tuple[Correction, ...]:
    """The corrections; `after` are the words that stand before each."""
    found: list[Correction] = []
    before, words, remaining = "", "", 0
    for block, opens in _blocks(sections):
        if opens:
            found.append(Correction())
            after, words, remaining = before[-200:], "", 3
        if not remaining:
            before = block.text
            continue
        words = f"{words} {block.text}".strip()
        found[-1] = _read(words, after)
        remaining = 0 if len(found[-1].certified_by) > 1 else remaining - 1
    return tuple(found)
