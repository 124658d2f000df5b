"""News: §§ of adjusted minutes that treat a matter or name a person, the latest public first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, select

from minutes.domain.decisions import Outcome
from minutes.store import tables as t
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.deed_kinds import DeedKind
from minutes.store.queries.deeds import Deed, DeedSearch, deeds_of, items_of
from minutes.store.queries.items import outcome_in

MOST = 50
"""So much is news at once: what is older is read on the page."""


@dataclass(frozen=True, slots=True)
class News:
    """A § of adjusted minutes, by its key; `public_on` is the day from which everybody may read it.

    `deeds` is what the person that is asked about did there, `words` what was found there.
    """

    key: int
    address: Address
    title: str
    outcome: Outcome
    to_body: str | None
    public_on: date
    deeds: tuple[tuple[DeedKind, Deed], ...] = ()
    words: str = ""


def _public_on(adjusted_on: date, copies: Sequence[Any]) -> date:
    """From when everybody reads it: a body that reviews its minutes publishes them later."""
    return max(adjusted_on, min((one.date() for one in copies), default=adjusted_on))


def public_since(day: date) -> ColumnElement[bool]:
    """Whether the minutes of a meeting were adjusted or first published on that day or later."""
    first = func.min(col(t.PublicCopy.approved_at))
    copied = select(t.PublicCopy.meeting_id).group_by(col(t.PublicCopy.meeting_id))
    midnight = datetime.combine(day, time(), UTC)
    published = col(t.Meeting.id).in_(copied.having(first >= midnight))
    return or_(col(t.Adjustment.adjusted_on) >= day, published)


def _approvals(session: Session, meetings: set[int]) -> Mapping[int, list[Any]]:
    """When the copies of each meeting were approved."""
    wanted = select(t.PublicCopy.meeting_id, t.PublicCopy.approved_at)
    found: dict[int, list[Any]] = defaultdict(list)
    for meeting, at in session.exec(wanted.where(col(t.PublicCopy.meeting_id).in_(meetings))):
        found[meeting].append(at)
    return found


def _adjusted_items() -> Any:
    entities: tuple[Any, ...] = (t.Item, t.Body, t.Meeting, t.Decision, t.Adjustment)
    return (
        select(*entities)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .join(t.Adjustment, col(t.Adjustment.meeting_id) == t.Meeting.id)
        .outerjoin(t.Decision, col(t.Decision.item_id) == t.Item.id)
        .where(col(t.Adjustment.adjusted_on).is_not(None))
    )


def news_where(session: Session, *conditions: Any, most: int = MOST) -> tuple[News, ...]:
    """The §§ of adjusted minutes that meet the conditions, those that were adjusted last."""
    adjusted_on = col(t.Adjustment.adjusted_on)
    rows = session.exec(
        _adjusted_items()
        .where(*conditions)
        .order_by(adjusted_on.desc(), col(t.Meeting.id).desc(), col(t.Item.position))
        .limit(most)
    ).all()
    approved = _approvals(session, {meeting.id for _, _, meeting, *_ in rows})
    found = (
        News(
            item.id,
            address_of(item, body, meeting.held_on),
            item.title,
            outcome_in(item, decision),
            decision.to_body if decision else None,
            _public_on(row.adjusted_on, approved[meeting.id]),
        )
        for item, body, meeting, decision, row in rows
    )
    return tuple(sorted(found, key=lambda one: one.public_on, reverse=True))


def matter_news(
    session: Session, matter: int, *conditions: Any, most: int = MOST
) -> tuple[News, ...]:
    """What adjusted minutes tell of a matter."""
    treats = select(t.ItemMatter.item_id).where(t.ItemMatter.matter_id == matter)
    return news_where(session, col(t.Item.id).in_(treats), *conditions, most=most)


def person_news(
    session: Session, person: int, *conditions: Any, most: int = MOST
) -> tuple[News, ...]:
    """What adjusted minutes name a person for."""
    named = or_(*(col(t.Item.id).in_(items_of(kind, person)) for kind in DeedKind))
    found = news_where(session, named, *conditions, most=most)
    keys = [one.key for one in found]
    deeds: dict[Address, list[tuple[DeedKind, Deed]]] = defaultdict(list)
    for kind in DeedKind:
        for deed in deeds_of(session, person, DeedSearch(kind), among=keys):
            deeds[deed.address].append((kind, deed))
    return tuple(replace(one, deeds=tuple(deeds[one.address])) for one in found)
