"""Communications are entered with the § that reports them, and mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from sqlmodel import Session, select

from minutes.actions.copied import mask_in_copy
from minutes.actions.history import Act, record
from minutes.actions.revisions import revise
from minutes.domain import communications
from minutes.domain.communications import require_communication
from minutes.store.tables import Communication, Item


def enter_communication(
    session: Session, act: Act, item: Item, told: communications.Communication, *, today: date
) -> Communication:
    """Enter what a § reports. Raises RuleBroken."""
    require_communication(told, today)
    row = Communication(item_id=item.id, **asdict(told))
    record(session, act, "communicated", row)
    mask_in_copy(session, item)
    return row


def revise_communication(
    session: Session,
    act: Act,
    row: Communication,
    told: communications.Communication,
    *,
    today: date,
    item: Item,
    seen: int | None = None,
) -> Communication:
    """Mend what was entered, and in which § it is reported. Raises RuleBroken and Outdated."""
    require_communication(told, today)
    revise(session, act, row, {**asdict(told), "item_id": item.id}, seen=seen)
    mask_in_copy(session, item)
    return row


def uncommunicated(
    session: Session, item: Item, found: Iterable[communications.Communication]
) -> list[communications.Communication]:
    """Those of a §'s text that are not entered as reported in it."""
    rows = session.exec(select(Communication).where(Communication.item_id == item.id)).all()
    known = {(row.sender, row.subject) for row in rows}
    return [one for one in found if (one.sender, one.subject) not in known]
