"""The database's own rules: its pages are whole, its references hold, what guards it is there."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import text
from sqlmodel import Session

from minutes.store.frozen import AFTERWARDS, frozen_tables

_ALWAYS = ("document", "history", "text_revision")
"""What is kept for ever, whether a meeting's or not."""
_CHANGED = frozenset({"communication", "mask"})
"""What is about adjusted minutes and is changed freely: what is listed of them in columns, and
what the next copy for the web masks."""
_TRIGGERS = {
    "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')"
    ),
}


def _guarded(session: Session) -> Iterator[str]:
    """Tables whose rows nothing in the database protects."""
    kind = session.get_bind().dialect.name
    rows = session.connection().execute(text(_TRIGGERS[kind]))
    marks = ("_is_frozen", "_is_kept")
    guarded = {
        table for table, name in rows if table in AFTERWARDS or any(mark in name for mark in marks)
    }
    for table in sorted({*frozen_tables(), *AFTERWARDS, *_ALWAYS} - guarded - _CHANGED):
        yield f"Spärren som skyddar tabellen {table} mot ändringar saknas i databasen."


def _whole(session: Session) -> Iterator[str]:
    """What SQLite finds wrong with its file and its references."""
    if session.get_bind().dialect.name != "sqlite":
        return
    connection = session.connection()
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"Databasens fil är skadad: {said}"
    for table, row, other, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"Raden {row} i tabellen {table} hör till en rad i {other} som inte finns."


def walk(session: Session) -> Iterator[str]:
    """What is wrong with the database itself."""
    yield from _whole(session)
    yield from _guarded(session)
