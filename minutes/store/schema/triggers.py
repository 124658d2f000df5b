"""Triggers by which the database itself refuses a write, on SQLite and on PostgreSQL.

SQLite has a trigger for each kind of write, and says in it when it refuses; PostgreSQL has one for
all of them, and a function that says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import on_sqlite

FROZEN = "the minutes are adjusted: the record is frozen"
KEPT = "this is kept for ever and never changed"
_ROWS = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("OLD", "NEW")}
"""By kind of write, the rows that it is about: as it was, and as it becomes."""


def _on(name: str, write: str) -> str:
    """The name of SQLite's trigger for that kind of write."""
    return f"{name}_on_{write.split(maxsplit=1)[0].lower()}"


def _raise(name: str, write: str, table: str, sentence: str, when: str = "") -> None:
    asked = f" WHEN {when}" if when else ""
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {write} ON {table}{asked} "
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )


def _function(name: str, body: str) -> None:
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
    )


def _run(name: str, write: str, table: str, function: str, each: str = "ROW") -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {write} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION {function}()"
    )


def drop(table: str, *names: str) -> None:
    """Take triggers away."""
    for name in names:
        op.execute(f"DROP TRIGGER {name}" + ("" if on_sqlite() else f" ON {table}"))


def refuse(
    name: str, write: str, table: str, sentence: str, when: str, *, gives: str = "NEW"
) -> None:
    """Refuse a write where a condition of the row holds; the database answers with the sentence."""
    if on_sqlite():
        _raise(name, write, table, sentence, when)
        return
    _function(name, f"IF {when} THEN RAISE EXCEPTION '{sentence}'; END IF; RETURN {gives};")
    _run(name, write, table, name)


def refuse_no_more(name: str, table: str) -> None:
    """Let that write be done again."""
    drop(table, name)
    if not on_sqlite():
        op.execute(f"DROP FUNCTION {name}()")


def freeze(name: str, table: str, writes: Sequence[str], when: Callable[[str], str]) -> None:
    """Refuse writes where the row, as it was or as it becomes, is frozen.

    `when` gives the condition for the row that is called OLD or NEW.
    """
    if on_sqlite():
        for write in writes:
            frozen = " OR ".join(when(row) for row in _ROWS[write.split()[0]])
            _raise(_on(name, write), write, table, FROZEN, frozen)
        return
    refusal = f"THEN RAISE EXCEPTION '{FROZEN}'; END IF; "
    _function(
        name,
        f"IF TG_OP IN ('INSERT', 'UPDATE') AND {when('NEW')} {refusal}"
        f"IF TG_OP IN ('UPDATE', 'DELETE') AND {when('OLD')} {refusal}"
        "RETURN COALESCE(NEW, OLD);",
    )
    _run(name, " OR ".join(writes), table, name)


def freeze_no_more(name: str, table: str, writes: Sequence[str]) -> None:
    """Let those writes be done again."""
    if on_sqlite():
        drop(table, *(_on(name, write) for write in writes))
        return
    refuse_no_more(name, table)


def keep_from(write: str, table: str) -> None:
    """Refuse one kind of write to a table, ever."""
    name = _on(f"{table}_is_kept", write)
    if on_sqlite():
        _raise(name, write, table, KEPT)
        return
    _run(name, write, table, "is_kept")


def keep(table: str, update: str = "UPDATE") -> None:
    """Refuse that a row is deleted, or updated in what is kept of it."""
    if not on_sqlite():
        _run(f"{table}_is_kept", f"{update} OR DELETE", table, "is_kept")
        return
    for write in (update, "DELETE"):
        keep_from(write, table)


def keep_no_more(table: str) -> None:
    """Let rows be updated and deleted again."""
    name = f"{table}_is_kept"
    drop(table, *([_on(name, "UPDATE"), _on(name, "DELETE")] if on_sqlite() else [name]))


def keep_what_is_entered(name: str, write: str, table: str, column: str) -> None:
    """Refuse an update of a row whose column has its value: it is entered once."""
    when = f"OLD.{column} IS NOT NULL"
    if on_sqlite():
        _raise(name, write, table, KEPT, when)
        return
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {write} ON {table} "
        f"FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION is_kept()"
    )


def keep_filled(*tables: str) -> None:
    """Refuse PostgreSQL's way to empty a table at once, which asks no trigger of its rows."""
    for table in () if on_sqlite() else tables:
        _run(f"{table}_is_not_emptied", "TRUNCATE", table, "is_kept", "STATEMENT")


def keep_filled_no_more(*tables: str) -> None:
    """Let tables be emptied again."""
    for table in () if on_sqlite() else tables:
        drop(table, f"{table}_is_not_emptied")


def make_is_kept() -> None:
    """The function of PostgreSQL that refuses whatever it is run for."""
    if not on_sqlite():
        _function("is_kept", f"RAISE EXCEPTION '{KEPT}';")


def drop_is_kept() -> None:
    """PostgreSQL without that function."""
    if not on_sqlite():
        op.execute("DROP FUNCTION is_kept()")


@contextmanager
def unguarded(table: str) -> Iterator[None]:
    """Let a migration fill a column that it has added, in rows that the triggers keep."""
    if not on_sqlite():
        op.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        op.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        return
    known = sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :t")
    triggers = op.get_bind().execute(known, {"t": table}).all()
    drop(table, *(name for name, _ in triggers))
    yield
    for _, written in triggers:
        op.get_bind().exec_driver_sql(written)
