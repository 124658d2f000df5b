"""How many delegated decisions and communications a § reports that its page leads on to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, select

from minutes.domain import communications, delegation
from minutes.store import tables as t


@dataclass(frozen=True, slots=True)
class Listed:
    """How many of each are listed as reported in a §."""

    decisions: int = 0
    communications: int = 0


def _counted(session: Session, link: Any, item: t.Item) -> int:
    of_item = select(func.count()).select_from(link.class_).where(link == item.id)
    return session.exec(of_item).one()


def listed_in(session: Session, item: t.Item) -> Listed:
    """What a § reports; asked only of one whose title says that it does."""
    title = item.title.casefold()
    if delegation.TITLE in title:
        return Listed(decisions=_counted(session, t.DelegatedDecision.reported_in_id, item))
    if title.startswith(communications.TITLE):
        return Listed(communications=_counted(session, t.Communication.item_id, item))
    return Listed()
