"""Rows fetched in one query and laid out by what they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlmodel import Session, col, select

from minutes.store.tables import Base

R = TypeVar("R", bound=Base)
Grouped = Mapping[int, Sequence[R]]


def grouped(session: Session, table: type[R], key: str, keys: Iterable[int]) -> Grouped[R]:
    """The rows of `table` by their `key` column, each group in its own order.

    One query; rows that have a position stand by it, others by their key.
    """
    column: Any = getattr(table, key)
    order: Any = getattr(table, "position", None) or getattr(table, "number", None)
    wanted = list(keys)
    found: dict[int, list[R]] = defaultdict(list)
    if not wanted:
        return found
    query = select(table).where(col(column).in_(wanted))
    by = [order] if order is not None else []
    for row in session.exec(query.order_by(*by, table.id)):  # type: ignore[attr-defined]  # every table has the column
        found[getattr(row, key)].append(row)
    return found


def ids(groups: Grouped[R]) -> list[int]:
    """The keys of all rows in the groups."""
    return [row.id for rows in groups.values() for row in rows]  # type: ignore[attr-defined]  # every table has the column
