"""What was printed can be read out again: as text, and as the record."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from minutes.demonstration.meetings import meetings
from minutes.documents.press import printed
from minutes.documents.protocol import protocol_sheet
from minutes.domain.adjustment import Signature
from minutes.domain.editions import Edition
from minutes.domain.record import Protocol
from minutes.domain.record_json import dumps
from minutes.importing.parse import parse
from minutes.importing.read import read, read_content
from tests.documents.made import ADJUSTED, small_protocol
from tests.documents.reading import words


def test_every_paragraph_comes_out_word_for_word(adjusted: Path) -> None:
    text = words(adjusted)
    paragraphs = [
        paragraph
        for item in small_protocol().items
        for section in item.sections
        for paragraph in section.text.split("\n\n")
        if not paragraph.startswith(("|", "-", "1."))
    ]

    assert len(paragraphs) > 5
    assert [p for p in paragraphs if p not in text] == []


def test_no_hyphen_ligature_or_odd_space_comes_out(adjusted: Path) -> None:
    text = words(adjusted).replace(" ", "")
    odd = {unicodedata.name(c) for c in text if unicodedata.category(c)[0] in "ZC"}
    ligatures = {c for c in text if "LIGATURE" in unicodedata.name(c, "")}

    assert odd | ligatures == set()


def test_the_text_of_the_small_protocol_reads_as_its_record(adjusted: Path) -> None:
    reading = parse(read(adjusted, attached=False))

    assert reading.problems == ()
    assert replace(reading.protocol, organisation="Region Älvmark") == small_protocol()


def _without_prose(protocol: Protocol) -> Protocol:
    """The data of a record, without the sections' texts and what the paper does not tell."""
    told = [
        replace(item, sections=(), proposals=tuple(p for p in item.proposals if not p.withdrawn))
        for item in protocol.items
    ]
    return replace(protocol, items=tuple(told), organisation=None)


def test_the_text_of_a_whole_meeting_reads_as_its_data() -> None:
    protocol = next(m.protocol for m in meetings() if m.protocol.adjusted_on)
    signed = [Signature(w.name or "", w.party, protocol.adjusted_on) for w in protocol.adjusters]
    edition = Edition("RS-1", is_draft=False, signatures=tuple(signed))
    content = printed(protocol_sheet(protocol, edition))

    reading = parse(read_content("protokoll.pdf", content, attached=False))

    assert reading.problems == ()
    assert _without_prose(reading.protocol) == _without_prose(protocol)


def test_the_record_inside_reads_as_the_record(adjusted: Path) -> None:
    assert parse(read(adjusted)).protocol == replace(small_protocol(), edition=ADJUSTED)


@pytest.mark.parametrize("truth", ["004_8b838460e9bf283a.json"])
def test_the_printed_real_protocol_scores_as_the_file_it_came_from(
    shared: Path, real: Path, tmp_path: Path, truth: str
) -> None:
    (tmp_path / "read.json").write_text(dumps(parse(read(real, attached=False)).protocol))
    expected = shared / "expected"
    command = [sys.executable, expected / "score", expected / truth, tmp_path / "read.json"]

    scored = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    mean = float(scored.split()[-1])
    assert mean >= 0.99, scored
    assert len(json.loads((tmp_path / "read.json").read_text())["items"]) == 25
