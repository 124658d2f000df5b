"""The rows of several §§ read at once: a few queries of many tables, instead of one of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, false, null, select, true, union_all
from sqlmodel import Session, col

from minutes.store import tables as t
from minutes.store.remembered import remembered
from minutes.store.rows import order_of

ITEM = "item_id"
_ITEMS: Any = bindparam("items", expanding=True)


@dataclass(frozen=True, slots=True)
class _Part:
    """A table, the column that says whose a row is, and the table of those; an item's has none."""

    table: type[t.Base]
    key: str = ITEM
    of: _Part | None = None


_proposal, _question, _vote = _Part(t.Proposal), _Part(t.Question), _Part(t.Vote)
_decision, _note, _correction = _Part(t.Decision), _Part(t.Note), _Part(t.Correction)
_point = _Part(t.DecisionPoint, "decision_id", _decision)
_GROUPS = (
    (
        _proposal,
        _Part(t.ProposalMover, "proposal_id", _proposal),
        _question,
        _Part(t.QuestionOption, "question_id", _question),
        _vote,
        _Part(t.Ballot, "vote_id", _vote),
    ),
    (
        _decision,
        _point,
        _Part(t.Assignment, "decision_point_id", _point),
        _Part(t.Reservation),
        _note,
        _Part(t.NoteAuthor, "note_id", _note),
        _Part(t.Disqualification),
        _Part(t.StandAside),
    ),
    (
        _correction,
        _Part(t.CorrectionSigner, "correction_id", _correction),
        _Part(t.Appeal),
        _Part(t.Annex),
        _Part(t.Recipient),
        _Part(t.Section),
        _Part(t.ItemMatter),
    ),
)
"""What is read at once: of more tables in one query each row becomes wider, and slower to read."""


def _columns(part: _Part) -> Any:
    return part.table.__table__.c  # type: ignore[attr-defined]  # every table class has its table


def _belongs(part: _Part) -> ColumnElement[bool]:
    """Whether a row of the table is of one of the items."""
    whose: Any = _ITEMS if part.of is None else _keys(part.of)
    return col(getattr(part.table, part.key)).in_(whose)


def _keys(part: _Part) -> Any:
    """The keys of a table's rows that are of the items."""
    key: Any = part.table.id  # type: ignore[attr-defined]  # every table has the column
    return select(key).where(_belongs(part))


@cache
def _query(group: Sequence[_Part]) -> Any:
    """The rows of all tables of the group; those of one have nothing in the others' columns.

    The first of what is put together has no rows: it names the columns, and gives their types.
    """
    first: Any = group[0].table.__table__  # type: ignore[attr-defined]  # as above
    for part in group[1:]:
        first = first.join(part.table.__table__, true())  # type: ignore[attr-defined]  # as above
    named = select(*(c for part in group for c in _columns(part))).select_from(first)
    found = [named.where(false())]
    for one in group:
        own = [c if part is one else null() for part in group for c in _columns(part)]
        found.append(select(one.table).where(_belongs(one)).with_only_columns(*own))
    return select(*(part.table for part in group)).from_statement(union_all(*found))


def _read(session: Session, group: Sequence[_Part], items: Sequence[int]) -> Mapping[Any, Any]:
    """The rows of each table of a group."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for told in session.execute(_query(group), {"items": items}):
        row = next(one for one in told if one is not None)
        found[type(row)].append(row)
    return found


def gather(session: Session, items: Sequence[int]) -> None:
    """Read the rows of those items, so that `grouped` knows them; what it knows is not read."""
    known: dict[int, Any] = remembered(session, (_proposal.table, ITEM), dict)
    unread = [key for key in items if key not in known]
    for group in _GROUPS if unread else ():
        found = _read(session, group, unread)
        for part in group:
            owners = unread if part.of is None else [row.id for row in found[part.of.table]]
            _remember(session, part, owners, found[part.table])


def _remember(session: Session, part: _Part, owners: Sequence[int], rows: Sequence[Any]) -> None:
    own: dict[int, list[Any]] = {key: [] for key in owners}
    for row in sorted(rows, key=order_of(part.table)):
        own[getattr(row, part.key)].append(row)
    known: dict[int, list[Any]] = remembered(session, (part.table, part.key), dict)
    known |= own
