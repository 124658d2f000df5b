"""The report of a body's assignments to the director: as PDF, to a meeting, and as workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from minutes.documents.finalize import Facts
from minutes.documents.letterhead import SAMPLE, Running
from minutes.documents.press import Sheet
from minutes.documents.shelf import shelved
from minutes.documents.tables import Column, Table
from minutes.documents.templates import written
from minutes.documents.workbooks import workbook
from minutes.domain.assignments import AssignmentStatus
from minutes.domain.texts import upper_first
from minutes.domain.urgency import Due
from minutes.domain.wording import assignments as wording
from minutes.domain.wording.days import day
from minutes.store.queries.assignment_reports import Line

_COLUMNS = (
    Column("Nr", 5),
    Column("Uppdrag", 46),
    Column("Ursprung", 26),
    Column("Dnr", 12),
    Column("Ansvarig", 20),
    Column("Division", 18),
    Column("Tidsfrist", 12),
    Column("Händelse", 20),
    Column("Redovisas nästa gång", 12),
    Column("Läge", 18),
    Column("Vidtagna och pågående åtgärder", 60),
    Column("Tidigare redovisning", 50),
)


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
class Report:
    """All that is reported to a meeting, grouped by when it is due, the overdue first."""

    organisation: str
    body: str
    held_on: date
    rows: tuple[Reported, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return wording.report_title(self.body, self.held_on)

    @property
    def groups(self) -> Sequence[tuple[str, Sequence[Reported]]]:
        """The rows under their headings."""
        by = groupby(self.rows, lambda one: one.line.due)
        return [(wording.DUE[due], list(rows)) for due, rows in by]

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


def report_of(organisation: str, body: str, held_on: date, lines: Sequence[Line]) -> Report:
    """The report to a meeting; the lines are as of its day, the most urgent first."""
    rows = tuple(_reported(number, line) for number, line in enumerate(lines, 1))
    return Report(organisation, body, held_on, rows)


def report_file(report: Report, exports: Path) -> Path:
    """The report as PDF. Raises BadDocument."""
    running = f"{report.body} {day(report.held_on)}"
    head = Running(report.title, running, "", is_draft=False)
    facts = Facts(
        title=report.title,
        author=report.organisation,
        subject=f"Öppna uppdrag till regiondirektören, {running}",
        created=f"{report.held_on}T00:00:00Z",
        variant="pdf/a-3a",
    )
    sheet = Sheet(
        html=written("assignment_report", report=report, facts=facts),
        letterhead=written("letterhead", document=head, sample=SAMPLE, kind="REDOVISNING"),
        facts=facts,
    )
    return shelved(sheet, exports)


def _cells(report: Report) -> Iterator[tuple[str | int | date | None, ...]]:
    for one in report.rows:
        entry, handled = one.line.entry, one.line.handling
        yield (
            one.number,
            one.text,
            one.origin,
            one.dnr or None,
            wording.responsible(upper_first(entry.assignee), handled.handler if handled else ""),
            (handled.division if handled else "") or None,
            entry.deadline,
            entry.event or (None if entry.deadline else wording.NO_LIMIT),
            one.report_on,
            one.status,
            one.measures or None,
            one.earlier or None,
        )


def report_workbook(report: Report) -> bytes:
    """The report as a workbook, in the same order."""
    table = Table(
        title=report.title,
        organisation=report.organisation,
        about=f"Öppna uppdrag till regiondirektören, {report.body} {day(report.held_on)}",
        made_on=report.held_on,
        columns=_COLUMNS,
        rows=tuple(_cells(report)),
    )
    return workbook([table])
