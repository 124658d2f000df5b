"""What a body's report of its assignments to the director holds, in the order it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from minutes.domain.assignments import AssignmentStatus
from minutes.domain.texts import upper_first
from minutes.domain.urgency import Due
from minutes.domain.wording import assignments as wording
from minutes.domain.wording import goals as goal_wording
from minutes.domain.wording.days import day
from minutes.store.queries.assignment_reports import Line
from minutes.store.queries.goals import AssessmentEntry, GoalReport


@dataclass(frozen=True, slots=True)
class Reported:
    """An assignment as the report writes it, counted from 1; what is not told is empty.

    `measures` is what is reported this time, `earlier` the last report before it.
    """

    number: int
    line: Line
    text: str
    origin: str
    dnr: str
    responsible: str
    limit: str
    status: str
    delay: int
    report_on: date | None
    measures: str
    earlier: str


@dataclass(frozen=True, slots=True)
class ReportedGoal:
    """A goal as the report writes it, and what is told of it this time; else it is empty.

    `earlier` is what was told last before.
    """

    heading: str
    plan: str
    fulfilment: str
    arrow: str
    direction: str
    forecast: str
    text: str
    earlier: str


@dataclass(frozen=True, slots=True)
class Group:
    """Assignments under a heading, which may be the goal that they serve."""

    heading: str
    rows: Sequence[Reported]
    goal: ReportedGoal | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that is reported to a meeting, the overdue first.

    It is grouped by goals where anything serves one or a goal is assessed, else by when it is due.
    """

    organisation: str
    body: str
    held_on: date
    rows: tuple[Reported, ...]
    goals: tuple[tuple[int, ReportedGoal], ...] = ()

    @property
    def title(self) -> str:
        """What it is called."""
        return wording.report_title(self.body, self.held_on)

    @property
    def groups(self) -> Sequence[Group]:
        """The rows under their headings."""
        if self.goals:
            return list(self._by_goal())
        by = groupby(self.rows, lambda one: one.line.due)
        return [Group(wording.DUE[due], list(rows)) for due, rows in by]

    def _by_goal(self) -> Iterator[Group]:
        for key, goal in self.goals:
            yield Group(goal.heading, [one for one in self.rows if _goal_of(one.line) == key], goal)
        if others := [one for one in self.rows if one.line.goal is None]:
            yield Group(goal_wording.NO_GOAL, others)

    @property
    def counts(self) -> Sequence[tuple[str, str]]:
        """How many there are of each kind, as the front tells it."""
        dues = [one.line.due for one in self.rows]
        told = [one for one in self.rows if one.measures]
        return (
            ("Öppna uppdrag", str(len(dues))),
            ("Försenade", str(dues.count(Due.OVERDUE))),
            ("Utan tidsfrist", str(dues.count(Due.NONE))),
            ("Redovisade nu", str(len(told))),
            ("Föreslås avslutade", str(sum(one.line.status is _ENDING for one in self.rows))),
        )


_ENDING = AssignmentStatus.PROPOSED_FOR_CLOSING


def _origin(line: Line) -> str:
    at = line.entry.origin
    if at is None:
        return f"{line.entry.plan}, {day(line.entry.decided_on)}"
    return wording.origin(at.address.body, at.address.held_on, at.address.number, line.point)


def _earlier(line: Line) -> str:
    if not line.earlier:
        return ""
    last = line.earlier[-1]
    return f"{day(last.at.address.held_on)} § {last.at.address.number}: {last.text}"


def _reported(number: int, line: Line) -> Reported:
    entry, handled = line.entry, line.handling
    told = (handled.handler, handled.division) if handled else ("", "")
    return Reported(
        number=number,
        line=line,
        text=upper_first(entry.text),
        origin=_origin(line),
        dnr=", ".join(line.dnr),
        responsible=wording.responsible(upper_first(entry.assignee), *told),
        limit=wording.limit(entry.deadline, entry.event),
        status=wording.STATUS[line.status],
        delay=entry.days_late,
        report_on=handled.report_on if handled else None,
        measures=line.report.text if line.report else "",
        earlier=_earlier(line),
    )


def _goal_of(line: Line) -> int:
    return line.goal.id if line.goal else 0


def _assessed(earlier: Sequence[AssessmentEntry]) -> str:
    if not earlier:
        return ""
    last = earlier[-1]
    at = last.at.address
    return goal_wording.earlier(at.held_on, at.number, last.fulfilment, last.direction)


def _goal(told: GoalReport) -> ReportedGoal:
    one, now = told.goal, told.now
    return ReportedGoal(
        heading=goal_wording.heading(one.number, one.name),
        plan=", ".join(part for part in (one.plan, one.perspective) if part),
        fulfilment=goal_wording.FULFILMENT[now.fulfilment] if now else "",
        arrow=goal_wording.ARROW[now.direction] if now else "",
        direction=goal_wording.DIRECTION[now.direction] if now else "",
        forecast=goal_wording.FULFILMENT[now.forecast] if now and now.forecast else "",
        text=now.text if now else "",
        earlier=_assessed(told.earlier),
    )


def _in_order(lines: Sequence[Line], keys: Sequence[int]) -> Sequence[Line]:
    """The lines by their goals, each goal's in the order they have; those of none come last."""
    places: Mapping[int, int] = {key: place for place, key in enumerate(keys)}
    return sorted(lines, key=lambda one: places.get(_goal_of(one), len(places)))


def report_of(
    organisation: str,
    body: str,
    held_on: date,
    lines: Sequence[Line],
    goals: Sequence[GoalReport] = (),
) -> Report:
    """The report to a meeting; the lines are as of its day, the most urgent first.

    Goals that nothing serves are left out unless they are assessed this time.
    """
    served = {_goal_of(one) for one in lines}
    told = [(one.goal.id, _goal(one)) for one in goals if one.now or one.goal.id in served]
    ordered = _in_order(lines, [key for key, _told in told])
    rows = tuple(_reported(number, line) for number, line in enumerate(ordered, 1))
    return Report(organisation, body, held_on, rows, tuple(told))
