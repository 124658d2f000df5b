"""README.md and the other documents speak of what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PICTURES = ROOT / "docs" / "pictures"
LINK = re.compile(r"\]\((?P<target>[^)#:]+)\)")
PLACE = re.compile(r"`(?P<target>(?:minutes|tests|docs|script|templates|migrations)/[\w./-]+)`")

NOT_NOUNS = {
    "domain": {"errors", "record_json", "record_schema"},
    "store/tables": {"base"},
    "actions": {"addresses", "calendar", "columns"},
}
"""Modules that hold no noun of their own, in the rings whose every noun is in the table."""


def _table() -> list[list[str]]:
    """The rows of the table of nouns and rings, its header first."""
    after = README.partition("## Nouns and rings")[2]
    lines = [line for line in after.partition("\n## ")[0].splitlines() if line[:1] == "|"]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


def _modules() -> Iterator[tuple[str, str]]:
    """Each ring of the table with each module that it names there."""
    header, _, *rows = _table()
    for ring, *cells in zip(*(header, *rows), strict=True):
        for module in re.findall(r"`(\w+)`", " ".join(cells)):
            yield re.findall(r"`([\w/]+)`", ring)[0], module


NAMED = sorted(set(_modules()))


def _links() -> Iterator[tuple[Path, str]]:
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        yield from ((document.parent, match["target"]) for match in LINK.finditer(text))
        yield from ((ROOT, match["target"]) for match in PLACE.finditer(text))


def test_a_module_of_the_table_exists() -> None:
    files = {Path(ring) / f"{module}.py" for ring, module in NAMED}

    missing = [str(file) for file in files if not (ROOT / "minutes" / file).is_file()]
    assert len(files) > 200
    assert missing == [], "mend the table in README.md"


@pytest.mark.parametrize("ring", NOT_NOUNS)
def test_every_noun_of_a_ring_is_in_the_table(ring: str) -> None:
    files = {path.stem for path in (ROOT / "minutes" / ring).glob("[!_]*.py")}

    missing = files - NOT_NOUNS[ring] - {module for of, module in NAMED if of == ring}

    assert not missing, "give each a place in the table in README.md"


def test_a_document_points_at_what_there_is() -> None:
    paths = {(start / target).resolve() for start, target in _links()}

    missing = [p for p in paths if not p.is_relative_to(PICTURES) and not p.exists()]
    assert len(paths) > 40
    assert missing == [], "mend the link or the name"
