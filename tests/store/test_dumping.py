"""Every table goes to the archive along its foreign keys, or is named as left out with a reason."""

from __future__ import annotations

import pytest

from minutes.store.linked import LEFT_OUT, owners, single, tables, target
from minutes.store.tables import Base

BESIDE = {"party", "mandate", "clause", "motion_mover", "goal_wording"}
"""What comes along although no row of a meeting's names it."""


def _reached() -> set[str]:
    """The tables whose rows a meeting brings along."""
    found = {"meeting", *owners(), *BESIDE}
    size = -1
    while size != (size := len(found)):
        for name in list(found):
            found |= {target(key.parent) for key in single(Base.metadata.tables[name])}
    return found


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_a_table_is_in_the_dump_or_is_left_out_with_a_reason(table: str) -> None:
    assert (table in _reached()) != (table in LEFT_OUT), (
        "let a column of it point at a meeting's row (NOT NULL), or name it with its reason in "
        "LEFT_OUT, minutes/store/linked.py"
    )


@pytest.mark.parametrize("table", sorted(tables()))
def test_no_row_of_the_dump_needs_one_that_is_left_out(table: str) -> None:
    needed = {
        key.column.table.name
        for key in Base.metadata.tables[table].foreign_keys
        if not key.parent.nullable
    }

    assert not needed & LEFT_OUT.keys()
