"""The list of what the database refuses to change is what its triggers refuse."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import Engine

from minutes.store.frozen import AFTERWARDS, GOES_ON, frozen_tables
from minutes.store.tables import Base
from tests.store.guarded import Guard, Guarded, guarded, lines_of

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "frozen.md"
CHANGED_FREELY = {
    "appeal": "as the court decides",
    "communication": "it tells in columns what the § tells in words",
    "mask": "until the next copy is approved",
}
"""What comes after the adjustment and is changed all the same, and until when."""

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def tables(engine: Engine) -> Mapping[str, Guarded]:
    """Each table with how it is guarded."""
    with engine.connect() as connection:
        return guarded(connection)


def test_the_list_has_every_column_of_every_table(tables: Mapping[str, Guarded]) -> None:
    listed = [row for row in DOCUMENT.read_text(encoding="utf-8").splitlines() if "| `" in row]

    assert listed == list(lines_of(tables)), "run script/frozen"
    assert {name: {*one.columns} for name, one in tables.items()} == {
        name: {*table.columns.keys()} for name, table in Base.metadata.tables.items()
    }


def test_what_the_adjustment_freezes_is_guarded_whole(tables: Mapping[str, Guarded]) -> None:
    free = {name: {*tables[name].of(Guard.FREE)} for name in frozen_tables()}

    assert {name: some for name, some in free.items() if some} == GOES_ON
    assert [name for name in frozen_tables() if tables[name].rows is Guard.FREE] == []


def test_what_comes_afterwards_is_kept(tables: Mapping[str, Guarded]) -> None:
    free = {name for name in AFTERWARDS if tables[name].of(Guard.FREE)}

    assert free == {*CHANGED_FREELY}


@pytest.mark.parametrize(
    ("table", "column", "guard"),
    [
        ("verdict", "reason", Guard.KEPT),
        ("decision_point", "text", Guard.FROZEN),
        ("body", "name", Guard.FROZEN),
        ("delegated_decision", "what", Guard.FROZEN),
        ("notice", "removed_on", Guard.ONCE),
        ("public_copy", "withdrawn_at", Guard.ONCE),
        ("assignment", "status", Guard.FREE),
        ("assignment", "id", Guard.KEPT),
        ("person", "name", Guard.FREE),
    ],
)
def test_a_guard_is_read_out_of_the_triggers(
    tables: Mapping[str, Guarded], table: str, column: str, guard: Guard
) -> None:
    assert tables[table].columns[column] is guard
