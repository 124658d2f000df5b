"""What the minutes tell of assignments, the register of assignments tells too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from sqlmodel import Session, col, select

from minutes.demonstration.assignments import assignment_of
from minutes.demonstration.meetings import meetings
from minutes.demonstration.region import region
from minutes.domain.assignments import AssignmentStatus
from minutes.domain.decisions import DecisionKind
from minutes.store import tables as t

_TOLD = re.compile(r"(\d+) (?:öppna )?uppdrag\b|De är (\d+)")
_DIRECTOR = "Regiondirektören"
TITLE = "Återrapportering av regionstyrelsens uppdrag till regiondirektören"


@dataclass(frozen=True)
class Told:
    """How many assignments a standing item says that are open, and how many there are."""

    held_on: date
    told: int
    counted: int


def _given() -> Iterator[tuple[str, date]]:
    """The director's assignments, each as it is referred to, with the day of the decision."""
    for number, plan in enumerate(region().plan_assignments):
        yield f"{plan.plan} {number}", plan.decided_on
    for held in meetings():
        day = held.protocol.date or date.min
        for item in held.protocol.items:
            for one in item.assignments:
                if one.assignee == _DIRECTOR:
                    origin = f"{held.protocol.body} {day.year} § {item.number}"
                    yield f"{origin} p. {one.point}", day


def _closed_before(day: date) -> int:
    """How many of the director's assignments, plans' too, were closed at earlier meetings."""
    givers = {plan.plan for plan in region().plan_assignments}
    directors = {reference for reference, _ in _given()}
    return sum(
        reference in directors or reference.partition(" p. ")[0] in givers
        for held in meetings()
        if held.protocol.date and held.protocol.date < day
        for _, reference in held.closes
    )


def _standing_items() -> Iterator[Told]:
    for held in meetings():
        day = held.protocol.date or date.min
        for item in held.protocol.items:
            text = "\n".join(s.text for s in item.sections)
            told = _TOLD.search(text) if item.title == TITLE else None
            if told is not None:
                given = sum(since < day for _, since in _given())
                yield Told(day, int(told[1] or told[2]), given - _closed_before(day))


def test_the_standing_item_counts_the_open_assignments_rightly() -> None:
    found = list(_standing_items())

    assert len(found) >= 6
    assert [one for one in found if one.told != one.counted] == []


@pytest.mark.parametrize("assignee", ["Ombudet", "Ordföranden"])
def test_an_errand_for_one_occasion_is_closed_after_it(entered: Session, assignee: str) -> None:
    of_theirs = select(t.Assignment).where(t.Assignment.assignee == assignee)
    rows = entered.exec(of_theirs).all()

    assert rows
    assert {row.status for row in rows} == {AssignmentStatus.CLOSED}


def test_only_the_assembly_gives_what_the_others_propose_to_it(entered: Session) -> None:
    rows = entered.exec(
        select(t.DecisionPoint, t.Decision, t.Body.name)
        .join(t.Assignment, col(t.Assignment.decision_point_id) == t.DecisionPoint.id)
        .join(t.Decision, col(t.Decision.id) == t.DecisionPoint.decision_id)
        .join(t.Item, col(t.Item.id) == t.Decision.item_id)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .where(col(t.Assignment.text).startswith("vartannat år redovisa"))
    ).all()
    kinds = {body: point.kind or decision.kind for point, decision, body in rows}

    assert kinds == {
        "Regionala utvecklingsnämnden": DecisionKind.PROPOSAL,
        "Regionstyrelsen": DecisionKind.PROPOSAL,
        "Regionfullmäktige": DecisionKind.DECISION,
    }


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("Regionstyrelsen 2025 § 16 p. 2", "upphandla och driftsätta reservkraften"),
        ("Regionstyrelsens verksamhetsplan 2025 p. 2", "genomföra en översyn"),
        ("Strategisk plan 2026–2028 p. 1", "utveckla uppföljningen"),
    ],
)
def test_an_assignment_is_found_by_its_point_or_its_plan(
    entered: Session, reference: str, text: str
) -> None:
    assert assignment_of(entered, reference).text.startswith(text)


def test_the_review_of_leased_premises_is_told_and_closed(entered: Session) -> None:
    review = assignment_of(entered, "Regionstyrelsens verksamhetsplan 2025 p. 2")
    at = select(t.Item.number).join(t.Measure, col(t.Measure.item_id) == t.Item.id)
    reported = entered.exec(at.where(t.Measure.assignment_id == review.id)).all()

    assert sorted(reported) == [6, 32]
    assert review.status is AssignmentStatus.CLOSED
