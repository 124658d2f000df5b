"""The entries of the history that tell of some rows, and of what was taken out from among them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, select

from minutes.store.dumping import Dump
from minutes.store.frozen import plain
from minutes.store.linked import Keys, owners, target
from minutes.store.tables import Base, History

UNPACKED, REFUSED = "unpacked", "package refused"
"""What a register tells of packages themselves, whence it was restored; no archive is given it."""
_AT_ONCE = 500
_STRUCK = "struck"


def _belongs(table: str, columns: Mapping[str, Any], keys: Mapping[str, set[int]]) -> bool:
    """Whether a row that is there no more hung by one of the rows, or by one that did."""
    return any(
        columns.get(owner.name) in keys.get(target(owner), ()) for owner in owners().get(table, ())
    )


def _gone(session: Session, keys: Keys) -> Mapping[str, set[int]]:
    """The rows that were taken out from among these, with their parts, by table."""
    found: dict[str, set[int]] = defaultdict(set, {name: set(some) for name, some in keys.items()})
    struck = select(History).where(col(History.verb) == _STRUCK).order_by(col(History.id))
    told = [(entry, json.loads(entry.details)) for entry in session.exec(struck)]
    size = -1
    while size != (size := sum(map(len, found.values()))):
        for entry, columns in told:
            if not _belongs(entry.subject, columns, found):
                continue
            found[entry.subject].add(entry.subject_id)
            for part, rows in columns.get("parts", {}).items():
                found[part] |= {row["id"] for row in rows}
    return found


def _entries(session: Session, keys: Mapping[str, set[int]]) -> Iterator[History]:
    for name, wanted in sorted(keys.items()):
        ordered = sorted(wanted)
        for start in range(0, len(ordered), _AT_ONCE):
            some = ordered[start : start + _AT_ONCE]
            of = col(History.subject) == name, col(History.subject_id).in_(some)
            yield from session.exec(
                select(History).where(*of, col(History.verb).not_in((UNPACKED, REFUSED)))
            )


def trail_of(session: Session, dump: Dump) -> Sequence[Mapping[str, Any]]:
    """The entries on the rows of a dump, in the order of the history; none on what is masked."""
    keys = {**dump.keys, "item": dump.keys.get("item", set()) - dump.masked}
    columns = Base.metadata.tables["history"].columns
    found = sorted(_entries(session, _gone(session, keys)), key=lambda one: one.id)
    return [{c.name: plain(getattr(one, c.name)) for c in columns} for one in found]
