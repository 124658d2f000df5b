"""Matters, assignments and members' motions as open data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from minutes.domain.assignments import AssignmentStatus
from minutes.domain.motions import ClauseOutcome
from minutes.store import tables as t
from minutes.store.open_data.actors import Actor, is_by
from minutes.store.open_data.kinds import Filter, Kind
from minutes.store.open_data.places import Day, Dnr, Slug, Year
from minutes.store.queries.addresses import Address
from minutes.store.queries.assignment_lists import given
from minutes.store.queries.assignments import AssignmentEntry, assignment_entries
from minutes.store.queries.motions import MotionOf, motions_of
from minutes.store.visibility import sight_of


@dataclass(frozen=True, slots=True)
class Matter:
    """A case through several meetings and bodies."""

    id: str
    dnr: str
    title: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What a § reported as done."""

    item_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a decision, or a plan, gave somebody to do; only a § closes it."""

    id: str
    item_id: str | None
    plan: str | None
    assignee: str
    text: str
    decided_on: date
    deadline: date | None
    event: str
    status: AssignmentStatus
    measures: tuple[Measure, ...]
    closed_by_id: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """How one § answered a clause."""

    item_id: str
    outcome: ClauseOutcome
    is_proposal: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """One demand of a member's motion."""

    number: int
    text: str | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class MemberMotion:
    """A motion that members of the assembly raised, with the answers to its clauses."""

    id: str
    number: str | None
    title: str
    raised_on: date | None
    matter_id: str | None
    creators: tuple[Actor, ...]
    clauses: tuple[Clause, ...]


def _id(at: Address) -> str:
    return f"{at.slug}.{at.year}.{at.number}"


def _matters(_session: Session, rows: Sequence[t.Matter]) -> list[Matter]:
    return [Matter(row.slug, row.dnr, row.title) for row in rows]


def _assignment(one: AssignmentEntry) -> Assignment:
    return Assignment(
        str(one.id),
        _id(one.origin.address) if one.origin else None,
        one.plan,
        one.assignee,
        one.text,
        one.decided_on,
        one.deadline,
        one.event,
        one.status,
        tuple(Measure(_id(m.at.address), m.text) for m in one.measures),
        _id(one.closed_by.address) if one.closed_by else None,
    )


def _assignments(session: Session, rows: Sequence[t.Assignment]) -> list[Assignment]:
    today = sight_of(session).public_on or date.max
    return [_assignment(one) for one in assignment_entries(session, rows, today)]


def _motion(row: t.Motion, told: MotionOf, matter: str | None) -> MemberMotion:
    return MemberMotion(
        str(row.id),
        told.number,
        told.title,
        told.raised_on,
        matter,
        tuple(Actor(one.slug, one.name, one.party) for one in told.movers),
        tuple(
            Clause(
                one.position,
                one.text,
                tuple(Answer(_id(a.address), a.outcome, a.is_proposal) for a in one.answers),
            )
            for one in told.clauses
        ),
    )


def _motions(session: Session, rows: Sequence[Any]) -> list[MemberMotion]:
    told = motions_of(session, [row for row, _ in rows])
    return [_motion(row, one, matter) for (row, matter), one in zip(rows, told, strict=True)]


def _is_key(table: Any) -> Any:
    def at(key: str) -> ColumnElement[bool]:
        if not (key.isascii() and key.isdecimal() and len(key) < 10):
            raise ValueError(key)
        return col(table.id) == int(key)

    return at


def _as_read(session: Session, dnr: str) -> ColumnElement[bool]:
    """The matter of that number, as this reader reads it."""
    known = session.exec(select(t.Matter).where(t.Matter.dnr == dnr)).all()
    return col(t.Matter.id).in_([matter.id for matter in known if matter.dnr == dnr])


def _moved_by(_session: Session, slug: str) -> ColumnElement[bool]:
    moved = select(t.MotionMover.motion_id).where(is_by(t.MotionMover.person_id, slug))
    return col(t.Motion.id).in_(moved)


def _raised_in(_session: Session, year: int) -> ColumnElement[bool]:
    return col(t.Motion.raised_on).between(date(year, 1, 1), date(year, 12, 31))


_RAISED: Any = (
    select(t.Motion, t.Matter.slug)
    .outerjoin(t.Matter, col(t.Matter.id) == t.Motion.matter_id)
    .where(or_(col(t.Motion.raised_on).is_not(None), col(t.Matter.id).is_not(None)))
)
MATTERS = Kind(
    "matters", Matter, t.Matter, select(t.Matter), _matters,
    lambda key: col(t.Matter.slug) == key,
    (Filter("dnr", Dnr, _as_read),),
)  # fmt: skip
ASSIGNMENTS = Kind(
    "assignments", Assignment, t.Assignment, select(t.Assignment).where(given()), _assignments,
    _is_key(t.Assignment),
    (
        Filter("from", Day, lambda _, day: col(t.Assignment.decided_on) >= day),
        Filter("to", Day, lambda _, day: col(t.Assignment.decided_on) <= day),
        Filter("due_from", Day, lambda _, day: col(t.Assignment.deadline) >= day),
        Filter("due_to", Day, lambda _, day: col(t.Assignment.deadline) <= day),
    ),
)  # fmt: skip
MEMBER_MOTIONS = Kind(
    "member-motions", MemberMotion, t.Motion, _RAISED, _motions, _is_key(t.Motion),
    (
        Filter("year", Year, _raised_in),
        Filter("person_id", Slug, _moved_by),
        Filter("matter_id", Slug, lambda _, slug: col(t.Matter.slug) == slug),
    ),
)  # fmt: skip
