"""Rows are revised and struck by somebody who tells which wording of them they saw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol

from sqlmodel import Session

from minutes.actions.history import Act, add_all, record
from minutes.domain.errors import Outdated
from minutes.store.tables import Base


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


def require_seen(session: Session, row: Revised, seen: int | None) -> None:
    """Raise Outdated where somebody else has changed the row since; hold it until the commit.

    `seen` is the revision that the form was made from, None where it does not matter.
    """
    session.refresh(row, with_for_update=True)
    if seen is not None and row.revision != seen:
        raise Outdated(
            "Någon annan har ändrat det här sedan du öppnade det. "
            "Jämför båda lydelserna och välj vilken som ska gälla."
        )


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
    told: dict[str, Any] = {"before": before, "after": _told(row, changed)}
    told |= {"parts": list(parts)} if parts is not None else {}
    record(session, act, verb, row, told)
    return True


def replace_parts(session: Session, old: Sequence[Base], new: Sequence[Base]) -> None:
    """Put new parts of a row, which has its entry, in the place of the old."""
    for part in old:
        session.delete(part)
    session.flush()
    add_all(session, *new)


def strike(session: Session, act: Act, row: Any, *, seen: int | None = None) -> None:
    """Take out what was entered by mistake; the entry tells what it was. Raises Outdated."""
    require_seen(session, row, seen)
    columns = [column.name for column in row.__table__.columns if column.name != "revision"]
    record(session, act, "struck", row, _told(row, columns))
    session.delete(row)
    session.flush()
