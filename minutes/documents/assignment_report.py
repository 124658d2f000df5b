"""The report of a body's assignments to the director: as PDF, to a meeting, and as workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from minutes.documents.finalize import Facts
from minutes.documents.letterhead import SAMPLE, Running
from minutes.documents.press import Sheet
from minutes.documents.reported import Report
from minutes.documents.shelf import shelved
from minutes.documents.tables import Cell, Column, Table
from minutes.documents.templates import written
from minutes.documents.workbooks import workbook
from minutes.domain.texts import upper_first
from minutes.domain.wording import assignments as wording
from minutes.domain.wording.days import day
from minutes.domain.wording.goals import NO_GOAL

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
Row = tuple[Cell, ...]
_SERVES = Column("Strategiskt mål", 30)
_GOAL_COLUMNS = (
    Column("Plan", 26),
    Column("Strategiskt mål", 36),
    Column("Måluppfyllelse", 18),
    Column("Utveckling", 14),
    Column("Prognos vid årets slut", 18),
    Column("Bedömning", 70),
    Column("Tidigare bedömning", 40),
)


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


def _cells(report: Report) -> Iterator[Row]:
    headings = dict(report.goals)
    for one in report.rows:
        entry, handled, served = one.line.entry, one.line.handling, one.line.goal
        yield (
            one.number,
            *([headings[served.id].heading if served else NO_GOAL] if report.goals else []),
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


def _table(report: Report, title: str, columns: Sequence[Column], rows: Iterable[Row]) -> Table:
    return Table(
        title=title,
        organisation=report.organisation,
        about=f"Öppna uppdrag till regiondirektören, {report.body} {day(report.held_on)}",
        made_on=report.held_on,
        columns=tuple(columns),
        rows=tuple(rows),
    )


def _goals(report: Report) -> Iterator[Row]:
    for _key, one in report.goals:
        told = (one.plan, one.heading, one.fulfilment, one.direction, one.forecast)
        yield tuple(cell or None for cell in (*told, one.text, one.earlier))


def report_workbook(report: Report) -> bytes:
    """The report as a workbook, in the same order; a sheet more tells of the goals."""
    number, *others = _COLUMNS
    columns = [number, *([_SERVES] if report.goals else []), *others]
    tables = [_table(report, report.title, columns, _cells(report))]
    if report.goals:
        tables.append(_table(report, "Strategiska mål", _GOAL_COLUMNS, _goals(report)))
    return workbook(tables)
