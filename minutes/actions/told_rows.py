"""The rows of a § as they stand: what an act changed in them, and how that is undone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minutes.actions.restoring import row_of, value_of
from minutes.actions.revisions import columns_of
from minutes.domain.errors import RuleBroken
from minutes.store import tables as t
from minutes.store.rows import grouped

_ROWS: tuple[tuple[Any, str, Any], ...] = (
    (t.Attendance, "meeting_id", t.Meeting),
    (t.AttendanceInterval, "attendance_id", t.Attendance),
    (t.Proposal, "item_id", t.Item),
    (t.ProposalMover, "proposal_id", t.Proposal),
    (t.Question, "item_id", t.Item),
    (t.QuestionOption, "question_id", t.Question),
    (t.Vote, "item_id", t.Item),
    (t.Ballot, "vote_id", t.Vote),
    (t.Decision, "item_id", t.Item),
    (t.DecisionPoint, "decision_id", t.Decision),
    (t.Assignment, "decision_point_id", t.DecisionPoint),
    (t.Reservation, "item_id", t.Item),
    (t.Note, "item_id", t.Item),
    (t.NoteAuthor, "note_id", t.Note),
    (t.Disqualification, "item_id", t.Item),
    (t.StandAside, "item_id", t.Item),
    (t.Annex, "item_id", t.Item),
    (t.Recipient, "item_id", t.Item),
    (t.ClauseOutcome, "item_id", t.Item),
)
"""Each table of what a § tells, after those that it points at, with what its rows belong to."""
_POINTED_AT = {t.Proposal, t.Question, t.Decision, t.DecisionPoint}
_ITEM = ("id", "referred_back", "tabled")
_PLACES = ("position", "number")
_ASIDE = 10_000

Rows = Mapping[str, Mapping[int, Mapping[str, Any]]]
"""Columns by table and key."""
Told = Mapping[str, Sequence[Mapping[str, Any]]]


def rows_of(session: Session, item: t.Item) -> Rows:
    """Everything that a § tells as data, row by row, as JSON holds it."""
    session.flush()
    keys: dict[Any, list[int]] = {t.Meeting: [item.meeting_id], t.Item: [item.id]}
    own = columns_of(item)
    found: dict[str, dict[int, Any]] = {"item": {item.id: {name: own[name] for name in _ITEM}}}
    for table, link, of in _ROWS:
        rows = [row for group in grouped(session, table, link, keys[of]).values() for row in group]
        keys[table] = [row.id for row in rows]
        found[str(table.__tablename__)] = {row.id: columns_of(row) for row in rows}
    return found


def changed_rows(before: Rows, after: Rows) -> dict[str, Any]:
    """What an act changed: the rows that went or were otherwise, and those that came or are.

    `stand` tells how each table was left of which a row was changed.
    """
    was, now = _but(before, after), _but(after, before)
    stand = {name: _stand_of(after[name]) for name in sorted({*was, *now})}
    return {"was": was, "now": now, "stand": stand}


def _stand_of(rows: Mapping[int, Mapping[str, Any]]) -> str:
    told = json.dumps([rows[key] for key in sorted(rows)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _but(these: Rows, those: Rows) -> Told:
    found = {
        name: [row for key, row in rows.items() if those[name].get(key) != row]
        for name, rows in these.items()
    }
    return {name: rows for name, rows in found.items() if rows}


def _changed_since() -> RuleBroken:
    return RuleBroken("Uppgifterna har ändrats sedan dess. Ändra dem i sina rutor i stället.")


def _require_unchanged(session: Session, item: t.Item, told: Mapping[str, Any]) -> None:
    """Raise RuleBroken where somebody has changed since what is to be undone."""
    there = rows_of(session, item)
    if any(_stand_of(there[name]) != stand for name, stand in told["stand"].items()):
        raise _changed_since()


def _each(told: Told, table: Any) -> Iterator[tuple[Any, Mapping[str, Any]]]:
    for columns in told.get(str(table.__tablename__), ()):
        yield columns["id"], columns


def _take_out(session: Session, told: Mapping[str, Any], tables: Sequence[Any]) -> None:
    for table in reversed(tables):
        stayed = {key for key, _ in _each(told["was"], table)}
        for key, _columns in _each(told["now"], table):
            if key not in stayed:
                session.delete(session.get_one(table, key))
        session.flush()


def _make_room(session: Session, told: Told, tables: Sequence[Any]) -> None:
    """Move rows out of the way of those that come back: each place is taken once."""
    for table in tables:
        column = next((name for name in _PLACES if hasattr(table, name)), None)
        for key, _columns in _each(told, table):
            row = session.get(table, key)
            if row is not None and column:
                setattr(row, column, getattr(row, column) + _ASIDE)
    session.flush()


def _bring_back(session: Session, told: Told, tables: Sequence[Any]) -> None:
    for table in tables:
        for key, columns in _each(told, table):
            row = session.get(table, key)
            if row is None:
                session.add(row_of(table, columns))
                continue
            for name in columns.keys() - {"id", "revision"}:
                setattr(row, name, value_of(table.__table__.columns[name], columns[name]))
            if "revision" in columns and table is not t.Item:
                row.revision += 1
        session.flush()


def undo_changes(session: Session, item: t.Item, told: Mapping[str, Any]) -> None:
    """Let the rows of a § be as before what `changed_rows` tells.

    Raises RuleBroken where others have changed them since, or built on them.
    """
    _require_unchanged(session, item, told)
    tables = [table for table, _, _ in _ROWS]
    try:
        with session.begin_nested():
            _take_out(session, told, [table for table in tables if table not in _POINTED_AT])
            _make_room(session, told["now"], tables)
            _bring_back(session, told["was"], [t.Item, *tables])
            _take_out(session, told, [table for table in tables if table in _POINTED_AT])
    except IntegrityError as error:
        raise _changed_since() from error
