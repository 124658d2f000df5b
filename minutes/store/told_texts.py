"""Every text that the register tells of a meeting, row by row, for a copy without some words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, select
from sqlmodel import Session

from minutes.store.frozen import owner_of
from minutes.store.tables import Base, Meeting
from minutes.store.tables.base import Words

_OF_THE_WORK = frozenset(
    {
        "dispatch", "edition", "edition_item", "edition_signer", "extract", "immediate_adjustment",
        "mask", "masked_text", "public_copy", "settlement", "verdict",
    }
)  # fmt: skip
"""Tables that tell of how the minutes are handled, which no public page reads."""


@cache
def _owners() -> Mapping[str, Column[Any] | None]:
    """The tables of a meeting's own rows, each with the column that says whose they are."""
    tables = Base.metadata.tables
    found: dict[str, Column[Any] | None] = {"meeting": None}
    while more := {
        name: owner
        for name, table in tables.items()
        if name not in {*found, *_OF_THE_WORK} and (owner := owner_of(table, found)) is not None
    }:
        found |= more
    told_in = {"assignment": "decision_point_id", "delegated_decision": "reported_in_id"}
    return {**found, **{name: tables[name].c[column] for name, column in told_in.items()}}


def _below(table: Table, root: str, key: int) -> ColumnElement[bool] | None:
    """Whether a row of a table hangs by that row of another, None where none can."""
    if table.name == root:
        return table.c.id == key
    owner = _owners().get(table.name)
    if owner is None:
        return None
    parent = next(iter(owner.foreign_keys)).column.table
    inner = _below(parent, root, key)
    return None if inner is None else owner.in_(select(parent.c.id).where(inner))


def _current(table: Table) -> ColumnElement[bool] | None:
    """Of a section only its current wording is told."""
    if table.name != "text_revision":
        return None
    section = Base.metadata.tables["section"].c
    number = select(section.revision).where(section.id == table.c.section_id).scalar_subquery()
    return table.c.number == number


def _texts(session: Session, table: Table, where: ColumnElement[bool]) -> Iterator[str]:
    columns = [column for column in table.c if isinstance(column.type, Words)]
    current = _current(table)
    if not columns:
        return
    query = select(*columns).where(where)
    rows = session.connection().execute(query if current is None else query.where(current))
    yield from (text for row in rows for text in row if text)


def texts_of_item(session: Session, item: int) -> Iterator[str]:
    """Every text of a § and of what belongs to it, its matters and their motions included."""
    tables = Base.metadata.tables
    for name in _owners():
        if (below := _below(tables[name], "item", item)) is not None:
            yield from _texts(session, tables[name], below)
    treats, matter, motion = (tables[n].c for n in ("item_matter", "matter", "motion"))
    matters = select(treats.matter_id).where(treats.item_id == item)
    motions = select(motion.id).where(motion.matter_id.in_(matters))
    clause = tables["clause"]
    yield from _texts(session, tables["matter"], matter.id.in_(matters))
    yield from _texts(session, tables["motion"], motion.matter_id.in_(matters))
    yield from _texts(session, clause, clause.c.motion_id.in_(motions))


def texts_of_meeting(session: Session, meeting: Meeting) -> Iterator[str]:
    """Every text of a meeting that belongs to none of its §§."""
    tables = Base.metadata.tables
    for name in _owners():
        if _below(tables[name], "item", 0) is None:
            below = _below(tables[name], "meeting", meeting.id)
            if below is not None:
                yield from _texts(session, tables[name], below)
