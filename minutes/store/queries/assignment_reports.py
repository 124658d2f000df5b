"""What is reported to a meeting on each open assignment of its body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.agenda import StandingKind
from minutes.domain.assignments import AssignmentStatus, is_director
from minutes.domain.following_up import status_of
from minutes.domain.urgency import Age, Due, age_of, due_of
from minutes.store import tables as t
from minutes.store.item_records import dnr_of
from minutes.store.queries.assignments import AssignmentEntry, MeasureEntry, assignment_entries
from minutes.store.queries.body_assignments import open_assignments
from minutes.store.rows import grouped
from minutes.store.visibility import looking_at_agenda


@dataclass(frozen=True, slots=True)
class Reporting:
    """The meeting that is reported to, and the standing item that carries the report."""

    meeting: t.Meeting
    item: t.Item


@dataclass(frozen=True, slots=True)
class Line:
    """An assignment as it is reported: its point, who handles it, what is told this time.

    Age and delay are those of the day that is asked for; `earlier` are reports to other meetings.
    """

    entry: AssignmentEntry
    body: t.Body
    point: int
    dnr: tuple[str, ...]
    handling: t.Handling | None
    report: t.Measure | None
    earlier: tuple[MeasureEntry, ...]
    due: Due
    age: Age

    @property
    def status(self) -> AssignmentStatus:
        """The status as the report leaves it."""
        if self.report is None:
            return self.entry.status
        return status_of(is_closed=False, proposals=[self.report.proposes_closing])


def reporting_at(
    session: Session, body: t.Body, today: date, held_on: date | None = None
) -> Reporting | None:
    """Where a body is reported to next, or on that day; None where no agenda has the item."""
    asked = (
        select(t.Meeting, t.Item)
        .join(t.Item, col(t.Item.meeting_id) == t.Meeting.id)
        .where(
            t.Meeting.body_id == body.id,
            col(t.Meeting.cancelled_at).is_(None),
            t.Item.standing == StandingKind.ASSIGNMENT_REPORT,
            col(t.Item.withdrawn_at).is_(None),
        )
    )
    next_one = t.Meeting.held_on >= today if held_on is None else t.Meeting.held_on == held_on
    asked = asked.where(next_one, *([col(t.Meeting.submitted_at).is_(None)] if not held_on else []))
    with looking_at_agenda(session, body.id):
        found = session.exec(asked.order_by(col(t.Meeting.held_on))).first()
    return Reporting(*found) if found else None


def _reports(session: Session, body: t.Body, at: Reporting | None) -> Mapping[int, t.Measure]:
    """What is told this time, by assignment."""
    if at is None:
        return {}
    with looking_at_agenda(session, body.id):
        told = session.exec(select(t.Measure).where(t.Measure.item_id == at.item.id)).all()
    return {one.assignment_id: one for one in told}


def _origins(session: Session, rows: Sequence[t.Assignment]) -> dict[int, tuple[int, int]]:
    """The number of each decision point, and the § that it stands in."""
    keys = [row.decision_point_id for row in rows]
    told = session.exec(
        select(t.DecisionPoint.id, t.DecisionPoint.number, t.Decision.item_id)
        .join(t.Decision, col(t.Decision.id) == t.DecisionPoint.decision_id)
        .where(col(t.DecisionPoint.id).in_(keys))
    )
    return {key: (number, item) for key, number, item in told}


class _Lines:
    """Makes the lines of several assignments."""

    def __init__(
        self, session: Session, body: t.Body, rows: Sequence[t.Assignment], at: Reporting | None
    ) -> None:
        self.body, self.at = body, at
        self.origins = _origins(session, rows)
        self.dnr = dnr_of(session, [item for _, item in self.origins.values()])
        self.handled = grouped(session, t.Handling, "assignment_id", [row.id for row in rows])
        self.reports = _reports(session, body, at)

    def line(self, row: t.Assignment, entry: AssignmentEntry, day: date) -> Line:
        """The line of one."""
        point, item = self.origins.get(row.decision_point_id or 0, (0, 0))
        handled = self.handled[row.id]
        before = self.at.meeting.held_on if self.at else date.max
        return Line(
            entry=entry,
            body=self.body,
            point=point,
            dnr=self.dnr.get(item, ()),
            handling=handled[0] if handled else None,
            report=self.reports.get(row.id),
            earlier=tuple(one for one in entry.measures if one.at.address.held_on < before),
            due=due_of(entry.deadline, entry.event, entry.status, day),
            age=age_of(entry.age),
        )


def report_lines(
    session: Session, body: t.Body, day: date, at: Reporting | None
) -> tuple[Line, ...]:
    """The open assignments of a body to the director, as of a day, the most urgent first."""
    rows = [row for row in open_assignments(session, body, day) if is_director(row.assignee)]
    entries = assignment_entries(session, rows, day)
    lines = _Lines(session, body, rows, at)
    return tuple(lines.line(row, entry, day) for row, entry in zip(rows, entries, strict=True))
