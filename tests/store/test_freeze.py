"""What was adjusted is frozen: the database refuses every change, whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func
from sqlmodel import select

from tests.store.frozen import (
    FREEZES,
    FROZEN,
    KEPT,
    NEVER_CHANGED,
    OUTLIVING,
    OWNED,
    owner_of,
)
from tests.store.registered import Registered
from tests.store.statements import DONE, TABLES, copy_of, distinct, first, last, refusal


def _write(verb: str, table: str, row: str) -> str:
    """A statement that adds a row like that one, changes it or deletes it."""
    if verb == "INSERT":
        return copy_of(table, row, distinct(TABLES[table]))
    if verb == "UPDATE":
        return f"UPDATE {table} SET id = id WHERE {row}"
    return f"DELETE FROM {table} WHERE {row}"


def test_each_table_is_frozen_kept_or_known_to_outlive_a_meeting() -> None:
    placed = OWNED | NEVER_CHANGED | OUTLIVING | {"assignment"}

    assert placed == set(TABLES), "decide whether the minutes' adjustment freezes the new table"


@pytest.mark.parametrize("table", TABLES)
def test_the_register_of_these_tests_has_a_row_in_each_table(
    registered: Registered, table: str
) -> None:
    count = registered.session.scalar(select(func.count()).select_from(TABLES[table]))

    assert count, "enter one in tests/store/registered.py"


@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
@pytest.mark.parametrize("table", FREEZES)
def test_a_row_of_adjusted_minutes_is_not_written(
    registered: Registered, table: str, verb: str
) -> None:
    said = refusal(registered.session, _write(verb, table, first(table)))

    assert FROZEN in said or (KEPT in said and table in NEVER_CHANGED)


@pytest.mark.parametrize("table", sorted(set(FREEZES) - {"meeting"}))
def test_adjusted_minutes_take_no_further_row(registered: Registered, table: str) -> None:
    assert FROZEN in refusal(registered.session, _write("INSERT", table, first(table)))


@pytest.mark.parametrize("table", sorted(set(FREEZES) - {"meeting"}))
def test_a_row_is_not_moved_into_adjusted_minutes(registered: Registered, table: str) -> None:
    owner = owner_of(table, OWNED)
    assert owner is not None
    theirs = f"SELECT {owner.name} FROM {table} WHERE {first(table)}"

    said = refusal(
        registered.session, f"UPDATE {table} SET {owner.name} = ({theirs}) WHERE {last(table)}"
    )

    assert FROZEN in said or (KEPT in said and table in NEVER_CHANGED)


@pytest.mark.parametrize("table", sorted(set(FREEZES) - NEVER_CHANGED))
def test_until_they_are_adjusted_minutes_can_be_changed(registered: Registered, table: str) -> None:
    assert refusal(registered.session, _write("UPDATE", table, last(table))) == DONE


@pytest.mark.parametrize("verb", ["INSERT", "DELETE"])
@pytest.mark.parametrize("table", FREEZES)
def test_until_they_are_adjusted_no_freeze_stands_against_minutes(
    registered: Registered, table: str, verb: str
) -> None:
    assert FROZEN not in refusal(registered.session, _write(verb, table, last(table)))


@pytest.mark.parametrize("row", [first, last], ids=["first", "last"])
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
@pytest.mark.parametrize("table", sorted(NEVER_CHANGED))
def test_what_is_kept_for_ever_is_never_changed(
    registered: Registered, table: str, verb: str, row: Callable[[str], str]
) -> None:
    said = refusal(registered.session, _write(verb, table, row(table)))

    assert KEPT in said or (FROZEN in said and table in FREEZES)
