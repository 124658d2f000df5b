"""Indexes that a database does not keep in step by itself."""

from __future__ import annotations

from alembic import op


def follow(index: str, table: str, columns: str) -> None:
    """Let SQLite's index of a table's words follow the table."""
    names = columns.split(", ")
    new = f"VALUES ({', '.join(f'new.{one}' for one in ('id', *names))})"
    old = f"VALUES ('delete', {', '.join(f'old.{one}' for one in ('id', *names))})"
    op.execute(
        f"CREATE TRIGGER {index}_follows_on_insert AFTER INSERT ON {table} BEGIN "
        f"INSERT INTO {index} (rowid, {columns}) {new}; END"
    )
    op.execute(
        f"CREATE TRIGGER {index}_follows_on_delete AFTER DELETE ON {table} BEGIN "
        f"INSERT INTO {index} ({index}, rowid, {columns}) {old}; END"
    )
