"""Appeals are entered as the register hears of them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sqlmodel import Session

from minutes.actions.history import Act, record
from minutes.actions.revisions import revise
from minutes.domain import legal_force
from minutes.domain.errors import RuleBroken
from minutes.store.records import is_adjusted
from minutes.store.tables import Appeal, Item, Meeting


def enter_appeal(
    session: Session, act: Act, item: Item, lodged: legal_force.Appeal, *, today: date
) -> Appeal:
    """Enter that a § was appealed against. Raises RuleBroken."""
    if not is_adjusted(session, session.get_one(Meeting, item.meeting_id)):
        raise RuleBroken("Protokollet är inte justerat, och paragrafen kan inte överklagas än.")
    legal_force.require_appeal(lodged, today)
    appeal = Appeal(item_id=item.id, **asdict(lodged))
    record(session, act, "appealed", appeal)
    return appeal


def revise_appeal(
    session: Session,
    act: Act,
    appeal: Appeal,
    lodged: legal_force.Appeal,
    *,
    today: date,
    seen: int | None = None,
) -> Appeal:
    """Enter what the court did, or mend what was entered. Raises RuleBroken and Outdated."""
    legal_force.require_appeal(lodged, today)
    revise(session, act, appeal, asdict(lodged), seen=seen)
    return appeal
