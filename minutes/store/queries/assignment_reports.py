"""What is reported to a meeting on each open assignment of its body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.agenda import StandingKind
from minutes.domain.assignments import AssignmentStatus, is_director
from minutes.domain.following_up import status_of
from minutes.domain.urgency import Age, Due, age_of, due_of
from minutes.store import tables as t
from minutes.store.item_records import dnr_of
from minutes.store.queries.assignments import AssignmentEntry, MeasureEntry, assignment_entries
from minutes.store.queries.body_assignments import open_by_body
from minutes.store.queries.goals import GoalEntry, goal_entries
from minutes.store.rows import grouped
from minutes.store.visibility import looking_at_agenda


@dataclass(frozen=True, slots=True)
class Reporting:
    """The meeting that is reported to, and the standing item that carries the report."""

    meeting: t.Meeting
    item: t.Item


Reportings = Mapping[int, Reporting]
"""By body."""


@dataclass(frozen=True, slots=True)
class Line:
    """An assignment as it is reported: its point, who handles it, what is told this time.

    Age and delay are those of the day that is asked for; `earlier` are reports to other meetings,
    `goal` is what it serves.
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
    goal: GoalEntry | None = None

    @property
    def status(self) -> AssignmentStatus:
        """The status as the report leaves it."""
        if self.report is None:
            return self.entry.status
        return status_of(is_closed=False, proposals=[self.report.proposes_closing])


def _asked(bodies: Sequence[t.Body]) -> Any:
    """The meetings of the bodies whose agendas have the item, the earliest first."""
    return (
        select(t.Meeting, t.Item)
        .join(t.Item, col(t.Item.meeting_id) == t.Meeting.id)
        .where(
            col(t.Meeting.body_id).in_([one.id for one in bodies]),
            col(t.Meeting.cancelled_at).is_(None),
            t.Item.standing == StandingKind.ASSIGNMENT_REPORT,
            col(t.Item.withdrawn_at).is_(None),
        )
        .order_by(col(t.Meeting.held_on))
    )


def reportings(session: Session, bodies: Sequence[t.Body], today: date) -> Reportings:
    """Where each body is reported to next, by the body's key; of some no agenda has the item."""
    coming = (t.Meeting.held_on >= today, col(t.Meeting.submitted_at).is_(None))
    with looking_at_agenda(session, *(one.id for one in bodies)):
        found = session.exec(_asked(bodies).where(*coming)).all()
    return {meeting.body_id: Reporting(meeting, item) for meeting, item in reversed(found)}


def reporting_on(session: Session, body: t.Body, held_on: date) -> Reporting | None:
    """Where a body is reported to on a day; None where its agenda has not the item."""
    with looking_at_agenda(session, body.id):
        found = session.exec(_asked([body]).where(t.Meeting.held_on == held_on)).first()
    return Reporting(*found) if found else None


def _reports(session: Session, ats: Reportings) -> Mapping[int, t.Measure]:
    """What is told this time, by assignment."""
    if not ats:
        return {}
    with looking_at_agenda(session, *ats):
        items = [at.item.id for at in ats.values()]
        told = session.exec(select(t.Measure).where(col(t.Measure.item_id).in_(items))).all()
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
        self, session: Session, rows: Sequence[t.Assignment], day: date, ats: Reportings
    ) -> None:
        self.day, self.ats = day, ats
        self.origins = _origins(session, rows)
        self.dnr = dnr_of(session, [item for _, item in self.origins.values()])
        self.handled = grouped(session, t.Handling, "assignment_id", [row.id for row in rows])
        self.reports = _reports(session, ats)
        served = {one.goal_id for told in self.handled.values() for one in told if one.goal_id}
        self.goals = goal_entries(session, served, day)

    def line(self, body: t.Body, row: t.Assignment, entry: AssignmentEntry) -> Line:
        """The line of one."""
        point, item = self.origins.get(row.decision_point_id or 0, (0, 0))
        handled = next(iter(self.handled[row.id]), None)
        at = self.ats.get(body.id)
        before = at.meeting.held_on if at else date.max
        return Line(
            entry=entry,
            body=body,
            point=point,
            dnr=self.dnr.get(item, ()),
            handling=handled,
            report=self.reports.get(row.id),
            earlier=tuple(one for one in entry.measures if one.at.address.held_on < before),
            due=due_of(entry.deadline, entry.event, entry.status, self.day),
            age=age_of(entry.age),
            goal=self.goals.get(handled.goal_id or 0) if handled else None,
        )


def lines_by_body(
    session: Session, bodies: Sequence[t.Body], day: date, ats: Reportings
) -> dict[int, tuple[Line, ...]]:
    """The open assignments of each body to the director, as of a day, the most urgent first.

    The number of queries does not grow with the bodies.
    """
    found = {
        key: [row for row in rows if is_director(row.assignee)]
        for key, rows in open_by_body(session, bodies, day).items()
    }
    rows = list({row.id: row for of_body in found.values() for row in of_body}.values())
    entries = {one.id: one for one in assignment_entries(session, rows, day)}
    lines = _Lines(session, rows, day, ats)
    return {
        body.id: tuple(lines.line(body, row, entries[row.id]) for row in found[body.id])
        for body in bodies
    }


def report_lines(
    session: Session, body: t.Body, day: date, at: Reporting | None
) -> tuple[Line, ...]:
    """The open assignments of a body to the director, as of a day, the most urgent first."""
    return lines_by_body(session, [body], day, {body.id: at} if at else {})[body.id]
