"""Matters: all of them, and one through its meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain.turns import Step, Turn, awaited, turns_of
from minutes.store import tables as t
from minutes.store.queries.items import ItemEntry, item_entries
from minutes.store.queries.motions import MotionOf, motions_of
from minutes.store.queries.paging import Paging, paged_of_all
from minutes.store.queries.words import each_word_in


@dataclass(frozen=True, slots=True)
class MatterEntry:
    """A matter as a list shows it; the days are those of its first and latest meeting."""

    dnr: str
    slug: str
    title: str
    latest_title: str
    items: int
    first_on: date
    latest_on: date


@dataclass(frozen=True, slots=True)
class MatterList:
    """The matters in which each of `words` occurs, the latest treated first."""

    words: str
    paging: Paging
    matters: tuple[MatterEntry, ...]


@dataclass(frozen=True, slots=True)
class MatterPage:
    """A matter with every § that treats it, the earliest first, and how it came to each.

    `awaits` is the superior body that has yet to treat what was proposed to it last.
    """

    dnr: str
    slug: str
    title: str
    motions: tuple[MotionOf, ...]
    items: tuple[ItemEntry, ...]
    turns: tuple[Turn, ...]
    awaits: str | None


def matter_list(session: Session, words: str = "", page: int = 1) -> MatterList:
    """The matters in whose number or title each word occurs."""
    held_on = col(t.Meeting.held_on)
    latest = func.max(held_on)
    told = select(t.ItemMatter.matter_id).join(t.Item, col(t.Item.id) == t.ItemMatter.item_id)
    named = each_word_in(words, t.Matter.dnr, t.Matter.title) | col(t.Matter.id).in_(
        told.where(each_word_in(words, t.Item.title))
    )
    query = (
        select(t.Matter, func.count(), func.min(held_on), latest)
        .join(t.ItemMatter, col(t.ItemMatter.matter_id) == t.Matter.id)
        .join(t.Item, col(t.Item.id) == t.ItemMatter.item_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(named)
        .group_by(col(t.Matter.id))
        .order_by(latest.desc(), col(t.Matter.dnr))
    )
    paging, rows = paged_of_all(session, query, page, ("matters", words))
    titles = _latest_titles(session, [row[0].id for row in rows])
    found = (MatterEntry(m.dnr, m.slug, m.title, titles[m.id], *rest) for m, *rest in rows)
    return MatterList(words, paging, tuple(found))


def _latest_titles(session: Session, matters: Sequence[int]) -> dict[int, str]:
    """The title of the § that treated each matter last."""
    rows = session.exec(
        select(t.ItemMatter.matter_id, t.Item.title)
        .join(t.Item, col(t.Item.id) == t.ItemMatter.item_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(col(t.ItemMatter.matter_id).in_(matters))
        .order_by(col(t.Meeting.held_on), col(t.Item.id))
    )
    return dict(rows.all())


def matter_page(session: Session, slug: str) -> MatterPage | None:
    """The matter at an address, None where there is none."""
    matter = session.exec(select(t.Matter).where(t.Matter.slug == slug)).first()
    if matter is None:
        return None
    motions = session.exec(select(t.Motion).where(t.Motion.matter_id == matter.id)).all()
    treats = select(t.ItemMatter.item_id).where(t.ItemMatter.matter_id == matter.id)
    items = item_entries(session, col(t.Item.id).in_(treats))
    steps = [Step(one.address.body, one.outcome, one.to_body) for one in items]
    return MatterPage(
        matter.dnr,
        matter.slug,
        matter.title,
        motions_of(session, motions),
        items,
        turns_of(steps),
        awaited(steps),
    )
