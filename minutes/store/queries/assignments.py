"""An assignment: what was handed out, how old it is, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.assignments import AssignmentStatus, is_overdue
from minutes.domain.following_up import status_of
from minutes.store import tables as t
from minutes.store.queries.addresses import ItemReference, references


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """What was reported as done, at which §."""

    at: ItemReference
    text: str


@dataclass(frozen=True, slots=True)
class AssignmentEntry:
    """An assignment with its origin (a § or a plan); `age` and `days_late` are in days.

    The age is counted up to the closing; one that is not late is 0 days late.
    """

    id: int
    text: str
    assignee: str
    origin: ItemReference | None
    plan: str | None
    decided_on: date
    age: int
    deadline: date | None
    event: str
    status: AssignmentStatus
    days_late: int
    measures: tuple[MeasureEntry, ...]
    closed_by: ItemReference | None


@dataclass(frozen=True, slots=True)
class _Around:
    """What belongs to several assignments."""

    origins: dict[int, int]
    measures: dict[int, list[t.Measure]]
    items: dict[int, ItemReference]

    def item(self, key: int | None) -> ItemReference | None:
        """The § of a key, if there is one."""
        return self.items.get(key) if key else None

    def measures_of(self, assignment: int) -> tuple[MeasureEntry, ...]:
        """The reports, the earliest first."""
        found = [MeasureEntry(self.items[m.item_id], m.text) for m in self.measures[assignment]]
        return tuple(sorted(found, key=lambda m: m.at.address.held_on))


def _around(session: Session, rows: Sequence[t.Assignment]) -> _Around:
    points = [row.decision_point_id for row in rows]
    origin_of: Any = (
        select(t.DecisionPoint.id, t.Decision.item_id)
        .join(t.Decision, col(t.Decision.id) == t.DecisionPoint.decision_id)
        .where(col(t.DecisionPoint.id).in_(points))
    )
    origins = dict(session.exec(origin_of).all())
    measures: dict[int, list[t.Measure]] = defaultdict(list)
    wanted = [row.id for row in rows]
    of_those = select(t.Measure).where(col(t.Measure.assignment_id).in_(wanted))
    for m in session.exec(of_those.order_by(col(t.Measure.id))):
        measures[m.assignment_id].append(m)
    reported = {m.item_id for found in measures.values() for m in found}
    closed = {row.closed_by_id for row in rows if row.closed_by_id}
    return _Around(origins, measures, references(session, {*origins.values(), *reported, *closed}))


def _status(row: t.Assignment, around: _Around) -> AssignmentStatus:
    """The status as far as it may be seen: a draft has reported and closed nothing yet."""
    is_closed = around.item(row.closed_by_id) is not None
    proposals = [one.proposes_closing for one in around.measures[row.id]]
    return status_of(is_closed=is_closed, proposals=proposals)


def _days_late(row: t.Assignment, status: AssignmentStatus, today: date) -> int:
    late = row.deadline is not None and is_overdue(row.deadline, today, status)
    return (today - row.deadline).days if late and row.deadline else 0


def _entry(row: t.Assignment, around: _Around, today: date) -> AssignmentEntry:
    closed_by, status = around.item(row.closed_by_id), _status(row, around)
    until = closed_by.address.held_on if closed_by else today
    origin = around.origins.get(row.decision_point_id) if row.decision_point_id else None
    return AssignmentEntry(
        id=row.id,
        text=row.text,
        assignee=row.assignee,
        origin=around.item(origin),
        plan=row.plan,
        decided_on=row.decided_on,
        age=(until - row.decided_on).days,
        deadline=row.deadline,
        event=row.event,
        status=status,
        days_late=_days_late(row, status, today),
        measures=around.measures_of(row.id),
        closed_by=closed_by,
    )


def assignment_entries(
    session: Session, rows: Sequence[t.Assignment], today: date
) -> tuple[AssignmentEntry, ...]:
    """Those assignments with their origins and measures; the number of queries does not grow."""
    around = _around(session, rows)
    return tuple(_entry(row, around, today) for row in rows)


def assignment_page(session: Session, key: int, today: date) -> AssignmentEntry | None:
    """The assignment of a key, None where there is none."""
    row = session.get(t.Assignment, key)
    return assignment_entries(session, [row], today)[0] if row else None


def of_item(session: Session, item: t.Item, today: date) -> tuple[AssignmentEntry, ...]:
    """The assignments that a § handed out."""
    rows = session.exec(
        select(t.Assignment)
        .join(t.DecisionPoint, col(t.DecisionPoint.id) == t.Assignment.decision_point_id)
        .join(t.Decision, col(t.Decision.id) == t.DecisionPoint.decision_id)
        .where(t.Decision.item_id == item.id)
        .order_by(col(t.Assignment.id))
    ).all()
    return assignment_entries(session, rows, today)


def reported_in(session: Session, item: t.Item, today: date) -> tuple[AssignmentEntry, ...]:
    """The assignments of other §§ on which a § reports or which it closes."""
    reported = select(t.Measure.assignment_id).where(t.Measure.item_id == item.id)
    rows = session.exec(
        select(t.Assignment)
        .where(col(t.Assignment.id).in_(reported) | (t.Assignment.closed_by_id == item.id))
        .order_by(col(t.Assignment.decided_on), col(t.Assignment.id))
    ).all()
    return assignment_entries(session, rows, today)
