"""How tables hang together by their foreign keys, and which of them no archive is given."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, ForeignKey, Select, Table
from sqlmodel import Session

from minutes.store.tables import Base

LEFT_OUT = {
    "account": "who signs in here; the history names who acted",
    "addressee": "where a body reaches those it often writes to; what was sent tells to whom",
    "attempt": "failed tries to sign in",
    "entrusted": "what accounts may do here",
    "follow": "what somebody reads, which is nobody else's",
    "follow_news": "what is new to somebody",
    "follower": "who follows, some by an address of theirs",
    "history": "goes along by what it tells of: store/trails.py",
    "kept_form": "unsent words of somebody who was signed out",
    "passkey": "keys of accounts",
    "standing_item": "the agendas of meetings to come",
    "subject": "what another's sign-in calls an account",
    "submission": "forms that were carried out",
}
"""The tables that no archive is given, each with the reason."""
_OWNERS = {
    "assignment": ("decision_point_id",),
    "delegated_decision": ("reported_in_id",),
    "document": ("meeting_id",),
    "notice": ("delegated_decision_id", "meeting_id"),
}
"""Columns that say whose a row is, although each of them may be empty."""
_AT_ONCE = 500

Keys = Mapping[str, set[int]]
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""By table: its rows by their keys, each column as JSON holds it."""


def tables() -> Mapping[str, Table]:
    """The tables that go into a dump, those first that others name."""
    return {one.name: one for one in Base.metadata.sorted_tables if one.name not in LEFT_OUT}


def single(table: Table) -> Iterator[ForeignKey]:
    """The foreign keys of one column, each to a table that is dumped."""
    for constraint in sorted(table.foreign_key_constraints, key=lambda one: str(one.name)):
        if len(constraint.elements) == 1 and constraint.referred_table.name not in LEFT_OUT:
            yield constraint.elements[0]


def _owning(table: Table, owned: Collection[str]) -> tuple[Column[Any], ...]:
    """The columns that say to which row of a meeting's own a row belongs."""
    keys = [one for one in single(table) if one.column.table.name in owned]
    if named := _OWNERS.get(table.name):
        found = tuple(one.parent for one in keys if one.parent.name in named)
        return found if len(found) == len(named) else ()
    parts = [one for one in keys if not one.parent.nullable and one.column.table is not table]
    ordered = sorted(parts, key=lambda one: (one.ondelete != "CASCADE", str(one.parent.name)))
    return tuple(one.parent for one in ordered[:1])


@cache
def owners() -> Mapping[str, tuple[Column[Any], ...]]:
    """The tables of a meeting's own rows, each with the columns that say whose they are."""
    found: dict[str, tuple[Column[Any], ...]] = {}
    while more := {
        name: owner
        for name, table in tables().items()
        if name not in {"meeting", *found} and (owner := _owning(table, {"meeting", *found}))
    }:
        found |= more
    return found


def target(column: Column[Any]) -> str:
    """The table that a column points at."""
    (key,) = column.foreign_keys
    return key.column.table.name


def chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    """The keys in their order, as many together as a database takes."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]


def found_by(session: Session, query: Select[Any], column: Column[Any], keys: Iterable[int]) -> Any:
    """The rows of a query whose column is among the keys."""
    for some in chunks(keys):
        yield from session.connection().execute(query.where(column.in_(some)))
