"""One § with everything that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain import record
from minutes.domain.decisions import DecisionKind, Outcome
from minutes.store import tables as t
from minutes.store.item_records import items_of
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.assignments import AssignmentEntry, of_item, reported_in
from minutes.store.queries.bodies import find_slug
from minutes.store.queries.items import ItemEntry, item_entries, outcome_in
from minutes.store.queries.legal_forces import ItemForce, forces_of
from minutes.store.queries.listed import Listed, listed_in
from minutes.store.queries.named import PersonLink, named_in
from minutes.store.records import is_adjusted
from minutes.store.withheld import ITEM, withheld

COURSE = 8
"""How many other §§ of its matters a §'s page shows."""


@dataclass(frozen=True, slots=True)
class MatterLink:
    """A matter by its reference number, address and title."""

    dnr: str
    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One § with everything that belongs to it.

    `course` are the other §§ of its matters, the latest ones in order of time. `awaits` is the
    superior body that has yet to treat what is proposed to it, None where none has. `stands` is
    its legal force, None in a draft.
    """

    address: Address
    item: record.Item
    outcome: Outcome
    is_draft: bool
    before: int | None
    after: int | None
    matters: tuple[MatterLink, ...] = ()
    course: tuple[ItemEntry, ...] = ()
    awaits: str | None = None
    assignments: tuple[AssignmentEntry, ...] = ()
    reports: tuple[AssignmentEntry, ...] = ()
    listed: Listed = field(default_factory=Listed)
    people: tuple[PersonLink, ...] = ()
    stands: ItemForce | None = None


def _beside(session: Session, body: int, year: int, number: int) -> tuple[int | None, int | None]:
    """The numbers before and after in the same year of the body, those of secret §§ too."""
    of_year = select(t.Item.number).where(t.Item.body_id == body, t.Item.year == year)
    secret = [one.number for one in withheld(session, ITEM.body_id == body, ITEM.year == year)]
    column = col(t.Item.number)
    before = session.exec(of_year.where(column < number).order_by(column.desc()).limit(1)).first()
    after = session.exec(of_year.where(column > number).order_by(column).limit(1)).first()
    earlier = [n for n in (before, *secret) if n and n < number]
    later = [n for n in (after, *secret) if n and n > number]
    return max(earlier, default=None), min(later, default=None)


def matters_of(session: Session, item: t.Item) -> tuple[MatterLink, ...]:
    """The matters that a § treats."""
    rows = session.exec(
        select(t.Matter)
        .join(t.ItemMatter, col(t.ItemMatter.matter_id) == t.Matter.id)
        .where(t.ItemMatter.item_id == item.id)
        .order_by(col(t.ItemMatter.position))
    )
    return tuple(MatterLink(m.dnr, m.slug, m.title) for m in rows)


def _course(session: Session, item: t.Item) -> tuple[ItemEntry, ...]:
    """The other §§ of the item's matters, the latest of them in order of time."""
    own = select(t.ItemMatter.matter_id).where(t.ItemMatter.item_id == item.id)
    treats = select(t.ItemMatter.item_id).where(col(t.ItemMatter.matter_id).in_(own))
    others = item_entries(session, col(t.Item.id).in_(treats), col(t.Item.id) != item.id)
    return others[-COURSE:]


def _awaits(
    decision: t.Decision | None, course: Sequence[ItemEntry], meeting: t.Meeting
) -> str | None:
    """The body that has yet to treat a proposal of that meeting."""
    if decision is None or decision.kind is not DecisionKind.PROPOSAL or decision.to_body is None:
        return None
    receiver = decision.to_body.casefold()
    treated = any(
        entry.address.body.casefold() == receiver and entry.address.held_on >= meeting.held_on
        for entry in course
    )
    return None if treated else decision.to_body


_Found = tuple[t.Item, t.Body, t.Meeting, t.Decision | None]


def _found(session: Session, slug: str, year: int, number: int) -> _Found | None:
    return session.exec(
        select(t.Item, t.Body, t.Meeting, t.Decision)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .outerjoin(t.Decision, col(t.Decision.item_id) == t.Item.id)
        .where(t.Body.slug == slug, t.Item.year == year, t.Item.number == number)
    ).first()


def _withheld_page(session: Session, slug: str, year: int, number: int) -> ItemPage | None:
    """What everybody reads of a secret §, None where none has that number."""
    body = find_slug(session, slug)
    if body is None:
        return None
    at = ITEM.body_id == body.id, ITEM.year == year, ITEM.number == number
    for one in withheld(session, *at):
        meeting = session.get_one(t.Meeting, one.meeting_id)
        before, after = _beside(session, meeting.body_id, year, number)
        return ItemPage(
            address=Address(body.name, slug, year, number, meeting.held_on),
            item=one.record,
            outcome=Outcome.NONE,
            is_draft=not is_adjusted(session, meeting),
            before=before,
            after=after,
        )
    return None


def item_page(session: Session, slug: str, year: int, number: int, today: date) -> ItemPage | None:
    """The § of a body's year and number, None where there is none."""
    found = _found(session, slug, year, number)
    if found is None or found[0].secrecy is not None:
        return _withheld_page(session, slug, year, number)
    row, body, meeting, decision = found
    before, after = _beside(session, row.body_id, year, number)
    is_draft = not is_adjusted(session, meeting)
    course = _course(session, row)
    return ItemPage(
        address=address_of(row, body, meeting.held_on),
        item=record.published_item(items_of(session, [row])[0]),
        outcome=outcome_in(row, decision),
        is_draft=is_draft,
        stands=None if is_draft else forces_of(session, [row], today)[0],
        before=before,
        after=after,
        matters=matters_of(session, row),
        course=course,
        awaits=_awaits(decision, course, meeting),
        assignments=of_item(session, row, today),
        reports=reported_in(session, row, today),
        listed=listed_in(session, row),
        people=named_in(session, row),
    )
