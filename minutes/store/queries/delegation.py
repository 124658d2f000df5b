"""The delegated decisions of a body, and those that a § reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.agenda import StandingKind
from minutes.store import tables as t


@dataclass(frozen=True, slots=True)
class DelegatedEntry:
    """A delegated decision with the § that reports it and the notice that announces it."""

    row: t.DelegatedDecision
    reported_in: t.Item | None
    notice: t.Notice | None


def delegated_decisions(session: Session, body: t.Body) -> tuple[DelegatedEntry, ...]:
    """The delegated decisions of a body, the latest first."""
    counts = (col(t.Notice.delegated_decision_id) == t.DelegatedDecision.id) & col(
        t.Notice.interrupted_on
    ).is_(None)
    rows = session.exec(
        select(t.DelegatedDecision, t.Item, t.Notice)
        .outerjoin(t.Item, col(t.Item.id) == t.DelegatedDecision.reported_in_id)
        .outerjoin(t.Notice, counts)
        .where(t.DelegatedDecision.body_id == body.id)
        .order_by(
            col(t.DelegatedDecision.decided_on).desc().nulls_last(),
            col(t.DelegatedDecision.id).desc(),
        )
    )
    return tuple(DelegatedEntry(row, item, notice) for row, item, notice in rows)


def reporting_items(session: Session, body: t.Body) -> Sequence[t.Item]:
    """The §§ in which delegated decisions are reported to a body, the latest first."""
    title = col(t.Item.title)
    rows = session.exec(
        select(t.Item)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(
            t.Item.body_id == body.id,
            col(t.Item.number).is_not(None),
            (col(t.Item.standing) == StandingKind.DELEGATED_DECISIONS)
            | title.icontains("delegationsbeslut"),
        )
        .order_by(col(t.Meeting.held_on).desc(), col(t.Item.position).desc())
    )
    return rows.all()


def unreported_in(session: Session, body: t.Body, year: int) -> Sequence[t.DelegatedDecision]:
    """What a body's delegates decided in a year and no § reports, in the order of the days."""
    decided_on = col(t.DelegatedDecision.decided_on)
    of_year = select(t.DelegatedDecision).where(
        t.DelegatedDecision.body_id == body.id,
        col(t.DelegatedDecision.reported_in_id).is_(None),
        decided_on.between(date(year, 1, 1), date(year, 12, 31)),
    )
    return session.exec(of_year.order_by(decided_on, col(t.DelegatedDecision.id))).all()
