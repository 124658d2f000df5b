"""Statements in plain SQL, past all of our code, and what the database answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Column, Enum, Index, Integer, Table, UniqueConstraint, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from minutes.store.tables import Base

TABLES = Base.metadata.tables
DONE = ""
"""The answer of a database that does as it is told."""


@contextmanager
def written(session: Session, *statements: str) -> Iterator[str]:
    """What the database says against the statements, or DONE; afterwards they are undone."""
    undone = session.begin_nested()
    try:
        yield _answer(session, statements)
    finally:
        undone.rollback()
        session.expire_all()


def _answer(session: Session, statements: Iterable[str]) -> str:
    try:
        for statement in statements:
            session.connection().execute(text(statement))
    except DBAPIError as error:
        return str(error.orig)
    session.expire_all()
    return DONE


def refusal(session: Session, statement: str) -> str:
    """What the database says against a statement, or DONE; the statement is undone."""
    with written(session, statement) as said:
        return said


def copy_of(table: str, row: str, changes: Mapping[str, str] = {}) -> str:
    """INSERT of a copy of the row (found by a condition), some columns with other values."""
    columns = [c.name for c in TABLES[table].columns if c.name != "id" or "id" in changes]
    values = ", ".join(changes.get(c, c) for c in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} WHERE {row}"


def last(table: str, *, known: Iterable[str] = ()) -> str:
    """The condition on a table's last row; `known` are columns that must not be empty."""
    where = " AND ".join(f"{column} IS NOT NULL" for column in ("id", *known))
    return f"id = (SELECT max(id) FROM {table} WHERE {where})"


def uniques(table: Table) -> list[UniqueConstraint]:
    """The unique constraints of a table."""
    found = [c for c in table.constraints if isinstance(c, UniqueConstraint)]
    return sorted(found, key=lambda c: str(c.name))


def partial(table: Table) -> list[Index]:
    """The unique indexes of a table that hold for some of its rows."""
    return sorted((i for i in table.indexes if i.unique), key=lambda i: str(i.name))


_ITS_MEETINGS = {"year"}
"""What a row may not have otherwise than another row that it belongs to."""


def distinct(table: Table, *, but: Iterable[str] = ()) -> dict[str, str]:
    """Values that no row has, for the columns that must differ from row to row."""
    named = {column for one in uniques(table) for column in one.columns}
    free = [
        c
        for c in named
        if not (c.foreign_keys or isinstance(c.type, Enum)) and c.name not in {*but, *_ITS_MEETINGS}
    ]
    return {c.name: _value_of_none(c) for c in free}


def _value_of_none(column: Column[Any]) -> str:
    """A value that no row has; a checksum is as long as one."""
    if column.name == "sha256":
        return f"'{'9' * 64}'"
    return "9999" if isinstance(column.type, Integer) else "'9999-12-31'"


def first(table: str) -> str:
    """The condition on a table's first row."""
    return f"id = (SELECT min(id) FROM {table})"
