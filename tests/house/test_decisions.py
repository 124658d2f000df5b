"""The records of decisions are numbered in their order, each once."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "adr"
RECORDS = sorted(FOLDER.glob("*.md"))


def test_the_numbers_go_on_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in RECORDS] == list(range(1, len(RECORDS) + 1))


def test_a_record_has_its_number_in_its_heading() -> None:
    headings = [path.read_text(encoding="utf-8").partition(".")[0] for path in RECORDS]

    assert headings == [f"# {int(path.name[:4])}" for path in RECORDS]
