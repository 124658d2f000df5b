"""A register that holds nothing is given the rows and files of an archive's package."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from minutes.actions.history import FIRST, Act, record
from minutes.actions.restoring import value_of
from minutes.actions.verifying import chain, database, records
from minutes.domain.archiving import FORMAT, BadPackage
from minutes.store.files import store_file
from minutes.store.linked import Rows, single, tables
from minutes.store.searching.index import index_all
from minutes.store.suspended import guards_aside
from minutes.store.tables import Base, History, Organisation
from minutes.store.trails import REFUSED, UNPACKED

_Row = tuple[str, int]
_Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Whence:
    """The package by its name, and the §§ of which it holds number and ground only."""

    identity: str
    masked: Sequence[int] = ()


def require_nothing(session: Session) -> None:
    """Raise BadPackage where the register holds anything at all."""
    for name, table in Base.metadata.tables.items():
        if session.connection().execute(select(table.c.id).limit(1)).first() is not None:
            raise BadPackage(
                f"Registret är inte tomt, det finns rader i tabellen {name}. "
                "Återställ till en ny databas, innan det första kontot görs."
            )


def _require_known(rows: Rows) -> None:
    known = {*tables(), "history"}
    for name, some in rows.items():
        if name not in known:
            raise BadPackage(f"Paketet har en tabell som inte är känd: {name}.")
        columns = {column for row in some for column in row}
        if extra := columns - {*Base.metadata.tables[name].columns.keys()}:
            raise BadPackage(f"Tabellen {name} har en kolumn som inte är känd: {min(extra)}.")


def _values(name: str, row: _Values) -> dict[str, Any]:
    columns = Base.metadata.tables[name].columns
    try:
        return {column: value_of(columns[column], plain) for column, plain in row.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise BadPackage(f"En rad i tabellen {name} går inte att läsa: {error}.") from error


def _ordered(rows: Rows) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows with their values, each after those that it names; like ones together."""
    found = {(name, row["id"]): row for name, some in rows.items() for row in some}
    graph: TopologicalSorter[_Row] = TopologicalSorter()
    for (name, key), row in found.items():
        graph.add((name, key), *_named(name, row))
    graph.prepare()
    while graph.is_active():
        ready = sorted(graph.get_ready())
        for name, alike in groupby(ready, key=lambda one: one[0]):
            yield name, [_values(name, found[one]) for one in alike]
        graph.done(*ready)


def _named(name: str, row: _Values) -> list[_Row]:
    links = single(Base.metadata.tables[name])
    named = [(one.column.table.name, row.get(one.parent.name)) for one in links]
    return [(table, key) for table, key in named if key is not None]


def _enter(session: Session, rows: Rows) -> None:
    """Enter the rows under their own keys."""
    connection = session.connection()
    with guards_aside(session):
        for name, values in _ordered(rows):
            connection.execute(insert(Base.metadata.tables[name]), values)
    if connection.dialect.name == "postgresql":
        for name in (name for name, some in rows.items() if some):
            table = Base.metadata.tables[name]
            last = connection.execute(select(func.max(table.c.id))).scalar()
            sequence = {"name": name, "last": last}
            connection.execute(
                text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)"), sequence
            )


def _at_rest(letter: _Values, act: Act) -> _Values:
    """A letter that nobody sends from here: it was another register's to send."""
    waits = letter.get("sent_at") is None and letter.get("given_up_at") is None
    return {**letter, "given_up_at": act.at.isoformat()} if waits else letter


def _keep(session: Session, rows: Rows, files: Callable[[str], bytes], exports: Path) -> None:
    """Have the files that the rows name wait for the commit."""
    for row in rows.get("document", ()):
        content = files(row["sha256"])
        if len(content) != row["size"]:
            raise BadPackage(f"Filen ”{row['name']}” är inte så stor som dess rad säger.")
        store_file(session, exports, content)


def _links(entries: Sequence[_Values]) -> dict[str, Any]:
    """Which entries do not follow on the one before, and the sum of all as they stand."""
    before, loose, total = FIRST, [], hashlib.sha256()
    for entry in entries:
        if entry["previous"] != before:
            loose.append(entry["id"])
        before = entry["digest"]
        total.update(before.encode())
    return {"loose": loose, "chain": total.hexdigest()}


def _tell(session: Session, act: Act, rows: Rows, package: Whence) -> History:
    organisation = session.get_one(Organisation, min(row["id"] for row in rows["organisation"]))
    told = {"package": package.identity, "format": FORMAT, "masked": list(package.masked)}
    told |= _links(rows.get("history", ()))
    return record(session, act, UNPACKED, organisation, told)


def _require_true(session: Session) -> None:
    """Raise BadPackage where what was entered is not what was adjusted."""
    for walk in (database.walk, chain.walk, records.walk):
        for fault in walk(session):
            if fault:
                raise BadPackage(f"Paketets innehåll är inte det som arkiverades. {fault}")


def unpack(
    session: Session,
    act: Act,
    rows: Rows,
    files: Callable[[str], bytes],
    *,
    package: Whence,
    exports: Path,
) -> History:
    """Enter a package's rows and keep its files; `files` gives the bytes of a checksum.

    Raises BadPackage for a register that is not empty, and for rows that cannot be entered or
    are not what was adjusted. Nothing is kept until the caller commits.
    """
    require_nothing(session)
    _require_known(rows)
    rows = {**rows, "letter": [_at_rest(row, act) for row in rows.get("letter", ())]}
    try:
        _enter(session, rows)
        _keep(session, rows, files, exports)
        entry = _tell(session, act, rows, package)
        deque(index_all(session), maxlen=0)
    except (DBAPIError, KeyError, ValueError) as error:
        raise BadPackage(f"Paketets rader hör inte ihop: {error}") from error
    _require_true(session)
    return entry


def refuse(session: Session, act: Act, package: str, reason: str) -> History | None:
    """Enter that a package was refused, where the register holds anything to enter it with."""
    organisation = session.exec(select(Organisation).order_by(col(Organisation.id))).first()
    if organisation is None:
        return None
    return record(session, act, REFUSED, organisation, {"package": package, "reason": reason})
