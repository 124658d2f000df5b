"""The report of assignments: overdue first, where each comes from, a warning without limit."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from minutes.documents.assignment_report import report_file, report_workbook
from minutes.documents.reported import Report, report_of
from minutes.domain.assignments import AssignmentStatus
from minutes.domain.bodies import BodyKind
from minutes.domain.goals import Direction, Fulfilment
from minutes.domain.urgency import Age, Due
from minutes.store.queries.addresses import Address, ItemReference
from minutes.store.queries.assignment_reports import Line
from minutes.store.queries.assignments import AssignmentEntry, MeasureEntry
from minutes.store.queries.goals import AssessmentEntry, GoalEntry, GoalReport
from minutes.store.tables import Assessment, Body, Handling, Measure
from tests.documents.reading import words
from tests.documents.vera import verdicts

HELD, DECIDED = date(2026, 12, 16), date(2026, 2, 11)
_BODY = Body(name="Regionstyrelsen", slug="regionstyrelsen", kind=BodyKind.BOARD, seats=15)
_GIVEN = ItemReference(Address("Regionstyrelsen", "regionstyrelsen", 2026, 7, DECIDED), "Avtal")
_TOLD = MeasureEntry(
    ItemReference(
        Address("Regionstyrelsen", "regionstyrelsen", 2026, 44, date(2026, 5, 20)), "Redovisning"
    ),
    "Förhandling pågår.",
)
_ENTRY = AssignmentEntry(
    1, "pröva avtalet.", "regiondirektören", _GIVEN, None, DECIDED, 308, date(2026, 12, 1), "",
    AssignmentStatus.REPORTED, 15, (_TOLD,), None,
)  # fmt: skip
_PLANNED = replace(
    _ENTRY, id=2, text="sänka kostnaden.", origin=None, plan="Verksamhetsplan 2026",
    deadline=None, days_late=0, measures=(), status=AssignmentStatus.OPEN,
)  # fmt: skip
_LATE = Line(
    _ENTRY,
    _BODY,
    2,
    ("0012-2026",),
    Handling(assignment_id=1, handler="Ekonomichefen", division="Division Stöd", report_on=HELD),
    Measure(assignment_id=1, item_id=1, text="=Avtalet är uppsagt.", proposes_closing=True),
    (_TOLD,),
    Due.OVERDUE,
    Age.HALF_A_YEAR,
)
_UNLIMITED = Line(_PLANNED, _BODY, 0, (), None, None, (), Due.NONE, Age.HALF_A_YEAR)


@pytest.fixture(scope="module")
def report() -> Report:
    """A report of one that is late and one without time limit."""
    return report_of("Region Älvmark", "Regionstyrelsen", HELD, (_LATE, _UNLIMITED))


@pytest.fixture(scope="module")
def printed(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on paper."""
    return report_file(report, tmp_path_factory.mktemp("report"))


def test_the_report_tells_where_each_comes_from_and_what_was_done(printed: Path) -> None:
    told = words(printed)

    for words_of_it in (
        "Redovisning av regionstyrelsens uppdrag till regiondirektören 16 december 2026",
        "Försenade (1)",
        "1. Pröva avtalet.",
        "Regionstyrelsen 11 februari 2026 § 7 punkt 2, dnr 0012-2026",
        "Regiondirektören, Ekonomichefen, Division Stöd",
        "1 december 2026 Försenat 15 dagar",
        "Föreslås avslutat",
        "=Avtalet är uppsagt.",
        "Tidigare redovisat 20 maj 2026 § 44: Förhandling pågår.",
        "Verksamhetsplan 2026, 11 februari 2026",
        "ingen angiven Ange dag eller händelse",
        "Ingen ny redovisning.",
    ):
        assert words_of_it in told
    assert told.index("Försenade (1)") < told.index("Utan tidsfrist (1)")


def test_the_report_is_fit_for_the_archive_and_for_everybody(printed: Path) -> None:
    told = verdicts((printed, "3a"), (printed, "ua1"))

    assert told.count("PASS") == 2, told


def test_the_workbook_has_the_same_rows_in_the_same_order(report: Report) -> None:
    [sheet] = load_workbook(io.BytesIO(report_workbook(report))).worksheets
    _, first, second = sheet.iter_rows(values_only=True)

    assert first[:4] == (
        1, "Pröva avtalet.", "Regionstyrelsen 11 februari 2026 § 7 punkt 2", "0012-2026",
    )  # fmt: skip
    assert first[6] == datetime(2026, 12, 1)
    assert first[10] == "=Avtalet är uppsagt."
    assert (second[2], second[7]) == ("Verksamhetsplan 2026, 11 februari 2026", "ingen angiven")


def test_a_body_without_assignments_gets_a_report_that_says_so(tmp_path: Path) -> None:
    empty = report_of("Region Älvmark", "Regionstyrelsen", HELD, ())

    assert dict(empty.counts)["Öppna uppdrag"] == "0"
    assert list(load_workbook(io.BytesIO(report_workbook(empty))).worksheets)


_GOAL = GoalEntry(7, 1, "Strategisk plan 2026–2028", 2, "Medborgare", "Nära vård", 1)
_ASSESSED = AssessmentEntry(
    _TOLD.at, Fulfilment.NOT_MET, Direction.DECLINING, None, "Köerna växer."
)
_NOW = Assessment(
    goal_id=7, item_id=1, fulfilment=Fulfilment.PARTLY, direction=Direction.IMPROVING,
    forecast=Fulfilment.MET, text="Köerna minskar.",
)  # fmt: skip


@pytest.fixture(scope="module")
def by_goals() -> Report:
    """A report in which one without limit serves a goal, and one that is late serves none."""
    serving = replace(_UNLIMITED, goal=_GOAL)
    other = GoalReport(replace(_GOAL, id=8, number=1, name="God vård"), None, ())
    goals = (other, GoalReport(_GOAL, _NOW, (_ASSESSED,)))
    return report_of("Region Älvmark", "Regionstyrelsen", HELD, (_LATE, serving), goals)


def test_the_report_is_grouped_by_the_goals_that_assignments_serve(by_goals: Report) -> None:
    groups = [(one.heading, [row.number for row in one.rows]) for one in by_goals.groups]

    assert groups == [("Mål 2. Nära vård", [1]), ("Utan strategiskt mål", [2])]


def test_the_report_tells_how_far_each_goal_is_reached(by_goals: Report, tmp_path: Path) -> None:
    printed = report_file(by_goals, tmp_path)
    told = words(printed)

    for words_of_it in (
        "Mål 2. Nära vård Delvis uppnått ↗ Förbättras 1",
        "Plan: Strategisk plan 2026–2028, Medborgare",
        "Måluppfyllelse: Delvis uppnått. Utveckling: ↗ Förbättras. Prognos vid årets slut: Uppnått",
        "Tidigare bedömt 20 maj 2026 § 44: Inte uppnått, försämras",
    ):
        assert words_of_it in told
    assert "God vård" not in told
    assert verdicts((printed, "3a"), (printed, "ua1")).count("PASS") == 2


def test_the_workbook_tells_the_goals_on_a_sheet_of_their_own(by_goals: Report) -> None:
    book = load_workbook(io.BytesIO(report_workbook(by_goals)))
    rows, goals = (list(one.iter_rows(values_only=True)) for one in book.worksheets)

    assert [row[1] for row in rows] == [
        "Strategiskt mål",
        "Mål 2. Nära vård",
        "Utan strategiskt mål",
    ]
    assert goals[1][1:5] == ("Mål 2. Nära vård", "Delvis uppnått", "Förbättras", "Uppnått")
