"""Tables, their columns and what they refer to, as migrations make them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op


def integer(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A column of whole numbers."""
    return sa.Column(name, sa.Integer(), nullable=nullable)


def words(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A column of words."""
    return sa.Column(name, sa.String(), nullable=nullable)


def day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A column of days."""
    return sa.Column(name, sa.Date(), nullable=nullable)


def moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A column of moments."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def boolean(name: str) -> sa.Column[Any]:
    """A column of facts."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def revised() -> sa.Column[Any]:
    """The column that tells how often a row was revised."""
    return sa.Column("revision", sa.Integer(), server_default="1", nullable=False)


def choice(sentence: str, *values: str) -> sa.Enum:
    """One of these words; the sentence is what the database answers to another one."""
    return sa.Enum(*values, name=sentence, native_enum=False, create_constraint=True, length=32)


def link(
    table: str, column: str, target: str, ondelete: str = "CASCADE"
) -> sa.ForeignKeyConstraint:
    """What a column of the table refers to."""
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)


def make(table: str, *parts: sa.Column[Any] | sa.Constraint) -> None:
    """A table with its key, and an index for each reference."""
    primary = sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))
    op.create_table(table, integer("id"), *parts, primary)
    for part in parts:
        if isinstance(part, sa.ForeignKeyConstraint):
            column = part.column_keys[0]
            op.create_index(f"ix_{table}_{column}", table, [column])


def once(sentence: str, table: str, columns: list[str], condition: str) -> None:
    """No two rows that meet the condition have the same in these columns."""
    where = sa.text(condition)
    op.create_index(
        sentence, table, columns, unique=True, sqlite_where=where, postgresql_where=where
    )
