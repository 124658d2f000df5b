"""Decisions of delegates are entered, mended, and reported in a §."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlmodel import Session, select

from minutes.actions.copied import mask_in_copy
from minutes.actions.history import Act, record
from minutes.actions.revisions import revise, strike
from minutes.domain import delegation
from minutes.domain.errors import RuleBroken
from minutes.store.tables import Body, DelegatedDecision, Item, Notice


def enter_delegated(
    session: Session,
    act: Act,
    body: Body,
    made: delegation.DelegatedDecision,
    *,
    today: date,
    reported_in: Item | None = None,
) -> DelegatedDecision:
    """Enter what a delegate decided for a body. Raises RuleBroken."""
    delegation.require_delegated(made, today)
    row = DelegatedDecision(
        body_id=body.id, reported_in_id=reported_in.id if reported_in else None, **asdict(made)
    )
    record(session, act, "delegated", row)
    if reported_in is not None:
        mask_in_copy(session, reported_in)
    return row


def _require_not_announced(session: Session, row: DelegatedDecision) -> None:
    announced = select(Notice.id).where(Notice.delegated_decision_id == row.id)
    if session.exec(announced).first() is not None:
        raise RuleBroken("Beslutet är tillkännagivet på anslagstavlan och ändras inte.")


def revise_delegated(
    session: Session,
    act: Act,
    row: DelegatedDecision,
    made: delegation.DelegatedDecision,
    *,
    today: date,
    reported_in: Item | None = None,
    seen: int | None = None,
) -> DelegatedDecision:
    """Mend what was entered, and in which § it is reported, until it is announced.

    Raises RuleBroken and Outdated.
    """
    _require_not_announced(session, row)
    delegation.require_delegated(made, today)
    columns: dict[str, Any] = asdict(made)
    columns["reported_in_id"] = reported_in.id if reported_in else None
    revise(session, act, row, columns, seen=seen)
    if reported_in is not None:
        mask_in_copy(session, reported_in)
    return row


def strike_delegated(
    session: Session, act: Act, row: DelegatedDecision, *, seen: int | None = None
) -> DelegatedDecision:
    """Take out what was entered by mistake and is not announced. Raises RuleBroken, Outdated."""
    _require_not_announced(session, row)
    strike(session, act, row, seen=seen)
    return row


def unentered(
    session: Session, item: Item, found: Iterable[delegation.DelegatedDecision]
) -> list[delegation.DelegatedDecision]:
    """Those of a §'s text that are not entered as reported in it."""
    rows = session.exec(
        select(DelegatedDecision).where(DelegatedDecision.reported_in_id == item.id)
    ).all()
    known = {(row.delegate, row.what) for row in rows}
    return [one for one in found if (one.delegate, one.what) not in known]
