"""What the adjustment freezes: a meeting's own rows, found along the foreign keys, and their sums.

The triggers refuse every change of these rows. The sums are laid down in the history when the
minutes are adjusted, so that a change past the triggers is found, too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import Column, Select, Table, select
from sqlmodel import Session

from minutes.store.tables import Base

AFTERWARDS = frozenset(
    {
        "adjustment",
        "appeal",
        "communication",
        "correction",
        "correction_certification",
        "correction_proposal",
        "correction_signer",
        "dispatch",
        "edition",
        "edition_item",
        "edition_signer",
        "extract",
        "immediate_adjustment",
        "mask",
        "masked_text",
        "notice",
        "public_copy",
        "renewal",
        "settlement",
        "signature",
        "verdict",
    }
)
"""What is a meeting's own but comes with its adjustment or after it; it is kept in other ways."""
GOES_ON = {"assignment": frozenset({"status", "closed_by_id", "revision", "organisation_id"})}
"""Columns that later minutes change."""

Sums = Mapping[str, tuple[Sequence[str], str]]
"""By table: the columns that were summed, and the SHA-256 (hex) of their values."""


def owner_of(table: Table, owned: Mapping[str, Any]) -> Column[Any] | None:
    """The column that says to which row of a meeting's own a row belongs."""
    for key in sorted(table.foreign_keys, key=lambda one: str(one.parent.name)):
        if key.ondelete == "CASCADE" and key.column.table.name in owned:
            return key.parent
    return None


@cache
def frozen_tables() -> Mapping[str, Column[Any] | None]:
    """The tables of a meeting's own rows, each with the column that says whose they are."""
    tables = Base.metadata.tables
    found: dict[str, Column[Any] | None] = {"meeting": None}
    while more := {
        name: owner
        for name, table in tables.items()
        if name not in found
        and name not in AFTERWARDS
        and (owner := owner_of(table, found)) is not None
    }:
        found |= more
    assigned = tables["assignment"].c.decision_point_id
    return {**found, "assignment": assigned}


def _keys(table: Table, meeting_id: int) -> Select[Any]:
    return select(table.c.id).where(_of_meeting(table, meeting_id))


def _of_meeting(table: Table, meeting_id: int) -> Any:
    owner = frozen_tables()[table.name]
    if owner is None:
        return table.c.id == meeting_id
    (key,) = owner.foreign_keys
    if key.column.table.name == "meeting":
        return owner == meeting_id
    return owner.in_(_keys(key.column.table, meeting_id))


def plain(value: Any) -> Any:
    """A column's value as JSON holds it: a moment in UTC, an enumeration by its value."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _sum(session: Session, table: Table, columns: Sequence[str], meeting_id: int) -> str:
    wanted = select(*(table.c[name] for name in columns))
    rows = session.connection().execute(
        wanted.where(_of_meeting(table, meeting_id)).order_by(table.c.id)
    )
    digest = hashlib.sha256()
    for row in rows:
        digest.update(json.dumps([plain(one) for one in row], ensure_ascii=False).encode())
        digest.update(b"\n")
    return digest.hexdigest()


def _columns(table: Table) -> list[str]:
    return [c.name for c in table.columns if c.name not in GOES_ON.get(table.name, ())]


def sums_of(session: Session, meeting_id: int) -> Sums:
    """The sum of a meeting's own rows, by table; tables without rows of it are left out."""
    session.flush()
    found = {}
    nothing = hashlib.sha256().hexdigest()
    for name in sorted(frozen_tables()):
        table = Base.metadata.tables[name]
        total = _sum(session, table, _columns(table), meeting_id)
        if total != nothing:
            found[name] = (_columns(table), total)
    return found


def changed_tables(session: Session, meeting_id: int, sums: Sums) -> Iterator[str]:
    """The tables in which a meeting's rows are no longer what was summed.

    A column that a later version has added was not summed, and is not asked about.
    """
    yield from sorted(sums_of(session, meeting_id).keys() - sums.keys())
    for name, (columns, total) in sums.items():
        table = Base.metadata.tables.get(name)
        is_known = table is not None and {*columns} <= {*table.columns.keys()}
        if table is None or not is_known:
            continue
        if _sum(session, table, columns, meeting_id) != total:
            yield name
