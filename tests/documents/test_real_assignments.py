"""The assignments of minutes that were taken in come with their § and limit, or the warning."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session

from minutes.actions.bodies import establish_body, found_organisation
from minutes.actions.history import Act
from minutes.clock import now
from minutes.documents.reported import report_of
from minutes.domain.bodies import kind_of
from minutes.domain.wording.assignments import NO_LIMIT
from minutes.importing.load import record_meeting
from minutes.importing.parse import parse
from minutes.importing.read import read
from minutes.importing.recorder import Recorder
from minutes.store.queries.assignment_reports import report_lines


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_nine_assignments_of_real_minutes_stand_in_the_report(
    session: Session, shared: Path
) -> None:
    told = parse(read(shared / "seeds" / "004_8b838460e9bf283a.txt")).protocol
    act = Act("Sekreteraren", now())
    organisation = found_organisation(session, act, told.organisation or "Regionen")
    name = told.body or ""
    body = establish_body(session, act, organisation, name, kind=kind_of(name), seats=15)
    record_meeting(Recorder(session, act, organisation), body, told)

    day = date(2020, 12, 9)
    report = report_of(organisation.name, name, day, report_lines(session, body, day, None))

    assert len(report.rows) == 9
    assert all("§" in one.origin and "punkt" in one.origin for one in report.rows)
    limits = [one.limit for one in report.rows]
    assert all(limits)
    assert (NO_LIMIT in limits) is any(one.line.due.value == "none" for one in report.rows)
