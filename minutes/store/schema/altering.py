"""What SQLite cannot alter in place, altered there too: what a table checks and refers to."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.columns import integer


def on_sqlite() -> bool:
    """Whether the database that is being migrated is SQLite; else it is PostgreSQL."""
    return op.get_bind().dialect.name == "sqlite"


def listed(values: Sequence[str]) -> str:
    """The values as SQL lists them."""
    return ", ".join(f"'{value}'" for value in values)


def rewrite(table: str, old: str, new: str) -> None:
    """Change what SQLite says of a table, in place as its manual shows for ALTER TABLE.

    To make the table anew would drop the triggers that freeze it, and what refers to it.
    """
    bind = op.get_bind()
    schema = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table")
    written = bind.execute(schema, {"table": table}).scalar_one()
    if written.count(old) != 1:
        raise RuntimeError(f"the table {table} does not say {old!r} once")
    version = bind.execute(sa.text("PRAGMA schema_version")).scalar_one()
    bind.execute(sa.text("PRAGMA writable_schema = ON"))
    bind.execute(
        sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = :table"),
        {"sql": written.replace(old, new), "table": table},
    )
    bind.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    bind.execute(sa.text("PRAGMA writable_schema = OFF"))


def choose(
    sentence: str, table: str, column: str, known: Sequence[str], now: Sequence[str]
) -> None:
    """Let a column hold one of other words than those that were known."""
    if on_sqlite():
        rewrite(table, f"({listed(known)})", f"({listed(now)})")
        return
    op.drop_constraint(sentence, table, type_="check")
    op.create_check_constraint(sentence, table, f"{column} IN ({listed(now)})")


def _key(table: str) -> str:
    return f"CONSTRAINT pk_{table} PRIMARY KEY (id)"


def _referring(table: str, column: str, target: str) -> str:
    return (
        f"{_key(table)}, CONSTRAINT fk_{table}_{column} FOREIGN KEY({column}) "
        f"REFERENCES {target} (id) ON DELETE RESTRICT"
    )


def refer(table: str, column: str, target: str) -> None:
    """A column more, by which rows may refer to those of another table."""
    op.add_column(table, integer(column, nullable=True))
    op.create_index(f"ix_{table}_{column}", table, [column])
    if on_sqlite():
        rewrite(table, _key(table), _referring(table, column, target))
        return
    name = f"fk_{table}_{column}"
    op.create_foreign_key(name, table, target, [column], ["id"], ondelete="RESTRICT")


def refer_no_more(table: str, column: str, target: str) -> None:
    """The table without that column."""
    op.drop_index(f"ix_{table}_{column}", table)
    if on_sqlite():
        rewrite(table, _referring(table, column, target), _key(table))
    op.drop_column(table, column)
