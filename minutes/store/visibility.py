"""What a session may see: drafts are there only for those who work with them.

Minutes that are not adjusted are no public document (Tryckfrihetsförordningen 2 kap.), so they must
not show in any list, count or search. That stands here once, in the session, and not in each query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, event, or_, select
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlalchemy.sql.base import ExecutableOption
from sqlalchemy.sql.visitors import iterate
from sqlmodel import Session

from minutes.store.tables import (
    Adjustment,
    Assignment,
    Base,
    Decision,
    DecisionPoint,
    Item,
    Meeting,
)

_KEY = "bodies_with_drafts"


def show_drafts_of(session: Session, bodies: frozenset[int] | None) -> None:
    """From here on the session finds drafts of these bodies only; of all where it is None."""
    session.info[_KEY] = bodies


def _columns(of: type[Base]) -> Any:
    """The columns as the database has them, to which no criterion is added."""
    return of.__table__.c  # type: ignore[attr-defined]  # every table class has its table


def _visible_meetings(bodies: frozenset[int]) -> Select[Any]:
    meeting = _columns(Meeting)
    adjusted = meeting.id.in_(select(_columns(Adjustment).meeting_id))
    return select(meeting.id).where(or_(adjusted, meeting.body_id.in_(bodies)))


def _visible_items(bodies: frozenset[int]) -> Select[Any]:
    item = _columns(Item)
    return select(item.id).where(item.meeting_id.in_(_visible_meetings(bodies)))


def _visible_origins(bodies: frozenset[int]) -> ColumnElement[bool]:
    """An assignment of a plan, or of a decision point that may be seen."""
    point, decision = _columns(DecisionPoint), _columns(Decision)
    decisions = select(decision.id).where(decision.item_id.in_(_visible_items(bodies)))
    points = select(point.id).where(point.decision_id.in_(decisions))
    origin = _columns(Assignment).decision_point_id
    return or_(origin.is_(None), origin.in_(points))


def _criteria(bodies: frozenset[int]) -> Iterator[tuple[type[Base], ColumnElement[bool]]]:
    """What a row of each table must meet to be seen."""
    yield Meeting, _columns(Meeting).id.in_(_visible_meetings(bodies))
    yield Assignment, _visible_origins(bodies)
    for mapper in Base._sa_registry.mappers:
        columns = mapper.local_table.c
        if "meeting_id" in columns and mapper.class_ is not Adjustment:
            yield mapper.class_, columns.meeting_id.in_(_visible_meetings(bodies))
        elif "item_id" in columns:
            yield mapper.class_, columns.item_id.in_(_visible_items(bodies))


@lru_cache(maxsize=64)
def _options(bodies: frozenset[int]) -> Mapping[Any, ExecutableOption]:
    """What restricts each table, by table."""
    return {
        of.__table__: with_loader_criteria(of, rule, include_aliases=True)  # type: ignore[attr-defined]  # every table class has its table
        for of, rule in _criteria(bodies)
    }


def _restrict(state: ORMExecuteState) -> None:
    """Add the criteria of the tables that a statement names, in its subqueries too."""
    bodies = state.session.info.get(_KEY)
    if bodies is None or not state.is_select or state.is_column_load:
        return
    statement: Any = state.statement
    named = set(iterate(statement))
    needed = [option for table, option in _options(bodies).items() if table in named]
    state.statement = statement.options(*needed)


event.listen(Session, "do_orm_execute", _restrict)
