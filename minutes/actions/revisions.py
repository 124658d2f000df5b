"""Rows are revised and struck by somebody who tells which wording of them they saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol

from sqlalchemy import Column, Table, inspect
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from minutes.actions.history import Act, add_all, record
from minutes.domain.errors import Outdated, RuleBroken
from minutes.store.tables import Base, History

_ASIDE = 10_000


class Revised(Protocol):
    """A row that counts its wordings."""

    id: int
    revision: int


def _plain(value: Any) -> Any:
    """A column's value as JSON holds it."""
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | datetime) else value


def _told(row: Any, columns: Sequence[str]) -> dict[str, Any]:
    return {column: _plain(getattr(row, column)) for column in columns}


def outdated() -> Outdated:
    """What tells that somebody else was first."""
    return Outdated(
        "Någon annan har ändrat det här sedan du öppnade det. "
        "Jämför båda lydelserna och välj vilken som ska gälla."
    )


def require_seen(session: Session, row: Revised, seen: int | None) -> None:
    """Raise Outdated where somebody else has changed the row since; hold it until the commit.

    `seen` is the revision that the form was made from, None where it does not matter.
    """
    session.refresh(row, with_for_update=True)
    if seen is not None and row.revision != seen:
        raise outdated()


def revise(
    session: Session,
    act: Act,
    row: Any,
    columns: Mapping[str, Any],
    *,
    seen: int | None = None,
    verb: str = "revised",
    parts: Sequence[object] | None = None,
) -> bool:
    """Give a row these columns; whether anything changed. The same values leave no entry.

    The entry tells how it was and how it is; `parts` are what its parts become, where the caller
    replaces them. Raises Outdated.
    """
    require_seen(session, row, seen)
    changed = [name for name, value in columns.items() if getattr(row, name) != value]
    if not changed and parts is None:
        return False
    before = _told(row, changed)
    for name in changed:
        setattr(row, name, columns[name])
    row.revision += 1
    words: dict[str, Any] = {"before": before, "after": _told(row, changed)}
    words |= {"parts": list(parts)} if parts is not None else {}
    record(session, act, verb, row, words)
    return True


def replace_parts(session: Session, old: Sequence[Base], new: Sequence[Base]) -> None:
    """Put new parts of a row, which has its entry, in the place of the old."""
    for part in old:
        session.delete(part)
    session.flush()
    add_all(session, *new)


def order_rows(session: Session, rows: Sequence[Any]) -> None:
    """Let rows stand in this order, counted from 0.

    In two steps, since each place is taken once: first out of the way.
    """
    if all(row.position == place for place, row in enumerate(rows)):
        return
    for base in (_ASIDE, 0):
        for place, row in enumerate(rows):
            row.position = base + place
        session.flush()


def classes() -> Mapping[str, type[Any]]:
    """The classes of all tables by their names."""
    found = inspect(History).registry.mappers
    return {str(one.class_.__tablename__): one.class_ for one in found}


def links(table: Table, to: Table) -> Iterator[Column[Any]]:
    """The columns by which a table's rows belong to another's, and go with them."""
    for key in table.foreign_keys:
        if key.column.table is to and key.ondelete == "CASCADE":
            yield key.parent


def _parts_of(session: Session, row: Any) -> dict[str, list[Any]]:
    """The rows that go with a row, by their table."""
    found: dict[str, list[Any]] = {}
    for name, part in classes().items():
        for link in links(part.__table__, row.__table__):
            of_row = select(part).where(link == row.id).order_by(part.id)
            if rows := list(session.exec(of_row)):
                found[name] = rows
    return found


def columns_of(row: Any) -> dict[str, Any]:
    """All columns of a row as JSON holds them."""
    return _told(row, [column.name for column in row.__table__.columns])


def strike(
    session: Session,
    act: Act,
    row: Any,
    *,
    seen: int | None = None,
    parted: Mapping[str, Sequence[int]] | None = None,
) -> History:
    """Take out what was entered by mistake, with its parts; the entry tells what it was.

    `parted` are the rows, by "table.column", that the caller has let point at nothing instead.
    Raises RuleBroken where something else points at it, and Outdated.
    """
    require_seen(session, row, seen)
    parts = _parts_of(session, row)
    words = {name: [columns_of(part) for part in rows] for name, rows in parts.items()}
    told = {"parts": words, "parted": dict(parted or {})}
    told = {name: what for name, what in told.items() if what}
    entry = record(session, act, "struck", row, columns_of(row) | told)
    try:
        with session.begin_nested():
            for part in (one for rows in parts.values() for one in rows):
                session.delete(part)
            session.flush()
            session.delete(row)
    except IntegrityError as error:
        raise RuleBroken("Annat i protokollet bygger på det här. Ändra det först.") from error
    return entry
