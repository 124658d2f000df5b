"""The database session: SQLite as it should be set, PostgreSQL as it comes."""

from __future__ import annotations

from typing import Any, cast

from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import Connection, Engine, event
from sqlmodel import Session

from minutes.store.line import Line, line_at
from minutes.store.searching.keeping import keep

WRITE = "write"
"""Execution option of a connection that is going to write."""

_PATIENCE = 30.0
"""Seconds that a writer waits in line, before it waits as SQLite does."""
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # what REPLACE deletes meets the triggers too
    "PRAGMA cache_size = -20000",
)

db = SQLAlchemy(session_options={"class_": Session})
keep(Session)


def _lower(text: str | None) -> str | None:
    """SQLite's own lower() leaves Å, Ä and Ö as they are."""
    return text.lower() if text is not None else None


def _translate(text: str | None, signs: str, others: str) -> str | None:
    """PostgreSQL's translate(): each sign becomes the one at its place among the others."""
    return text.translate(str.maketrans(signs, others)) if text is not None else None


def _on_connect(connection: Any, _record: Any) -> None:
    """Autocommit, so that BEGIN is ours to send; the pragmas are of this connection."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
    connection.create_function("lower", 1, _lower, deterministic=True)
    connection.create_function("translate", 3, _translate, deterministic=True)


def _on_begin(connection: Any) -> None:
    """A writer takes its place in the queue at once, so that it never fails half-way."""
    writes = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _on_checkin(connection: Any, _record: Any) -> None:
    """What SQLite refused to commit is still open: undo it before another gets the connection."""
    if connection is not None and connection.in_transaction:
        connection.rollback()


def _stand_in(line: Line, engine: Engine) -> None:
    """Let the writers of an engine stand in line until they commit or give up."""

    def enter(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITE, False):
            line.enter(connection.info)

    def leave(connection: Connection) -> None:
        line.leave(connection.info)

    def leave_at_last(_connection: Any, record: Any) -> None:
        line.leave(record.info)

    event.listen(engine, "begin", enter, insert=True)
    event.listen(engine, "commit", leave)
    event.listen(engine, "rollback", leave)
    event.listen(engine, "checkin", leave_at_last)


def set_up(engine: Engine) -> None:
    """Prepare an engine before its first connection."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
        event.listen(engine, "checkin", _on_checkin)
        line = line_at(engine.url, _PATIENCE)
        if line:
            _stand_in(line, engine)


def session() -> Session:
    """The session of the running application context."""
    return cast("Session", db.session)


def writing() -> Session:
    """The session, its transaction begun as a writer's."""
    writer = session()
    writer.connection(execution_options={WRITE: True})
    return writer
