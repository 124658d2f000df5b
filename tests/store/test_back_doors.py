"""What is frozen or kept is not got at by the statements that go past ordinary writes."""

from __future__ import annotations

import pytest

from tests.store.frozen import (
    ADDED_AFTERWARDS,
    FREEZES,
    FROZEN,
    KEPT,
    NEVER_CHANGED,
    OWNED,
    owner_of,
)
from tests.store.registered import Registered
from tests.store.statements import DONE, copy_of, first, last, refusal

_HELD = sorted({*FREEZES, *NEVER_CHANGED})
_KEYED = sorted({*_HELD, *ADDED_AFTERWARDS - {"mask"}, "assignment"})
"""What is told for good of a meeting, if only in part; masks are changed until a copy is made."""
on_sqlite = pytest.mark.parametrize("entered", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("entered", ["postgresql"], indirect=True)


def _is_no(said: str) -> bool:
    return FROZEN in said or KEPT in said


@on_postgresql
@pytest.mark.parametrize("table", [*_HELD, "assignment"])
def test_a_table_of_minutes_is_not_emptied(registered: Registered, table: str) -> None:
    assert KEPT in refusal(registered.session, f"TRUNCATE {table} CASCADE")


@on_sqlite
@pytest.mark.parametrize("table", _HELD)
def test_a_row_is_not_replaced(registered: Registered, table: str) -> None:
    copy = copy_of(table, first(table), {"id": "id"})

    assert _is_no(refusal(registered.session, copy.replace("INSERT", "INSERT OR REPLACE", 1)))


@on_sqlite
@pytest.mark.parametrize("table", sorted(set(FREEZES) - {"meeting"}))
def test_a_row_is_not_replaced_by_one_of_open_minutes(registered: Registered, table: str) -> None:
    owner = owner_of(table, OWNED)
    assert owner is not None
    ours = f"(SELECT {owner.name} FROM {table} WHERE {last(table)})"
    copy = copy_of(table, first(table), {"id": "id", owner.name: ours})

    assert _is_no(refusal(registered.session, copy.replace("INSERT", "INSERT OR REPLACE", 1)))


@pytest.mark.parametrize("table", _HELD)
def test_a_row_is_not_changed_where_its_key_is_taken(registered: Registered, table: str) -> None:
    copy = copy_of(table, first(table), {"id": "id"})

    said = refusal(registered.session, f"{copy} ON CONFLICT (id) DO UPDATE SET id = excluded.id")

    assert _is_no(said)


@pytest.mark.parametrize("table", _KEYED)
def test_a_row_does_not_change_its_key(registered: Registered, table: str) -> None:
    assert _is_no(refusal(registered.session, f"UPDATE {table} SET id = 4711 WHERE {first(table)}"))


@on_sqlite
@pytest.mark.parametrize("table", _KEYED)
def test_a_row_does_not_change_its_key_by_another_of_its_names(
    registered: Registered, table: str
) -> None:
    for name in ("rowid", "oid", "_rowid_"):
        statement = f"UPDATE {table} SET {name} = 4711 WHERE {first(table)}"
        assert _is_no(refusal(registered.session, statement))


def test_what_a_meeting_stands_on_is_not_deleted(registered: Registered) -> None:
    for table in ("organisation", "body", "matter", "motion", "clause"):
        assert refusal(registered.session, f"DELETE FROM {table}") != DONE
