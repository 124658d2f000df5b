"""The history: no entry is changed or taken out, and what an entry tells of is there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Table
from sqlmodel import Session, col, func, select

from minutes.actions.history import FIRST, digest_of
from minutes.store.tables import Base, History
from minutes.store.trails import UNPACKED

GONE = "struck"
"""The verb of an entry after which its row is there no more."""
_TOGETHER = 500
_ENTERED = (
    "adjustment", "correction", "correction_certification", "correction_proposal", "document",
    "notice", "renewal",
)  # fmt: skip
"""Rows that are never taken out, each with an entry of its own."""

Named = dict[tuple[str, int], int]
"""The rows that entries tell of, with the last entry that does."""


def count(session: Session) -> int:
    """How many entries the history has."""
    return session.exec(select(func.count()).select_from(History)).one()


@dataclass(slots=True)
class _Whence:
    """What a register that was restored says of the entries that came with it.

    They are the part of a longer history: `loose` do not follow on the one before, and `chain` is
    the sum of them all.
    """

    entry: int = 0
    loose: frozenset[int] = frozenset()
    chain: str = ""

    def is_broken_at(self, entry: History, total: str) -> bool:
        """Whether the entries before the one that tells of them are not those that came."""
        return entry.id == self.entry and total != self.chain


def _whence(session: Session) -> _Whence:
    found = select(History).where(History.verb == UNPACKED).order_by(col(History.id)).limit(1)
    entry = session.exec(found).first()
    if entry is None:
        return _Whence()
    told = json.loads(entry.details)
    return _Whence(entry.id, frozenset(told["loose"]), told["chain"])


def _linked(entry: History, before: str, whence: _Whence) -> str | None:
    where = f"Händelse {entry.id} i historiken ({entry.at:%Y-%m-%d %H.%M}, {entry.actor})"
    if entry.previous != before and entry.id not in whence.loose:
        return f"{where} följer inte på den före: en händelse är borttagen eller insatt."
    if digest_of(entry) != entry.digest:
        return f"{where} är ändrad i efterhand."
    return None


def _note(named: Named, entry: History) -> None:
    """Remember which rows the entry leaves behind."""
    if entry.verb != GONE:
        named[entry.subject, entry.subject_id] = entry.id
        return
    named.pop((entry.subject, entry.subject_id), None)
    for table, rows in json.loads(entry.details).get("parts", {}).items():
        for row in rows:
            named.pop((table, row["id"]), None)


def _keys(session: Session, table: Table) -> set[int]:
    return {key for (key,) in session.connection().execute(select(table.c.id))}


def _missing(session: Session, named: Named) -> Iterator[str]:
    for name in sorted({table for table, _ in named}):
        table = Base.metadata.tables.get(name)
        wanted = {key: entry for (of, key), entry in named.items() if of == name}
        for key in sorted(wanted.keys() - (_keys(session, table) if table is not None else set())):
            yield (
                f"Händelse {wanted[key]} i historiken gäller raden {key} i tabellen {name}, "
                "som inte finns."
            )


def _unentered(session: Session, named: Named) -> Iterator[str]:
    for name in _ENTERED:
        for key in sorted(_keys(session, Base.metadata.tables[name])):
            if (name, key) not in named:
                yield f"Raden {key} i tabellen {name} står inte i historiken."


def walk(session: Session) -> Iterator[str | None]:
    """The chain from its first entry, then the rows that it tells of."""
    before, named = FIRST, Named()
    entries = select(History).order_by(col(History.id))
    whence, total = _whence(session), hashlib.sha256()
    for entry in session.exec(entries.execution_options(yield_per=_TOGETHER)):
        yield _linked(entry, before, whence)
        if whence.is_broken_at(entry, total.hexdigest()):
            yield "Historiken före återställningen är inte den som kom med arkivpaketet."
        before = entry.digest
        total.update(before.encode())
        _note(named, entry)
    yield from _missing(session, named)
    yield from _unentered(session, named)
