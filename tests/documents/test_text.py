"""What was printed can be read out again: as text, and as the record."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from minutes.domain.record_json import dumps
from minutes.importing.parse import parse
from minutes.importing.read import read
from tests.documents.made import ADJUSTED, HYPHENED, small_protocol
from tests.documents.reading import pages, without_notice, words


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
    printed = replace(small_protocol(), organisation=None, document_id=ADJUSTED.document_id)
    assert without_notice(reading.protocol) == printed


def test_the_record_inside_reads_as_the_record(adjusted: Path) -> None:
    assert parse(read(adjusted)).protocol == replace(small_protocol(), edition=ADJUSTED)


def test_the_sections_of_the_printed_real_protocol_read_as_those_of_its_file(
    shared: Path, real: Path
) -> None:
    file = parse(read(shared / "seeds" / "004_8b838460e9bf283a.txt")).protocol

    printed = parse(read(real, attached=False)).protocol

    for on_paper, in_file in zip(printed.items, file.items, strict=True):
        assert on_paper == in_file


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


def test_no_title_is_broken_at_a_hyphen_over_its_paragraph(hyphened: Path) -> None:
    titles = [" ".join(page) for page in pages(hyphened)][-len(HYPHENED) :]

    assert [title in page for title, page in zip(HYPHENED, titles, strict=True)] == [True] * len(
        HYPHENED
    )
