"""The index is made of the record: passage by passage, a § at a time or all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlmodel import Session

from minutes.domain.decisions import DecisionKind, outcome_of
from minutes.store.linked import chunks
from minutes.store.searching.entering import Entry, Known, enter
from minutes.store.searching.tables import NAMED, PASSAGE, STEMS, TERM, Part, Reading
from minutes.store.searching.told import ItemTold, T, Told, told_of
from minutes.store.tables.base import READ_AS

_ITEM = T["item"].c
_Row = dict[str, Any]


def masks_on_the_web(connection: Connection) -> Mapping[str, str]:
    """The texts that any copy holds without some words, until it is withdrawn."""
    copy, masked = T["public_copy"].c, T["masked_text"].c
    standing = select(copy.id).where(copy.withdrawn_at.is_(None))
    texts = select(masked.original, masked.text).where(masked.copy_id.in_(standing))
    return {row.original: row.text for row in _as_it_stands(connection, texts)}


def _as_it_stands(connection: Connection, query: Any) -> Sequence[Any]:
    before = READ_AS.set({})
    try:
        return connection.execute(query).all()
    finally:
        READ_AS.reset(before)


def _read(
    connection: Connection, items: Collection[int], masks: Mapping[str, str]
) -> dict[int, ItemTold]:
    before = READ_AS.set(masks)
    try:
        return told_of(connection, items)
    finally:
        READ_AS.reset(before)


def _readings(
    connection: Connection, items: Collection[int], masks: Mapping[str, str]
) -> Iterator[tuple[Reading, int, ItemTold]]:
    """What each § tells, once where everybody reads the same."""
    within = _read(connection, items, {})
    web = _read(connection, items, masks) if masks else within
    for key in items:
        if within[key] == web[key]:
            yield Reading.EVERYBODY, key, within[key]
        else:
            yield Reading.WITHIN, key, within[key]
            yield Reading.WEB, key, web[key]


def _open_items(connection: Connection, items: Collection[int]) -> dict[int, _Row]:
    """What is told of §§ that may stand in the index: numbered, and not secret."""
    decision = T["decision"].c
    query = (
        select(_ITEM.id, _ITEM.meeting_id, _ITEM.body_id, _ITEM.year, _ITEM.referred_back,
               _ITEM.tabled, decision.kind)
        .select_from(T["item"].outerjoin(T["decision"], decision.item_id == _ITEM.id))
        .where(_ITEM.id.in_(items), _ITEM.number.is_not(None), _ITEM.secrecy.is_(None))
    )  # fmt: skip
    return {row.id: _common(row) for row in connection.execute(query)}


def _common(row: Any) -> _Row:
    kind = DecisionKind(row.kind) if row.kind else None
    outcome = outcome_of(kind, referred_back=row.referred_back, tabled=row.tabled)
    return {
        "item_id": row.id,
        "meeting_id": row.meeting_id,
        "body_id": row.body_id,
        "year": row.year,
        "outcome": outcome.value,
    }


def _passages(of: ItemTold, key: int) -> Iterator[tuple[Part, int, Told]]:
    yield Part.ITEM, key, of.passages[Part.ITEM, key]
    others = ((part, row, told) for (part, row), told in of.passages.items())
    yield from (one for one in others if one[0] is not Part.ITEM)


def _take_out(connection: Connection, items: Collection[int]) -> None:
    old = select(PASSAGE.c.id).where(PASSAGE.c.item_id.in_(items))
    keys = list(connection.execute(old).scalars())
    for some in chunks(keys):
        connection.execute(delete(STEMS).where(STEMS.c.id.in_(some)))
        connection.execute(delete(PASSAGE).where(PASSAGE.c.id.in_(some)))


def index_items(
    connection: Connection,
    items: Collection[int],
    masks: Mapping[str, str],
    known: Known | None = None,
) -> None:
    """Let the index tell what these §§ tell now; what is secret or has no number leaves it."""
    _take_out(connection, items)
    rows = _open_items(connection, items)
    ordered = [key for key in items if key in rows]
    made: list[Entry] = [
        ({**rows[key], "part": part.value, "row_id": row, "reading": reading.value}, of, told)
        for reading, key, of in _readings(connection, ordered, masks)
        for part, row, told in _passages(of, key)
    ]
    enter(connection, made, known or Known())


def is_missing(session: Session) -> bool:
    """Whether there are §§, but nothing in the index: it is made when the schema is new."""
    connection = session.connection()
    indexed = connection.execute(select(PASSAGE.c.id).limit(1)).first()
    return indexed is None and connection.execute(select(_ITEM.id).limit(1)).first() is not None


def index_all(session: Session) -> Iterator[int]:
    """Make the index anew, the oldest §§ first; gives how many §§ are done, now and then."""
    connection = session.connection()
    for table in (NAMED, STEMS, PASSAGE, TERM):
        connection.execute(delete(table))
    meeting = T["meeting"].c
    dated = T["item"].join(T["meeting"], meeting.id == _ITEM.meeting_id)
    query = select(_ITEM.id).select_from(dated).order_by(meeting.held_on, _ITEM.number, _ITEM.id)
    keys = list(connection.execute(query).scalars())
    masks, known = masks_on_the_web(connection), Known()
    at_once = 500
    for start in range(0, len(keys), at_once):
        index_items(connection, keys[start : start + at_once], masks, known)
        yield min(start + at_once, len(keys))
