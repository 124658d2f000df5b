"""Rows fetched in one query and laid out by what they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam
from sqlmodel import Session, col, select

from minutes.domain.persons import Person as Named
from minutes.store.remembered import remembered
from minutes.store.tables import Base

R = TypeVar("R", bound=Base)
Grouped = Mapping[int, Sequence[R]]


@cache
def _order(table: type[Base]) -> tuple[str, ...]:
    """The columns that the rows of a table stand by."""
    columns = table.__table__.c  # type: ignore[attr-defined]  # every table class has its table
    return (*[name for name in ("position", "number") if name in columns][:1], "id")


def order_of(table: type[R]) -> Callable[[R], tuple[Any, ...]]:
    """What the rows of a table stand by."""
    names = _order(table)
    return lambda row: tuple(getattr(row, name) for name in names)


@cache
def _query(table: type[Base], key: str) -> Select[Any]:
    """The rows whose `key` is among `keys`; made once, since a § asks a score of them."""
    column: Any = getattr(table, key)
    asked = col(column).in_(bindparam("keys", expanding=True))
    return select(table).where(asked).order_by(*(getattr(table, name) for name in _order(table)))


def grouped(session: Session, table: type[R], key: str, keys: Iterable[int]) -> Grouped[R]:
    """The rows of `table` by their `key` column, each group in its own order.

    One query, or none for what the session has read before; rows that have a position stand by
    it, others by their key.
    """
    known: dict[int, list[R]] = remembered(session, (table, key), dict)
    wanted = list(dict.fromkeys(keys))
    unread = [one for one in wanted if one not in known]
    if unread:
        read: dict[int, list[R]] = {one: [] for one in unread}
        for row in session.scalars(_query(table, key), {"keys": unread}):
            read[getattr(row, key)].append(row)
        known |= read
    return defaultdict(list, ((one, known[one]) for one in wanted if known[one]))


def ids(groups: Grouped[R]) -> list[int]:
    """The keys of all rows in the groups."""
    return [row.id for rows in groups.values() for row in rows]  # type: ignore[attr-defined]  # every table has the column


def person_of(row: Any, prefix: str = "") -> Named | None:
    """The person whose name and party stand in a row's columns."""
    name, party = getattr(row, f"{prefix}name"), getattr(row, f"{prefix}party")
    return Named(name, party) if name or party else None
