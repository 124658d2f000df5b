"""The rows that belong to meetings, found along the foreign keys: what an archive is given.

A meeting's own rows come with it, and so does each row that one of them names. A table that is
added later comes along by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, or_, select
from sqlmodel import Session

from minutes.store.frozen import plain
from minutes.store.linked import (
    LEFT_OUT,
    Keys,
    Rows,
    chunks,
    found_by,
    owners,
    single,
    tables,
    target,
)
from minutes.store.tables import Base
from minutes.store.withholding import pictures_in, told_of, withhold

_PARTS = {"clause": "motion", "motion_mover": "motion", "goal_wording": "goal"}
"""What comes with a row that a meeting names: a motion is whole, a goal has all its wordings."""


def _own(session: Session, found: dict[str, set[int]]) -> None:
    """Add the meetings' own rows, table by table, each after the one that owns its rows."""
    for name, columns in owners().items():
        query = select(Base.metadata.tables[name].c.id)
        for owner in columns:
            keys = found[target(owner)]
            found[name] |= {key for (key,) in found_by(session, query, owner, keys)}


def _named(session: Session, name: str, keys: Iterable[int]) -> Iterator[tuple[str, int]]:
    """The rows that some rows of a table name."""
    table = Base.metadata.tables[name]
    links = [one.parent for one in single(table)]
    if not links:
        return
    for row in found_by(session, select(*links), table.c.id, keys):
        pairs = zip(links, row, strict=True)
        yield from ((target(link), key) for link, key in pairs if key is not None)


def _parts(session: Session, new: Keys) -> Iterator[tuple[str, int]]:
    for name, whole in _PARTS.items():
        table = Base.metadata.tables[name]
        query = select(table.c.id)
        owner = table.c[f"{whole}_id"]
        yield from ((name, key) for (key,) in found_by(session, query, owner, new.get(whole, ())))


def _with_named(session: Session, found: dict[str, set[int]]) -> None:
    """Add what the rows name, and what that names in turn."""
    new: Keys = {name: set(keys) for name, keys in found.items()}
    while new:
        more: dict[str, set[int]] = defaultdict(set)
        pairs = [pair for name in new for pair in _named(session, name, new[name])]
        for name, key in (*pairs, *_parts(session, new)):
            if key not in found[name]:
                found[name].add(key)
                more[name].add(key)
        new = more


def _beside(session: Session, found: dict[str, set[int]]) -> None:
    """Add the parties, and who had a seat in the bodies on the days of the meetings."""
    t = Base.metadata.tables
    party, mandate, meeting = t["party"].c, t["mandate"].c, t["meeting"].c
    of = party.organisation_id.in_(found["organisation"])
    found["party"] |= {key for (key,) in session.connection().execute(select(party.id).where(of))}
    held = select(mandate.id).join(t["meeting"], meeting.body_id == mandate.body_id)
    then = mandate.begins_on <= meeting.held_on
    still = or_(mandate.ends_on.is_(None), mandate.ends_on >= meeting.held_on)
    seats = found_by(session, held.where(then, still), meeting.id, found["meeting"])
    found["mandate"] |= {key for (key,) in seats}


@dataclass(frozen=True, slots=True)
class Dump:
    """The keys of the rows, by table; `masked` are the §§ of which only number and ground go."""

    keys: Keys
    masked: frozenset[int] = frozenset()


def dump_of(
    session: Session,
    meetings: Iterable[int],
    *,
    delegated: Iterable[int] = (),
    secret: bool = False,
) -> Dump:
    """All rows that belong to the meetings or delegated decisions, and what those name.

    What is secret goes along only where it is asked for.
    """
    found: dict[str, set[int]] = defaultdict(set)
    found["meeting"] |= set(meetings)
    found["delegated_decision"] |= set(delegated)
    _own(session, found)
    masked = frozenset() if secret else withhold(session, found)
    found["document"] |= pictures_in(session, found)
    _with_named(session, found)
    _beside(session, found)  # the organisation is named by now, the persons of its seats are not
    _with_named(session, found)
    masked = frozenset() if secret else masked | withhold(session, found)
    return Dump({name: found[name] for name in tables() if found[name]}, masked)


def rows_of(session: Session, dump: Dump) -> Rows:
    """The rows of a dump; what points at a table that is left out points at nothing."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, wanted in dump.keys.items():
        table = Base.metadata.tables[name]
        outside = {
            key.parent.name for key in table.foreign_keys if key.column.table.name in LEFT_OUT
        }
        found[name] = [
            {c.name: None if c.name in outside else plain(row[c.name]) for c in table.columns}
            for row in _all_rows(session, table, wanted)
        ]
    found["item"] = [
        {**row, **told_of(row)} if row["id"] in dump.masked else row
        for row in found.get("item", ())
    ]
    return found


def _all_rows(session: Session, table: Table, keys: Iterable[int]) -> Iterator[Any]:
    for some in chunks(keys):
        query = select(table).where(table.c.id.in_(some)).order_by(table.c.id)
        yield from session.connection().execute(query).mappings()
