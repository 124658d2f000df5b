"""The index is kept in step: what a session changes of a § is told anew before it commits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, event, select
from sqlmodel import Session

from minutes.store.linked import chunks
from minutes.store.searching.index import index_items, masks_on_the_web
from minutes.store.searching.told import T
from minutes.store.tables import PublicCopy
from minutes.store.tables.base import Words

_KEY = "changed for the search"
_OWNERS = {
    "annex": "item_id",
    "assessment": "item_id",
    "decision": "item_id",
    "item": "id",
    "item_matter": "item_id",
    "measure": "item_id",
    "note": "item_id",
    "proposal": "item_id",
    "reservation": "item_id",
    "section": "item_id",
    "text_revision": "section_id",
    "decision_point": "decision_id",
    "note_author": "note_id",
    "proposal_mover": "proposal_id",
    "assignment": "decision_point_id",
    "goal": "plan_id",
    "goal_wording": "goal_id",
    "plan": "decided_by_id",
}
"""The tables that passages are made of, each with the column that says whose a row is."""
_Changed = defaultdict[str, set[int]]


def _owner(name: str) -> str:
    """The table that a row's owner is in; a plan is told by the § that adopted it."""
    column = _OWNERS[name]
    return {"id": name, "decided_by_id": "item"}.get(column, column.removesuffix("_id"))


def _note(session: Session, _context: Any) -> None:
    """Remember which rows a flush changes."""
    changed: _Changed = session.info.setdefault(_KEY, defaultdict(set))
    for row in (*session.new, *session.dirty, *session.deleted):
        name = str(row.__tablename__)
        if isinstance(row, PublicCopy):
            changed["meeting"].add(row.meeting_id)
            changed["masked_text"].add(row.id)
        elif name == "matter":
            changed[name].add(row.id)
        elif name in _OWNERS:
            key = getattr(row, _OWNERS[name])
            of_plan = key is None and name == "assignment"
            changed[name if of_plan else _owner(name)].add(row.id if of_plan else key)


def _plans_of(connection: Connection, assignments: set[int]) -> Iterator[int]:
    """The plans that gave these assignments."""
    plan, row = T["plan"].c, T["assignment"].c
    is_of = (row.plan == plan.name) & (row.organisation_id == plan.organisation_id)
    of_plans = select(plan.id).select_from(T["plan"].join(T["assignment"], is_of))
    for keys in chunks(assignments):
        yield from connection.execute(of_plans.where(row.id.in_(keys))).scalars()


def _up(connection: Connection, changed: _Changed) -> Iterator[int]:
    """The §§ of the rows, from those that hang lowest upwards."""
    changed["plan"].update(_plans_of(connection, changed.pop("assignment", set())))
    for name in ("decision_point", "section", "decision", "note", "proposal", "goal", "plan"):
        columns = T[name].c
        owner = columns[_OWNERS[name]]
        for keys in chunks(changed.pop(name, set())):
            query = select(owner).where(columns.id.in_(keys), owner.is_not(None))
            changed[_owner(name)].update(connection.execute(query).scalars())
    for name, column, target in (("meeting", "meeting_id", "item"),
                                 ("matter", "matter_id", "item_matter")):  # fmt: skip
        columns = T[target].c
        key = columns.id if target == "item" else columns.item_id
        for keys in chunks(changed.pop(name, set())):
            yield from connection.execute(select(key).where(columns[column].in_(keys))).scalars()
    yield from changed.pop("item", set()) - {None}


def _with_texts(connection: Connection, copies: set[int]) -> _Changed:
    """The rows of any meeting that have a text which a copy masks: it is read so there, too."""
    masked = T["masked_text"].c
    originals = select(masked.original).where(masked.copy_id.in_(copies))
    found: _Changed = defaultdict(set)
    for name, owner in _OWNERS.items():
        columns = T[name].c
        for column in columns:
            if isinstance(column.type, Words):
                query = select(columns[owner]).where(column.in_(originals))
                keys = (key for key in connection.execute(query).scalars() if key is not None)
                found[_owner(name)].update(keys)
    return found


def follow(session: Session) -> None:
    """Tell the index what has changed since the last time."""
    session.flush()
    changed: _Changed = session.info.pop(_KEY, defaultdict(set))
    if not changed:
        return
    connection = session.connection()
    if copies := changed.pop("masked_text", set()):
        for name, keys in _with_texts(connection, copies).items():
            changed[name].update(keys)
    items = sorted(set(_up(connection, changed)))
    if items:
        index_items(connection, items, masks_on_the_web(connection))


def _before_commit(session: Any) -> None:
    if not session.in_nested_transaction():
        follow(session)


def _forget(session: Any, ended: Any) -> None:
    if not ended.nested:
        session.info.pop(_KEY, None)


def keep(sessions: type[Session]) -> None:
    """Let every session of that class keep the index in step."""
    event.listen(sessions, "after_flush", _note)
    event.listen(sessions, "before_commit", _before_commit)
    event.listen(sessions, "after_soft_rollback", _forget)
