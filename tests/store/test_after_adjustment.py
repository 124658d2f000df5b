"""What goes on after the minutes are adjusted, and leaves them as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.actions.adjustments import correct
from minutes.actions.enclosures import File, keep_document
from minutes.actions.ending import close_assignment
from minutes.actions.following_up import report_measure
from minutes.demonstration.assignments import assignment_of, item_of
from minutes.domain.assignments import AssignmentStatus
from minutes.domain.corrections import Correction
from minutes.store.records import protocol_of
from minutes.store.tables import Document, DocumentKind
from tests.domain.people import EVA
from tests.store.frozen import FROZEN
from tests.store.registered import ACT, ADJUSTED_DAY, Registered
from tests.store.statements import DONE, TABLES, copy_of, first, last, refusal
from tests.store.whole import BOARD

_WORDS = {
    "assignee": "'Ekonomidirektören'",
    "deadline": "'2027-12-01'",
    "decided_on": "'2026-02-10'",
    "decision_point_id": "NULL, plan = 'Budget 2026'",
    "event": "'inför budget 2029'",
    "plan": "'Budget 2026'",
    "position": "7",
    "text": "'pröva något annat.'",
}
"""What an assignment says, and other words for it."""


@pytest.mark.parametrize("column", _WORDS)
def test_what_an_assignment_says_is_frozen(registered: Registered, column: str) -> None:
    change = f"UPDATE assignment SET {column} = {_WORDS[column]} WHERE"

    assert FROZEN in refusal(registered.session, f"{change} {first('assignment')}")
    assert refusal(registered.session, f"{change} {last('assignment')}") == DONE


def test_each_column_of_an_assignment_is_frozen_or_goes_on() -> None:
    going_on = {"organisation_id", "status", "closed_by_id", "revision"}

    assert {"id"} | going_on | set(_WORDS) == set(TABLES["assignment"].columns.keys())


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(f"DELETE FROM assignment WHERE {first('assignment')}", id="deleted"),
        pytest.param(
            copy_of("assignment", first("assignment"), {"position": "9"}), id="given afterwards"
        ),
        pytest.param(
            "UPDATE assignment SET position = 9, decision_point_id = (SELECT decision_point_id "
            f"FROM assignment WHERE {first('assignment')}) WHERE {last('assignment')}",
            id="moved from a draft",
        ),
    ],
)
def test_the_assignments_of_adjusted_minutes_stay(registered: Registered, statement: str) -> None:
    assert FROZEN in refusal(registered.session, statement)


def test_an_assignment_is_reported_on_and_closed_by_later_minutes(
    registered: Registered,
) -> None:
    session = registered.session
    assignment = assignment_of(session, f"{BOARD} {ADJUSTED_DAY.year} § 1 p. 2")
    later = item_of(session, registered.open, 3)

    report_measure(session, ACT, assignment, later, "Avtalet är uppsagt.")
    close_assignment(session, ACT, assignment, later)

    session.refresh(assignment)
    assert assignment.status is AssignmentStatus.CLOSED


def test_a_correction_is_added_and_leaves_the_text(registered: Registered) -> None:
    session = registered.session
    item = item_of(session, registered.adjusted, 1)
    before = protocol_of(session, registered.adjusted).items[0]
    made = Correction((EVA,), ("2026-03-20",), "delårsrapporten", "9", "8", "räknefel")

    correct(session, ACT, item, made, position=0)
    session.expire_all()

    after = protocol_of(session, registered.adjusted).items[0]
    assert after.corrections == (made,)
    assert after.sections == before.sections


def test_a_document_of_adjusted_minutes_is_kept(registered: Registered, tmp_path: Path) -> None:
    file = File(b"%PDF-", DocumentKind.PROTOCOL, "protokoll.pdf", "application/pdf")

    kept = keep_document(
        registered.session, ACT, file, exports=tmp_path, meeting=registered.adjusted
    )

    assert registered.session.get_one(Document, kept.id).meeting_id == registered.adjusted.id
