"""Whole protocols of invented bodies, in the layouts that the importer describes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minutes.domain.record import Item
from minutes.domain.record_json import loads
from minutes.importing.parse import parse
from minutes.importing.read import read

PROTOCOLS = sorted((Path(__file__).parent / "protocols").glob("*.txt"))
FURNITURE = [
    r"PROTOKOLL(?: +Region.*)?",
    r"(?:Regionstyrelsen 11 mars 2026|2026-06-17) .*\(\d+\)",
    "DOKUMENT-ID .*",
    "ARBGRP.*",
    "Sundhamra kommun .*",
    "Sammanträdesdatum +Sida",
    r"Kommunstyrelsen +2026-05-20 .*",
    "Justerandes sign .*",
    "_+",
    "Utdragsbestyrkande",
    "2026-09-14",
    "Stadshagens kommun .*",
    r"\d+ \(31\)",
    "Protokoll nr 9",
    "Sammanträdesdatum: 2026-05-27",
    "Kommunstyrelsen",
    "Region Norrsunda",
    "§ 31 forts.",
]
"""The lines of the page in these protocols."""
PAGE = re.compile(rf"\s*(?:{'|'.join(FURNITURE)})\s*")
every_protocol = pytest.mark.parametrize("file", PROTOCOLS, ids=lambda file: file.stem)


def _letters(text: str) -> str:
    """Letters and digits alone: neither hyphens nor columns nor marks of Markdown."""
    return re.sub(r"[\W_]+", "", text)


def _words_kept(item: Item) -> str:
    parts = [str(item.number), *item.dnr, item.title]
    parts += [f"{section.heading} {section.text}" for section in item.sections]
    return _letters(" ".join(parts))


def _body(text: str) -> list[str]:
    """The lines of the §§, from the last line that opens the first of them."""
    lines = [line for line in re.split(r"[\n\f]", text) if line.strip()]
    openings = [n for n, line in enumerate(lines) if re.match(r"§ \d+", line)]
    first = re.match(r"§ \d+", lines[openings[0]])
    assert first is not None
    start = max(n for n in openings if re.match(rf"{first.group()}\b", lines[n]))
    return [line for line in lines[start:] if not PAGE.fullmatch(line)]


@every_protocol
def test_a_protocol_parses_to_its_truth(file: Path) -> None:
    truth = loads(file.with_suffix(".json").read_text(encoding="utf-8"))

    reading = parse(read(file))

    assert reading.problems == ()
    assert reading.protocol == truth


@every_protocol
def test_no_word_of_a_paragraph_is_dropped_in_silence(file: Path) -> None:
    kept = "".join(_words_kept(item) for item in parse(read(file)).protocol.items)

    dropped = [line for line in _body(file.read_text("utf-8")) if not _is_kept(line, kept)]

    assert dropped == []


def _is_kept(line: str, kept: str) -> bool:
    """Whether the line's words stand in what was kept; a table's columns may part them."""
    cells = re.split(r" {3,}", line.strip())
    return all(_letters(re.sub(r"Dnr|Ärendenummer", "", cell)) in kept for cell in cells)
