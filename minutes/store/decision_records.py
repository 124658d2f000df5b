"""Rows become decisions, assignments and answers to motions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from minutes.domain.assignments import Assignment as AssignmentRecord
from minutes.domain.decisions import Decision as DecisionRecord
from minutes.domain.decisions import DecisionPoint as PointRecord
from minutes.domain.motions import MotionAnswer
from minutes.store import tables as t
from minutes.store.remembered import remembered
from minutes.store.rows import Grouped, grouped, ids


@dataclass(frozen=True, slots=True)
class Decided:
    """What several items decided, by item."""

    blocks: Grouped[t.Decision]
    points: Grouped[t.DecisionPoint]
    given: Grouped[t.Assignment]
    answers: dict[int, MotionAnswer]

    def decision(self, item: int) -> DecisionRecord | None:
        """The decision of an item."""
        for row in self.blocks[item]:
            points = [
                (p.is_further, PointRecord(p.text, p.kind, p.to_body)) for p in self.points[row.id]
            ]
            return DecisionRecord(
                row.kind,
                tuple(p for further, p in points if not further),
                row.to_body,
                tuple(p for further, p in points if further),
            )
        return None

    def assignments(self, item: int) -> tuple[AssignmentRecord, ...]:
        """The assignments of an item, in the order in which they were given."""
        points = [p for row in self.blocks[item] for p in self.points[row.id]]
        found = [(a.position, p.number, a) for p in points for a in self.given[p.id]]
        return tuple(
            AssignmentRecord(number, a.assignee, a.deadline, a.event, a.text)
            for _, number, a in sorted(found, key=lambda one: one[0])
        )


def answers_of(session: Session, items: Sequence[int]) -> dict[int, MotionAnswer]:
    """What those items answer motions."""
    query = (
        select(t.ClauseOutcome, t.Motion.number)
        .join(t.Clause, col(t.Clause.id) == t.ClauseOutcome.clause_id)
        .join(t.Motion, col(t.Motion.id) == t.Clause.motion_id)
        .where(col(t.ClauseOutcome.item_id).in_(items))
        .order_by(col(t.Clause.position))
    )
    rows = remembered(session, ("answers", *items), lambda: session.exec(query).all())
    found: dict[int, MotionAnswer] = {}
    for row, number in rows:
        before = found.get(row.item_id, MotionAnswer(number)).claims
        found[row.item_id] = MotionAnswer(number, (*before, row.outcome))
    return found


def decided_by(session: Session, items: Sequence[int]) -> Decided:
    """What those items decided."""
    blocks = grouped(session, t.Decision, "item_id", items)
    points = grouped(session, t.DecisionPoint, "decision_id", ids(blocks))
    given = grouped(session, t.Assignment, "decision_point_id", ids(points))
    return Decided(blocks, points, given, answers_of(session, items))
