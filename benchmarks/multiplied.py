"""The demonstration many times over: a register of 200,000 §§ with rows of every kind.

The copies are bodies beside the first ones, years before them, and more meetings between theirs.
What the demonstration itself holds stays as it is, at the same addresses. The search is left as
it was: its index is measured by itself, in `search.py`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table

from minutes.store.tables import Base

APART = 1_000_000
"""The keys of a copy begin so far after those of the copy before."""
_SIDES, _DAYS = 8, 4
"""Bodies beside each of the first, and copies of each in a year; then two years are gone back."""
_IN_COMMON = {
    "organisation", "party", "account", "entrusted", "document", "standing_item", "plan", "goal",
    "goal_wording",
}  # fmt: skip
"""What the copies share with the first."""
_LEFT_OUT = {
    "alembic_version", "attempt", "passkey", "submission", "kept_form", "letter", "dispatch",
    "extract", "addressee", "subject", "follower", "follow", "follow_news",
}  # fmt: skip
_NAMED: Mapping[tuple[str, str], str] = {
    ("body", "name"): "t.name || ' ' || side",
    ("body", "slug"): "t.slug || '-' || side",
    ("person", "slug"): "t.slug || '-' || n",
    ("matter", "dnr"): "(9000 + t.id + 1000 * n) || substr(t.dnr, -5)",
    ("matter", "slug"): "(9000 + t.id + 1000 * n) || substr(t.slug, -5)",
    ("motion", "number"): "t.number || '-' || n",
    ("item", "number"): "t.number + 1000 * day",
    ("item", "year"): "t.year - 2 * era",
    ("history", "digest"): "lower(hex(randomblob(32)))",
    ("history", "subject_id"): f"t.subject_id + {APART} * n",
}
"""What must differ from copy to copy, by table and column."""
_ONCE = {"body": "day = 0 AND era = 0", "person": "day = 0", "mandate": "day = 0",
         "history": "t.subject = 'notice'"}  # fmt: skip
"""Which copies are made of a table: a body serves for all its years, a person for some."""
_OFFSETS = {"body": "side", "person": f"(n - {_SIDES} * day)", "mandate": f"(n - {_SIDES} * day)"}
_COPIES = f"""
WITH RECURSIVE copies(n, side, day, era) AS (
    SELECT 1, 1, 0, 0 UNION ALL
    SELECT n + 1, (n + 1) % {_SIDES}, (n + 1) / {_SIDES} % {_DAYS}, (n + 1) / {_SIDES * _DAYS}
    FROM copies WHERE n + 1 < ?
)
"""


def _offset(table: str) -> str:
    """How far the keys of a copy are from those of the demonstration."""
    return "0" if table in _IN_COMMON else f"{APART} * {_OFFSETS.get(table, 'n')}"


def _value(column: Column[Any]) -> str:
    """What a column holds in a copy."""
    table, name = column.table.name, f't."{column.name}"'
    named = _NAMED.get((table, column.name))
    if named:
        return named
    if column.primary_key:
        return f"{name} + {_offset(table)}"
    for key in column.foreign_keys:
        if key.column.primary_key:
            return f"{name} + {_offset(key.column.table.name)}"
    return _moved(column, name)


def _moved(column: Column[Any], name: str) -> str:
    """A day of the copy; what is none stays as it is."""
    kind = {date: "date", datetime: "datetime"}.get(column.type.python_type)
    return f"{kind}({name}, (-2 * era) || ' years', (-3 * day) || ' days')" if kind else name


def _copy(table: Table) -> str:
    """The statement that enters all copies of a table's rows."""
    columns = ", ".join(f'"{one.name}"' for one in table.columns)
    values = ", ".join(map(_value, table.columns))
    return (
        f'{_COPIES} INSERT INTO "{table.name}" ({columns}) SELECT {values} '
        f'FROM copies CROSS JOIN "{table.name}" t '
        f"WHERE t.id < {APART} AND {_ONCE.get(table.name, 'true')}"
    )


@contextmanager
def _unguarded(base: sqlite3.Connection) -> Iterator[None]:
    """Without the triggers: what is copied met them once."""
    found = base.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in found:
        base.execute(f"DROP TRIGGER {name}")
    yield
    for _, told in found:
        base.execute(told)


def multiply(file: Path, items: int) -> int:
    """Let the demonstration in a SQLite file become a register of some `items` §§; how many."""
    with closing(sqlite3.connect(file, isolation_level=None)) as base:
        (held,) = base.execute("SELECT count(*) FROM item").fetchone()
        copies = max(1, items // held)
        base.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000")
        base.execute("BEGIN")
        with _unguarded(base):
            for table in Base.metadata.sorted_tables if copies > 1 else ():
                if table.name not in _IN_COMMON | _LEFT_OUT:
                    base.execute(_copy(table), (copies,))
        base.execute("COMMIT")
        return int(held) * copies
