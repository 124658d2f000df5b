"""Motions as a § finds them: the one that it answers, those of its matters, and their clauses."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from minutes.domain.motions import MotionAnswer
from minutes.store.decision_records import answers_of
from minutes.store.tables import (
    Clause,
    ClauseOutcome,
    Item,
    ItemMatter,
    Matter,
    Motion,
    MotionMover,
)


def answer_at(session: Session, item: Item) -> MotionAnswer:
    """What a § answers a motion; without outcomes where it answers none."""
    return answers_of(session, [item.id]).get(item.id, MotionAnswer(None))


def motion_at(session: Session, item: Item) -> Motion | None:
    """The motion that a § answers."""
    answered = (
        select(Motion)
        .join(Clause, col(Clause.motion_id) == Motion.id)
        .join(ClauseOutcome, col(ClauseOutcome.clause_id) == Clause.id)
    )
    return session.exec(answered.where(ClauseOutcome.item_id == item.id)).first()


def matters_at(session: Session, item: Item) -> Sequence[Matter]:
    """The matters that a § treats, in their order."""
    treats = select(Matter).join(ItemMatter, col(ItemMatter.matter_id) == Matter.id)
    of_item = treats.where(ItemMatter.item_id == item.id)
    return session.exec(of_item.order_by(col(ItemMatter.position))).all()


def motions_about(session: Session, matters: Sequence[Matter]) -> Sequence[Motion]:
    """The motions that some matters are about."""
    of_matters = select(Motion).where(col(Motion.matter_id).in_([one.id for one in matters]))
    return session.exec(of_matters.order_by(col(Motion.id))).all()


def motion_numbered(session: Session, organisation: int, number: str) -> Motion | None:
    """The motion of a number."""
    known = select(Motion).where(Motion.organisation_id == organisation)
    return session.exec(known.where(Motion.number == number)).first()


def clauses_of(session: Session, motion: Motion) -> Sequence[Clause]:
    """The clauses of a motion, in their order."""
    of_motion = select(Clause).where(Clause.motion_id == motion.id)
    return session.exec(of_motion.order_by(col(Clause.position))).all()


def clauses_beside(session: Session, motion: Motion, item: Item) -> int:
    """How many clauses a motion has, whatever a § answers: those with words, or answered by others.

    A clause without words is known by its answers only.
    """
    clauses = clauses_of(session, motion)
    by_others = select(ClauseOutcome.clause_id).where(
        col(ClauseOutcome.clause_id).in_([one.id for one in clauses]),
        ClauseOutcome.item_id != item.id,
    )
    answered = set(session.exec(by_others))
    return max((c.position for c in clauses if c.text or c.id in answered), default=0)


def is_known_by(session: Session, motion: Motion, item: Item) -> bool:
    """Whether a motion is known by the answer of that § alone, and nothing else tells of it."""
    movers = select(MotionMover.id).where(MotionMover.motion_id == motion.id)
    told = motion.raised_on is not None or session.exec(movers).first() is not None
    return not told and not clauses_beside(session, motion, item)
