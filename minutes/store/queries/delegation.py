"""The delegated decisions of a body, and those that a § reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from minutes.domain.agenda import StandingKind
from minutes.domain.delegation import TITLE
from minutes.store import tables as t
from minutes.store.queries.paging import Paging, paged
from minutes.store.queries.reported import items_reporting


@dataclass(frozen=True, slots=True)
class DelegatedEntry:
    """A delegated decision with the § that reports it and the notice that announces it."""

    row: t.DelegatedDecision
    reported_in: t.Item | None
    notice: t.Notice | None


def announcing() -> ColumnElement[bool]:
    """Whether a notice announces a decision, and was not down before its time."""
    of_decision = col(t.Notice.delegated_decision_id) == t.DelegatedDecision.id
    return of_decision & col(t.Notice.interrupted_on).is_(None)


def _decided(body: t.Body) -> Any:
    return (
        select(t.DelegatedDecision, t.Item, t.Notice)
        .outerjoin(t.Item, col(t.Item.id) == t.DelegatedDecision.reported_in_id)
        .outerjoin(t.Notice, announcing())
        .where(t.DelegatedDecision.body_id == body.id)
        .order_by(
            col(t.DelegatedDecision.decided_on).desc().nulls_last(),
            col(t.DelegatedDecision.id).desc(),
        )
    )


def delegated_decisions(session: Session, body: t.Body) -> tuple[DelegatedEntry, ...]:
    """The delegated decisions of a body, the latest first."""
    return tuple(DelegatedEntry(*row) for row in session.exec(_decided(body)))


def delegated_page(
    session: Session, body: t.Body, page: int
) -> tuple[Paging, tuple[DelegatedEntry, ...]]:
    """A page of the delegated decisions of a body, the latest first."""
    paging, rows = paged(session, _decided(body), page)
    return paging, tuple(DelegatedEntry(*row) for row in rows)


def reporting_items(session: Session, body: t.Body) -> Sequence[t.Item]:
    """The §§ in which delegated decisions are reported to a body, the latest first."""
    return items_reporting(session, body, StandingKind.DELEGATED_DECISIONS, TITLE)


def unreported_in(session: Session, body: t.Body, year: int) -> Sequence[t.DelegatedDecision]:
    """What a body's delegates decided in a year and no § reports, in the order of the days."""
    decided_on = col(t.DelegatedDecision.decided_on)
    of_year = select(t.DelegatedDecision).where(
        t.DelegatedDecision.body_id == body.id,
        col(t.DelegatedDecision.reported_in_id).is_(None),
        decided_on.between(date(year, 1, 1), date(year, 12, 31)),
    )
    return session.exec(of_year.order_by(decided_on, col(t.DelegatedDecision.id))).all()
