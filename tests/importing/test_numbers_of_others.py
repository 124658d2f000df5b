"""Houses number their §§ in many forms; each form leaves the rest of a protocol as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minutes.importing.parse import parse
from minutes.importing.read import read_content

PROTOCOLS = sorted((Path(__file__).parent / "protocols").glob("*.txt"))
FORMS = (
    "§ {n}.", "§ {n}:", "§ {n} –", "§ {n}/26", "§ {n}/2026", "KS § {n}", "Ks § {n}/2026",
    "Au § {n}", "Paragraf {n}", "PARAGRAF {n}",
)  # fmt: skip
_OPENS = re.compile(r"^( *)§ ?(\d+)\b(?!/)", re.MULTILINE)


def _headed(text: str) -> list[tuple[int, str]]:
    items = parse(read_content("protokoll.txt", text.encode())).protocol.items
    return [(item.number, item.title) for item in items]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("file", PROTOCOLS, ids=lambda file: file.stem)
def test_a_form_of_the_number_changes_neither_numbers_nor_titles(file: Path, form: str) -> None:
    text = file.read_text(encoding="utf-8")
    expected = _headed(text)
    numbers = {str(number) for number, _ in expected}

    def otherwise(found: re.Match[str]) -> str:
        return found[1] + form.format(n=found[2]) if found[2] in numbers else found[0]

    assert _headed(_OPENS.sub(otherwise, text)) == expected
