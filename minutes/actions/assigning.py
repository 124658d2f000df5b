"""Assignments are mended and taken out, as long as nothing has been reported on them."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from minutes.actions.columns import taken
from minutes.actions.history import Act
from minutes.actions.revisions import revise, strike
from minutes.domain import assignments as domain
from minutes.domain.assignments import AssignmentStatus, require_assignment
from minutes.domain.errors import RuleBroken
from minutes.store.tables import Assignment, DecisionPoint, History


def _require_unreported(row: Assignment) -> None:
    if row.status is not AssignmentStatus.OPEN:
        raise RuleBroken("Uppdraget är redovisat och ändras inte. Ge ett nytt uppdrag i stället.")


def revise_assignment(
    session: Session,
    act: Act,
    row: Assignment,
    told: domain.Assignment,
    *,
    point: DecisionPoint,
    seen: int | None = None,
) -> Assignment:
    """Mend an assignment. Raises RuleBroken once it is reported on, and Outdated."""
    _require_unreported(row)
    require_assignment(row.decided_on, told)
    columns: dict[str, Any] = taken(told, "assignee text deadline event")
    revise(session, act, row, columns | {"decision_point_id": point.id}, seen=seen)
    return row


def strike_assignment(
    session: Session, act: Act, row: Assignment, *, seen: int | None = None
) -> tuple[Assignment, History]:
    """Take out an assignment; with the entry, by which it can be put back.

    Raises RuleBroken once it is reported on, and Outdated.
    """
    _require_unreported(row)
    return row, strike(session, act, row, seen=seen)
