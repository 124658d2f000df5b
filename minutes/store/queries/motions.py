"""Motions: with the answers to their clauses, their clock, and what came of those approved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.assignments import AssignmentStatus
from minutes.domain.decisions import DecisionKind
from minutes.domain.motions import ClauseOutcome, MotionState, due_on, state_of
from minutes.store import tables as t
from minutes.store.queries.addresses import Address, address_of, references
from minutes.store.queries.assignment_lists import given
from minutes.store.queries.assignments import AssignmentEntry, assignment_entries
from minutes.store.queries.named import PersonLink, links_of
from minutes.store.rows import grouped, ids


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

    @property
    def final(self) -> ClauseOutcome | None:
        """How the body that decides answered it last; None while none has."""
        final = [answer.outcome for answer in self.answers if not answer.is_proposal]
        return final[-1] if final else None


@dataclass(frozen=True, slots=True)
class MotionOf:
    """The motion that a matter is about; an imported one may lack its number.

    `written_off` is the § by which the assembly wrote it off.
    """

    number: str | None
    title: str
    movers: tuple[PersonLink, ...]
    raised_on: date | None
    clauses: tuple[ClausePage, ...]
    written_off: Address | None = None

    @property
    def waits_until(self) -> date | None:
        """The last day of its year, where some clause has no answer that stands."""
        is_open = not self.clauses or any(clause.final is None for clause in self.clauses)
        waits = is_open and self.written_off is None
        return due_on(self.raised_on) if self.raised_on and waits else None


@dataclass(frozen=True, slots=True)
class MotionEntry:
    """A motion as a list shows it.

    `days_left` of its year are negative when it is late, None where it is decided or nobody knows
    when it was raised. `assignments` are those given in the matter of one that was approved.
    `matter` is None where no § treats it that the reader may see; `dnr` and `slug` are its own.
    """

    key: int
    motion: MotionOf
    dnr: str | None
    slug: str | None
    state: MotionState
    due_on: date | None
    days_left: int | None
    assignments: tuple[AssignmentEntry, ...]


def _answers(session: Session, clauses: Sequence[int]) -> Mapping[int, list[ClauseAnswer]]:
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
    found: dict[int, list[ClauseAnswer]] = defaultdict(list)
    for row, item, body, meeting in rows:
        address = address_of(item, body, meeting.held_on)
        found[row.clause_id].append(ClauseAnswer(address, row.outcome, item.id in proposals))
    return found


def motions_of(session: Session, rows: Sequence[t.Motion]) -> tuple[MotionOf, ...]:
    """Those motions with their clauses and answers; the number of queries does not grow."""
    movers = grouped(session, t.MotionMover, "motion_id", [row.id for row in rows])
    clauses = grouped(session, t.Clause, "motion_id", [row.id for row in rows])
    answers = _answers(session, ids(clauses))
    links = {
        (link.name, link.party): link
        for link in links_of(session, [one for of in movers.values() for one in of])
    }
    ended = references(session, {row.written_off_id for row in rows if row.written_off_id})
    return tuple(
        MotionOf(
            row.number,
            row.title,
            tuple(links[mover.name, mover.party] for mover in movers[row.id]),
            row.raised_on,
            tuple(ClausePage(c.position, c.text, tuple(answers[c.id])) for c in clauses[row.id]),
            ended[row.written_off_id].address if row.written_off_id in ended else None,
        )
        for row in rows
    )


def _given_in(
    session: Session, matters: Sequence[int], today: date
) -> Mapping[int, list[AssignmentEntry]]:
    """The assignments that decisions in each of the matters gave."""
    of_matters: Any = (
        select(t.Assignment, t.ItemMatter.matter_id)
        .join(t.DecisionPoint, col(t.DecisionPoint.id) == t.Assignment.decision_point_id)
        .join(t.Decision, col(t.Decision.id) == t.DecisionPoint.decision_id)
        .join(t.ItemMatter, col(t.ItemMatter.item_id) == t.Decision.item_id)
        .where(col(t.ItemMatter.matter_id).in_(matters), given())
        .order_by(col(t.Assignment.id))
    )
    rows = session.exec(of_matters).all()
    entries = assignment_entries(session, [row for row, _ in rows], today)
    found: dict[int, list[AssignmentEntry]] = defaultdict(list)
    for (_, matter), entry in zip(rows, entries, strict=True):
        found[matter].append(entry)
    return found


def _entry(
    row: t.Motion,
    motion: MotionOf,
    matter: t.Matter | None,
    tasks: Sequence[AssignmentEntry],
    today: date,
) -> MotionEntry:
    is_done = [one.status is AssignmentStatus.CLOSED for one in tasks]
    finals = [clause.final for clause in motion.clauses]
    state = state_of(finals, is_done, written_off=motion.written_off is not None)
    pends = state is MotionState.PENDING
    return MotionEntry(
        row.id,
        motion,
        matter.dnr if matter else None,
        matter.slug if matter else None,
        state,
        due_on(row.raised_on) if row.raised_on else None,
        (due_on(row.raised_on) - today).days if row.raised_on and pends else None,
        tuple(tasks) if state in {MotionState.APPROVED, MotionState.CARRIED_OUT} else (),
    )


def _may_be_told(row: t.Motion, matters: Mapping[int, t.Matter]) -> bool:
    """Whether a motion is told of: it was raised in the open assembly, or its matter is seen.

    One that only the § of a draft tells of is as hidden as the draft.
    """
    return row.raised_on is not None or row.matter_id in matters


def motion_entries(session: Session, today: date) -> tuple[MotionEntry, ...]:
    """All motions, those raised first at the top; the number of queries does not grow."""
    raised_on = col(t.Motion.raised_on)
    every = session.exec(select(t.Motion).order_by(raised_on.nulls_last(), col(t.Motion.id))).all()
    keys = {row.matter_id for row in every}
    seen = session.exec(select(t.Matter).where(col(t.Matter.id).in_(keys)))
    matters = {matter.id: matter for matter in seen}
    rows = [row for row in every if _may_be_told(row, matters)]
    tasks = _given_in(session, [*matters], today)
    return tuple(
        _entry(row, motion, matters.get(row.matter_id or 0), tasks[row.matter_id or 0], today)
        for row, motion in zip(rows, motions_of(session, rows), strict=True)
    )
