"""Matters: all of them, and one through its meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain.decisions import DecisionKind
from minutes.domain.motions import ClauseOutcome
from minutes.store import tables as t
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.items import ItemEntry, item_entries
from minutes.store.queries.named import PersonLink, links_of
from minutes.store.queries.paging import Paging, paged
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
class ClauseAnswer:
    """How one § answered a clause; `is_proposal` where its superior body has yet to answer."""

    address: Address
    outcome: ClauseOutcome
    is_proposal: bool


@dataclass(frozen=True, slots=True)
class ClausePage:
    """A clause of a motion, counted from 1, with its answers."""

    position: int
    text: str | None
    answers: tuple[ClauseAnswer, ...]


@dataclass(frozen=True, slots=True)
class MotionOf:
    """The motion that a matter is about; an imported one may lack its number."""

    number: str | None
    title: str
    movers: tuple[PersonLink, ...]
    raised_on: date | None
    clauses: tuple[ClausePage, ...]


@dataclass(frozen=True, slots=True)
class MatterPage:
    """A matter with every § that treats it, the earliest first."""

    dnr: str
    slug: str
    title: str
    motions: tuple[MotionOf, ...]
    items: tuple[ItemEntry, ...]


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
    paging, rows = paged(session, query, page)
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


def _answers(session: Session, clauses: Sequence[int]) -> dict[int, tuple[ClauseAnswer, ...]]:
    rows = session.exec(
        select(t.ClauseOutcome, t.Item, t.Body, t.Meeting)
        .join(t.Item, col(t.Item.id) == t.ClauseOutcome.item_id)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(col(t.ClauseOutcome.clause_id).in_(clauses))
        .order_by(col(t.Meeting.held_on))
    ).all()
    answering = col(t.Decision.item_id).in_([item.id for _, item, _, _ in rows])
    proposing = select(t.Decision.item_id).where(t.Decision.kind == DecisionKind.PROPOSAL)
    proposals = set(session.exec(proposing.where(answering)))
    found: dict[int, tuple[ClauseAnswer, ...]] = {}
    for row, item, body, meeting in rows:
        address = address_of(item, body, meeting.held_on)
        answer = ClauseAnswer(address, row.outcome, item.id in proposals)
        found[row.clause_id] = (*found.get(row.clause_id, ()), answer)
    return found


def _motion(session: Session, motion: t.Motion) -> MotionOf:
    movers = select(t.MotionMover).where(t.MotionMover.motion_id == motion.id)
    clauses = session.exec(
        select(t.Clause).where(t.Clause.motion_id == motion.id).order_by(col(t.Clause.position))
    ).all()
    answers = _answers(session, [c.id for c in clauses])
    named = session.exec(movers.order_by(col(t.MotionMover.position))).all()
    return MotionOf(
        motion.number,
        motion.title,
        links_of(session, named),
        motion.raised_on,
        tuple(ClausePage(c.position, c.text, answers.get(c.id, ())) for c in clauses),
    )


def matter_page(session: Session, slug: str) -> MatterPage | None:
    """The matter at an address, None where there is none."""
    matter = session.exec(select(t.Matter).where(t.Matter.slug == slug)).first()
    if matter is None:
        return None
    motions = session.exec(select(t.Motion).where(t.Motion.matter_id == matter.id)).all()
    treats = select(t.ItemMatter.item_id).where(t.ItemMatter.matter_id == matter.id)
    return MatterPage(
        matter.dnr,
        matter.slug,
        matter.title,
        tuple(_motion(session, motion) for motion in motions),
        item_entries(session, col(t.Item.id).in_(treats)),
    )
