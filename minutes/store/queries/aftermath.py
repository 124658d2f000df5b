"""What became of the decisions of §§: what their assignments have come to, and what came later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import false, func
from sqlmodel import Session, col, select

from minutes.domain.assignments import AssignmentStatus
from minutes.domain.decisions import Outcome
from minutes.domain.following_up import status_of
from minutes.store import tables as t
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.assignment_lists import given
from minutes.store.queries.items import outcome_in

LATER = 4
"""How many of the later §§ of its matters are told of a §: the first of them."""


@dataclass(frozen=True, slots=True)
class Later:
    """A § by its address, how it ended, and the body that its proposal goes to."""

    address: Address
    outcome: Outcome
    to_body: str | None


@dataclass(frozen=True, slots=True)
class GivenAssignment:
    """An assignment as somebody sees it who follows a decision."""

    id: int
    text: str
    status: AssignmentStatus
    deadline: date | None


@dataclass(frozen=True, slots=True)
class Aftermath:
    """How a § ended, the assignments that it gave, and the later §§ of its matters."""

    outcome: Outcome
    to_body: str | None
    assignments: tuple[GivenAssignment, ...]
    later: tuple[Later, ...]


_Row = tuple[t.Item, Later]


def _rows(session: Session, items: Collection[int]) -> Mapping[int, _Row]:
    """Those §§ and all of the same matters, by key."""
    own = select(t.ItemMatter.matter_id).where(col(t.ItemMatter.item_id).in_(items))
    beside = select(t.ItemMatter.item_id).where(col(t.ItemMatter.matter_id).in_(own))
    rows = session.exec(
        select(t.Item, t.Body, t.Meeting, t.Decision)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .outerjoin(t.Decision, col(t.Decision.item_id) == t.Item.id)
        .where(col(t.Item.id).in_(items) | col(t.Item.id).in_(beside))
        .order_by(col(t.Meeting.held_on), col(t.Body.name), col(t.Item.position))
    )
    return {
        item.id: (item, _later(item, body, meeting, made)) for item, body, meeting, made in rows
    }


def _later(item: t.Item, body: t.Body, meeting: t.Meeting, made: t.Decision | None) -> Later:
    outcome = outcome_in(item, made)
    return Later(address_of(item, body, meeting.held_on), outcome, made.to_body if made else None)


def _matters(session: Session, items: Iterable[int]) -> Mapping[int, set[int]]:
    """The matters of each §."""
    query = select(t.ItemMatter.item_id, t.ItemMatter.matter_id)
    found: dict[int, set[int]] = defaultdict(set)
    for item, matter in session.exec(query.where(col(t.ItemMatter.item_id).in_([*items]))):
        found[item].add(matter)
    return found


def _given(session: Session, items: Collection[int]) -> Mapping[int, list[GivenAssignment]]:
    """What each of those §§ gave; a report or a closing that may not be seen is none."""
    closed = func.coalesce(col(t.Assignment.closed_by_id).in_(select(t.Item.id)), false())
    query: Any = (
        select(t.Assignment, t.Decision.item_id, closed, t.Measure.proposes_closing)
        .join(t.DecisionPoint, col(t.DecisionPoint.id) == t.Assignment.decision_point_id)
        .join(t.Decision, col(t.Decision.id) == t.DecisionPoint.decision_id)
        .outerjoin(t.Measure, col(t.Measure.assignment_id) == t.Assignment.id)
        .where(col(t.Decision.item_id).in_(items), given())
        .order_by(col(t.Assignment.id), col(t.Measure.id))
    )
    rows = session.exec(query).all()
    proposals: dict[int, list[bool]] = defaultdict(list)
    for row, _, _, proposes in rows:
        proposals[row.id] += [] if proposes is None else [proposes]
    found: dict[int, dict[int, GivenAssignment]] = defaultdict(dict)
    for row, item, is_closed, _ in rows:
        status = status_of(is_closed=bool(is_closed), proposals=proposals[row.id])
        found[item][row.id] = GivenAssignment(row.id, row.text, status, row.deadline)
    return {item: [*own.values()] for item, own in found.items()}


def aftermaths(session: Session, items: Collection[int]) -> Mapping[int, Aftermath]:
    """What became of each of those §§, in three queries."""
    if not items:
        return {}
    rows = _rows(session, items)
    matters, gave = _matters(session, rows), _given(session, items)
    found = {}
    for key in items:
        own = rows[key][1]
        after = _after(own, [rows[k][1] for k in rows if matters[k] & matters[key] and k != key])
        found[key] = Aftermath(own.outcome, own.to_body, tuple(gave.get(key, ())), after)
    return found


def _after(own: Later, others: Sequence[Later]) -> tuple[Later, ...]:
    """The first of the §§ that came later, in order of time."""
    later = [o for o in others if o.address.held_on > own.address.held_on]
    return tuple(later[:LATER])
