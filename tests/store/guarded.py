"""What the triggers of a database refuse, column by column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, inspect, text

from minutes.store.schema.triggers import FROZEN, KEPT
from tests.databases import recorded

_TRIGGERS = text("SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
_TRIGGER = re.compile(
    r"BEFORE (?P<verb>UPDATE|DELETE)(?: OF (?P<columns>[\w, ]+?))? ON (?P<table>\w+)"
    r"(?: WHEN (?P<when>.+?))? BEGIN SELECT RAISE\(ABORT, '(?P<sentence>[^']+)'\)",
    re.DOTALL,
)
_KEY_CHANGES = "OLD.id <> NEW.id"


class Guard(StrEnum):
    """From when on a value, or a row, stays as it is; the first is the strongest."""

    KEPT = "kept"
    FROZEN = "frozen"
    ONCE = "once"
    FREE = "free"


_STRENGTH = tuple(Guard)


def _guard(sentence: str, when: str | None) -> Guard:
    """What a trigger makes of what it watches: one that asks of the old row waits for a value."""
    if sentence == KEPT and when in (None, "TRUE"):
        return Guard.KEPT
    if when and when.startswith("OLD."):
        return Guard.ONCE
    return Guard.FROZEN if sentence in (FROZEN, KEPT) else Guard.FREE


@dataclass(frozen=True, slots=True)
class _Watched:
    """What a trigger watches: no columns stand for all of them."""

    table: str
    verb: str
    columns: frozenset[str]
    guard: Guard


def _watched(connection: Connection) -> Iterator[_Watched]:
    """Each trigger against changes."""
    for written in connection.execute(_TRIGGERS).scalars():
        if found := _TRIGGER.search(written):
            columns = frozenset(re.findall(r"\w+", found["columns"] or ""))
            guard = _guard(found["sentence"], found["when"])
            if found["when"] == _KEY_CHANGES:
                columns, guard = frozenset({"id"}), Guard.KEPT
            yield _Watched(found["table"], found["verb"], columns, guard)


@dataclass(frozen=True, slots=True)
class Guarded:
    """How a table is guarded: each of its columns, and its rows against being deleted."""

    columns: Mapping[str, Guard]
    rows: Guard

    def of(self, guard: Guard) -> Sequence[str]:
        """The columns that are guarded so, in alphabetical order."""
        return sorted(name for name, one in self.columns.items() if one is guard)


def guarded(connection: Connection) -> Mapping[str, Guarded]:
    """Each table of a SQLite database with how its triggers guard it."""
    watched = list(_watched(connection))
    inspector = inspect(connection)
    return {
        table: _guarded(
            [column["name"] for column in inspector.get_columns(table)],
            [one for one in watched if one.table == table],
        )
        for table in sorted(recorded(inspector))
    }


def _guarded(columns: Sequence[str], watched: Sequence[_Watched]) -> Guarded:
    """The strongest guard of each column, and of the rows."""
    deleted = [one.guard for one in watched if one.verb == "DELETE"]
    updated = [one for one in watched if one.verb == "UPDATE"]
    return Guarded(
        {
            name: _strongest(one.guard for one in updated if not one.columns or name in one.columns)
            for name in columns
        },
        _strongest(deleted),
    )


def _strongest(guards: Iterable[Guard]) -> Guard:
    return min(guards, key=_STRENGTH.index, default=Guard.FREE)


def lines_of(tables: Mapping[str, Guarded]) -> Iterator[str]:
    """The rows of the list in docs/frozen.md."""
    for name, one in tables.items():
        told = [", ".join(f"`{column}`" for column in one.of(guard)) or "–" for guard in Guard]
        yield f"| `{name}` | {' | '.join(told)} | {one.rows} |"
