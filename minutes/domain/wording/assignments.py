"""Assignments as the report to a meeting writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from minutes.domain.assignments import AssignmentStatus
from minutes.domain.texts import lower_first
from minutes.domain.urgency import Due
from minutes.domain.wording.days import day
from minutes.domain.wording.names import genitive

DUE: Mapping[Due, str] = {
    Due.OVERDUE: "Försenade",
    Due.DATED: "Med tidsfrist",
    Due.EVENT: "Inför en händelse",
    Due.NONE: "Utan tidsfrist",
}
STATUS: Mapping[AssignmentStatus, str] = {
    AssignmentStatus.OPEN: "Pågår",
    AssignmentStatus.REPORTED: "Delredovisat",
    AssignmentStatus.PROPOSED_FOR_CLOSING: "Föreslås avslutat",
    AssignmentStatus.CLOSED: "Avslutat",
}
NO_LIMIT = "ingen angiven"


def report_title(body: str, held_on: date) -> str:
    """What the report to a meeting is called."""
    return (
        f"Redovisning av {genitive(lower_first(body))} uppdrag till regiondirektören {day(held_on)}"
    )


def origin(body: str, held_on: date, number: int, point: int) -> str:
    """The decision point that gave an assignment."""
    return f"{body} {day(held_on)} § {number} punkt {point}"


def limit(deadline: date | None, event: str) -> str:
    """By when it is to be done: a day, an event, both, or that nothing is told."""
    told = [day(deadline)] if deadline else []
    return ", ".join([*told, *([event] if event else [])]) or NO_LIMIT


def responsible(assignee: str, handler: str, division: str = "") -> str:
    """Who answers for it: the role it was given to, and who handles it where that is told."""
    return ", ".join(one for one in (assignee, handler, division) if one)
