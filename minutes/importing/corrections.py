"""Corrections: "Rättelse bestyrks" with its signers wherever it stands, or a section of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.domain.corrections import Correction
from minutes.domain.sections import SectionKind
from minutes.importing.blocks import Block
from minutes.importing.names import is_list_of_names, persons
from minutes.importing.section_lines import SectionLines

_CERTIFIED = re.compile(r"\brättelse bestyrks\b", re.IGNORECASE)
_PROSE = re.compile(r"[a-zåäö]{4} [a-zåäö]")
_MENDED = re.compile(
    r"^”(?P<old>.+?)” har (?:rättats|ändrats) till ”(?P<new>.+?)”\. ?(?P<reason>.*)$", re.S
)
_DATES = re.compile(r"\d{4}-\d{2}-(?:\d{2})?")


def _blocks(sections: Sequence[SectionLines]) -> Iterator[tuple[Block, bool]]:
    """Every block, and whether it opens a correction."""
    for section in sections:
        for index, block in enumerate(section.blocks):
            under = index == 0 and section.kind is SectionKind.CORRECTION
            yield block, under or bool(_CERTIFIED.search(block.text))


def _reason(words: Sequence[str]) -> str:
    """What the correction says was mended: its prose, without signers and dates."""
    prose = [w for w in words if _PROSE.search(w) and not _CERTIFIED.search(w)]
    return "\n\n".join(w for w in prose if not is_list_of_names(_DATES.sub("", w)))


def _read(words: Sequence[str], after: str) -> Correction:
    whole = " ".join(words)
    signed = " ".join(w for w in words if w not in _reason(words).split("\n\n"))
    people = persons(signed) or persons(whole)
    dates = tuple(_DATES.findall(signed) or _DATES.findall(whole))
    reason = _reason(words)
    if (mended := _MENDED.match(reason)) is not None:
        old, new, why = mended["old"], mended["new"], mended["reason"]
        return Correction(people, dates, old=old, new=new, reason=why)
    return Correction(people, dates, after, reason=reason)


def is_of_the_record(section: SectionLines) -> bool:
    """Whether a section says no more than a correction does, and is worded from it anew."""
    told = any(_MENDED.match(block.text) for block in section.blocks)
    return told and section.kind is SectionKind.CORRECTION


def read_corrections(sections: Sequence[SectionLines]) -> tuple[Correction, ...]:
    """The corrections; `after` are the words that stand before each."""
    found: list[Correction] = []
    words: list[str] = []
    before, after, remaining = "", "", 0
    for block, opens in _blocks(sections):
        if opens:
            found.append(Correction())
            after, words, remaining = before[-200:], [], 3
        if not remaining:
            before = block.text
            continue
        words.append(block.text)
        found[-1] = _read(words, after)
        remaining = 0 if len(found[-1].certified_by) > 1 else remaining - 1
    return tuple(found)
