"""The guards of the database stand aside while an empty register is filled, and come back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlmodel import Session

from minutes.store.tables import Base

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"


def _taken_down(connection: Connection) -> list[str]:
    """Take down the triggers of SQLite; gives what puts them up again."""
    found = connection.execute(text(_TRIGGERS)).all()
    for name, _ in found:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    return [sql for _, sql in found]


def _switch(connection: Connection, to: str) -> None:
    for name in sorted(Base.metadata.tables):
        connection.execute(text(f'ALTER TABLE "{name}" {to} TRIGGER USER'))


@contextmanager
def guards_aside(session: Session) -> Iterator[None]:
    """No trigger speaks as long as this lasts; all of it in the transaction that is under way.

    Rows are entered in the order in which they name each other, not in that of the meeting: a
    guard would refuse what was written before the adjustment. What was entered is held against
    the sums in the history instead.
    """
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        statements = _taken_down(connection)
        yield
        for sql in statements:
            connection.exec_driver_sql(sql)
        return
    _switch(connection, "DISABLE")
    yield
    connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    _switch(connection, "ENABLE")
