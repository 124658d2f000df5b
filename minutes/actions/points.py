"""What stands on an agenda is revised: a point, its matters, and what always stands there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from minutes.actions.agenda import Point, require_point, treated
from minutes.actions.columns import taken
from minutes.actions.history import Act, record
from minutes.actions.revisions import replace_parts, require_seen, revise
from minutes.domain.agenda import Standing
from minutes.domain.errors import RuleBroken
from minutes.domain.texts import require_title
from minutes.store.tables import Body, Item, ItemMatter, Matter, StandingItem

MOST_STANDING = 40


def revise_point(
    session: Session, act: Act, item: Item, point: Point, *, seen: int | None = None
) -> Item:
    """Give an item another title or presenter, or make it an election.

    Raises RuleBroken for what cannot be printed, and Outdated.
    """
    require_point(point)
    columns: dict[str, Any] = taken(point, "title presenter is_election")
    revise(session, act, item, columns, seen=seen)
    return item


def treat_matters(
    session: Session, act: Act, item: Item, matters: Sequence[Matter], *, seen: int | None = None
) -> Item:
    """Let an item treat these matters and no others. Raises Outdated."""
    require_seen(session, item, seen)
    of_item = select(ItemMatter).where(ItemMatter.item_id == item.id)
    rows = session.exec(of_item.order_by(col(ItemMatter.position))).all()
    if [row.matter_id for row in rows] == [matter.id for matter in matters]:
        return item
    item.revision += 1
    record(session, act, "let treat", item, {"dnr": [matter.dnr for matter in matters]})
    replace_parts(session, rows, treated(item, matters))
    return item


def set_standing_items(
    session: Session, act: Act, body: Body, standing: Sequence[Standing]
) -> Body:
    """Choose what a body takes up at every meeting, in this order.

    Raises RuleBroken for a title that cannot be printed, one that stands twice, and too many.
    """
    for one in standing:
        require_title(one.title)
    _require_once([one.title.casefold() for one in standing])
    of_body = select(StandingItem).where(StandingItem.body_id == body.id)
    rows = session.exec(of_body).all()
    record(session, act, "given standing items", body, {"titles": [s.title for s in standing]})
    fresh = [
        StandingItem(body_id=body.id, position=place, **taken(one, "kind title at_end"))
        for place, one in enumerate(standing)
    ]
    replace_parts(session, rows, fresh)
    return body


def _require_once(titles: Sequence[str]) -> None:
    if len(titles) > MOST_STANDING:
        raise RuleBroken("En lista har högst {most} stående punkter.", most=MOST_STANDING)
    if len(set(titles)) < len(titles):
        raise RuleBroken("En rubrik står två gånger bland de stående punkterna.")
