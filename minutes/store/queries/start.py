"""The start page: the bodies, and what the register holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.store import tables as t
from minutes.store.counted import counted
from minutes.store.queries.assignment_lists import AssignmentCounts, assignment_counts
from minutes.store.queries.bodies import BodyEntry, body_entries
from minutes.store.queries.reservations import count_reservations


@dataclass(frozen=True, slots=True)
class StartPage:
    """What a visitor sees first."""

    organisations: tuple[str, ...]
    bodies: tuple[BodyEntry, ...]
    assignments: AssignmentCounts
    reservations: int
    matters: int


def start_page(session: Session, today: date) -> StartPage:
    """The bodies with their latest meetings, and the counts of the register."""
    count = select(func.count()).select_from(t.Matter)
    matters = counted(session, "matters", lambda: session.exec(count).one())
    organisations = session.exec(select(t.Organisation.name).order_by(col(t.Organisation.id)))
    return StartPage(
        tuple(organisations),
        body_entries(session),
        assignment_counts(session, today),
        count_reservations(session),
        matters,
    )
