"""How often members did what for their parties: meetings, reservations and proposals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, literal, union_all
from sqlmodel import Session, col, select

from minutes.store import tables as t

MEETING, RESERVATION, PROPOSAL = "meeting", "reservation", "proposal"
"""What is counted."""


def reserved(*columns: Any) -> Any:
    """The reservations, each with its §."""
    query: Any = select(literal(RESERVATION).label("kind"), *columns)
    return query.select_from(t.Reservation).join(t.Item, col(t.Item.id) == t.Reservation.item_id)


def moved(*columns: Any) -> Any:
    """The proposals that stand, by mover, each with its §."""
    stands = (col(t.ProposalMover.proposal_id) == t.Proposal.id) & col(t.Proposal.withdrawn_at).is_(
        None
    )
    query: Any = select(literal(PROPOSAL).label("kind"), *columns).select_from(t.ProposalMover)
    return query.join(t.Proposal, stands).join(t.Item, col(t.Item.id) == t.Proposal.item_id)


def attended(*columns: Any) -> Any:
    """Who was at which meeting."""
    query: Any = select(literal(MEETING).label("kind"), *columns).select_from(t.Attendance)
    return query.join(t.Meeting, col(t.Meeting.id) == t.Attendance.meeting_id)


def how_many(of: Any) -> Any:
    """How many there are of a column's values."""
    return func.count(col(of).distinct()).label("count")


def all_of(session: Session, *parts: Any) -> Sequence[Any]:
    """The rows of the parts, in one query."""
    found: Sequence[Any] = session.exec(select(*union_all(*parts).subquery().c)).all()
    return found


def by_person(session: Session, year: int, party: str) -> Sequence[Any]:
    """What each did for a party in a year: kind, person, name, how often."""

    def named(of: Any) -> tuple[Any, ...]:
        return of.person_id, of.name

    rows = _in_year(year, named, t.Meeting.id).items()
    return all_of(session, *(q.where(of.party == party).group_by(*named(of)) for of, q in rows))


def by_party(session: Session, year: int) -> Sequence[Any]:
    """What was done for each party in a year: kind, party, how many; of meetings, by how many."""

    def named(of: Any) -> tuple[Any, ...]:
        return (of.party,)

    rows = _in_year(year, named, t.Attendance.name).items()
    return all_of(session, *(q.where(of.party.is_not(None)).group_by(of.party) for of, q in rows))


def _in_year(
    year: int, named: Callable[[Any], tuple[Any, ...]], attended_by: Any
) -> dict[Any, Any]:
    """The queries of a year by the table whose rows name somebody."""
    in_year = col(t.Meeting.held_on).between(date(year, 1, 1), date(year, 12, 31))
    at_meetings = attended(*named(t.Attendance), how_many(attended_by))
    reservations = reserved(*named(t.Reservation), how_many(t.Reservation.id))
    proposals = moved(*named(t.ProposalMover), how_many(t.Proposal.id))
    return {
        t.Attendance: at_meetings.where(in_year),
        t.Reservation: reservations.where(t.Item.year == year),
        t.ProposalMover: proposals.where(t.Item.year == year),
    }
