"""docs/glossary.md and the code use the same words."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import minutes.domain
import minutes.store.tables
from minutes.domain.record import Item, Protocol
from minutes.domain.wording.dissent import NOTE_HEADINGS
from minutes.domain.wording.items import HEADINGS
from minutes.store.tables import Base

ROOT = Path(__file__).resolve().parent.parent.parent
GLOSSARY = ROOT / "docs" / "glossary.md"
CURE = "add a row to docs/glossary.md, or use the word that it has"


def _rows() -> list[list[str]]:
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line[:1] == "|"]
    return [row for row in cells if row[0] not in {"Swedish", "---"}]


ROWS = _rows()
SWEDISH = [word for row in ROWS for word in row[0].split(", ")]
WORDS = {word for row in ROWS for word in re.findall(r"`(\w+)`", row[1])}


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def _in_code() -> set[str]:
    """The words of the code."""
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "minutes").rglob("*.py"))
    return {_snake(name) for text in sources for name in re.findall(r"\w+", text)}


def _classes() -> Iterator[type]:
    """The public classes of the domain and of the tables."""
    for package in (minutes.domain, minutes.store.tables):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            members = inspect.getmembers(import_module(module.name), inspect.isclass)
            yield from (c for name, c in members if c.__module__ == module.name and name[0] != "_")


def _is_noun(cls: type) -> bool:
    """Records and tables; what only says of which kind they are is named by its values."""
    return dataclasses.is_dataclass(cls) or (issubclass(cls, Base) and cls is not Base)


FIELDS = sorted({f.name for record in (Item, Protocol) for f in dataclasses.fields(record)})
NOT_NOUNS = {"date"}
"""Fields whose word is no term of procedure."""


def test_every_record_and_table_is_in_the_glossary() -> None:
    nouns = {_snake(cls.__name__) for cls in _classes() if _is_noun(cls)}

    assert len(nouns) > 100
    assert nouns - WORDS == set(), CURE


def test_every_name_in_the_database_is_in_the_glossary() -> None:
    assert Base.metadata.tables.keys() - WORDS == set(), CURE


def test_every_kind_is_in_the_glossary() -> None:
    kinds = {str(m.value) for c in _classes() if issubclass(c, enum.StrEnum) for m in c}

    assert len(kinds) > 100
    assert kinds - WORDS == set(), CURE


@pytest.mark.parametrize("field", [f for f in FIELDS if f not in NOT_NOUNS])
def test_every_part_of_the_record_is_in_the_glossary(field: str) -> None:
    assert WORDS & {field, field.removesuffix("s")}, CURE


@pytest.mark.parametrize("heading", [*HEADINGS.values(), *NOTE_HEADINGS.values()])
def test_every_heading_of_a_section_is_in_the_glossary(heading: str) -> None:
    assert heading.casefold() in SWEDISH, CURE


def test_every_word_of_the_glossary_is_in_the_code() -> None:
    assert len(WORDS) > 300
    assert WORDS - _in_code() == set(), "nothing in minutes/ is called so: take their rows out"


def test_a_row_has_word_code_meaning_and_source() -> None:
    bad = [row for row in ROWS if len(row) != 4 or not all(row)]

    assert bad == [], "where no statute says it, write practice or a dash"


def test_a_swedish_word_stands_on_one_row_only() -> None:
    assert len(SWEDISH) == len(set(SWEDISH)), "one word per thing"
