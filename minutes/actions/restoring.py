"""What was taken out is put back, as its entry tells it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import Column, UniqueConstraint, func
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from minutes.actions.history import Act, add_all, in_words, record
from minutes.actions.revisions import classes, links
from minutes.domain.errors import RuleBroken
from minutes.store.tables import History


def value_of(column: Column[Any], plain: Any) -> Any:
    """A column's value of what JSON holds. Raises ValueError and TypeError where it holds none."""
    told_as: Any = column.type
    kind = getattr(told_as, "impl_instance", told_as).python_type
    if plain is None:
        return None
    if issubclass(kind, Enum):
        return kind(plain)
    return kind.fromisoformat(plain) if issubclass(kind, date) else plain


def row_of(kind: type[Any], columns: Mapping[str, Any]) -> Any:
    """A row of what JSON holds of its columns."""
    own = kind.__table__.columns
    return kind(**{name: value_of(own[name], plain) for name, plain in columns.items()})


def _at_the_end(session: Session, row: Any) -> None:
    """Let a row whose place another has taken stand last."""
    for one in row.__table__.constraints:
        if isinstance(one, UniqueConstraint) and "position" in one.columns:
            beside = [c == getattr(row, c.name) for c in one.columns if c.name != "position"]
            place = one.columns["position"]
            if session.exec(select(place).where(*beside, place == row.position)).first() is None:
                return
            row.position = session.exec(select(func.max(place)).where(*beside)).one() + 1


def _require_gone(session: Session, entry: History) -> None:
    put_back = select(History.id).where(
        History.verb == "restored",
        col(History.subject) == entry.subject,
        History.details == in_words({"entry": entry.id}),
    )
    if entry.verb != "struck" or session.exec(put_back).first() is not None:
        raise RuleBroken("Det är redan tillbaka.")


def restore(session: Session, act: Act, entry: History) -> Any:
    """Put back what an entry tells was taken out, with its parts; it keeps its key and its place.

    Where somebody has taken its place it stands last. Raises RuleBroken where it is back already,
    or something else stands instead.
    """
    _require_gone(session, entry)
    kinds, columns = classes(), json.loads(entry.details)
    parts, parted = columns.pop("parts", {}), columns.pop("parted", {})
    kind = kinds[entry.subject]
    if session.get(kind, columns["id"]) is not None:
        del columns["id"]
    row = row_of(kind, columns)
    row.revision += 1
    _at_the_end(session, row)
    try:
        with session.begin_nested():
            record(session, act, "restored", row, {"entry": entry.id})
            for name, rows in parts.items():
                add_all(session, *_parts(kinds[name], rows, row))
            _join(session, parted, row)
    except IntegrityError as error:
        raise RuleBroken(
            "Det går inte att lägga tillbaka: något annat står nu i dess ställe."
        ) from error
    return row


def _join(session: Session, parted: Mapping[str, list[int]], row: Any) -> None:
    """Let what pointed at a row do so again, where it points at nothing else."""
    for where, keys in parted.items():
        table, column = where.split(".")
        found = (session.get(classes()[table], key) for key in keys)
        loose = [one for one in found if one is not None and getattr(one, column) is None]
        for one in loose:
            setattr(one, column, row.id)
        add_all(session, *loose)


def _parts(kind: type[Any], rows: list[dict[str, Any]], of: Any) -> Iterator[Any]:
    """The parts of a row that is back, under keys of their own."""
    own_links = {link.name: of.id for link in links(kind.__table__, of.__table__)}
    for columns in rows:
        own = {name: plain for name, plain in columns.items() if name != "id"}
        yield row_of(kind, own | own_links)
