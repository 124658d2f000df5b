"""A § is made secret, or open again, before its minutes are adjusted."""

from __future__ import annotations

from sqlmodel import Session

from minutes.actions.agenda import require_changeable
from minutes.actions.history import Act
from minutes.actions.revisions import revise
from minutes.domain.errors import Phrase
from minutes.domain.secrecy import require_ground
from minutes.domain.texts import LONGEST_TITLE, require_line
from minutes.store.tables import Item, Meeting


def keep_secret(
    session: Session,
    act: Act,
    item: Item,
    ground: str,
    *,
    open_title: str | None = None,
    seen: int | None = None,
) -> Item:
    """Make a § secret on a legal ground; without an `open_title` nobody else reads what it is.

    Raises RuleBroken for a ground that is none, Outdated.
    """
    require_changeable(session.get_one(Meeting, item.meeting_id))
    require_ground(ground)
    require_line(open_title or "", Phrase("Den öppna rubriken"), LONGEST_TITLE)
    told = {"secrecy": ground, "open_title": open_title or None}
    revise(session, act, item, told, seen=seen, verb="made secret")
    return item


def make_open(session: Session, act: Act, item: Item, *, seen: int | None = None) -> Item:
    """Let a § stand in the open protocol again. Raises Outdated."""
    require_changeable(session.get_one(Meeting, item.meeting_id))
    told = {"secrecy": None, "open_title": None}
    revise(session, act, item, told, seen=seen, verb="made open")
    return item
