"""A motion that was raised is mended, and written off by the assembly."""

from __future__ import annotations

from sqlmodel import Session, col, select

from minutes.actions.columns import People, taken
from minutes.actions.history import Act
from minutes.actions.motions import movers_of
from minutes.actions.revisions import replace_parts, revise
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from minutes.domain.motions import Raised, require_write_off
from minutes.store.motions import clauses_of
from minutes.store.rows import grouped
from minutes.store.tables import (
    Body,
    Clause,
    ClauseOutcome,
    Item,
    Matter,
    Meeting,
    Motion,
    MotionMover,
)


def _answered(session: Session, motion: Motion) -> set[int]:
    """The clauses that some § has answered."""
    keys = [one.id for one in clauses_of(session, motion)]
    rows = select(ClauseOutcome.clause_id).where(col(ClauseOutcome.clause_id).in_(keys))
    return set(session.exec(rows))


def _word_clauses(session: Session, motion: Motion, texts: tuple[str, ...]) -> None:
    """Give the clauses these words; one that a § has answered keeps its place."""
    clauses, answered = list(clauses_of(session, motion)), _answered(session, motion)
    for row, text in zip(clauses, texts, strict=False):
        row.text = text
    left = clauses[len(texts) :]
    if any(row.id in answered for row in left):
        raise RuleBroken(
            "Motionen har {count} att-satser som är besvarade. Skriv en rad för var och en.",
            count=len(answered),
        )
    more = [
        Clause(motion_id=motion.id, position=n, text=text)
        for n, text in enumerate(texts[len(clauses) :], len(clauses) + 1)
    ]
    replace_parts(session, left, more)


def revise_motion(
    session: Session,
    act: Act,
    motion: Motion,
    raised: Raised,
    *,
    matter: Matter | None = None,
    people: People | None = None,
    seen: int | None = None,
) -> Motion:
    """Mend what is told of a motion, its movers and its clauses. Raises RuleBroken, Outdated."""
    if raised.number != motion.number and _answered(session, motion):
        raise RuleBroken("Motionen är besvarad under sitt nummer, som inte ändras.")
    columns = taken(raised, "number title raised_on")
    columns["matter_id"] = matter.id if matter else None
    movers = movers_of(motion, raised, people)
    parts = [*(str(one.name) for one in raised.movers), *raised.clauses]
    revise(session, act, motion, columns, seen=seen, parts=parts)
    replace_parts(
        session, grouped(session, MotionMover, "motion_id", [motion.id])[motion.id], movers
    )
    _word_clauses(session, motion, raised.clauses)
    return motion


def write_off(
    session: Session, act: Act, motion: Motion, item: Item | None, *, seen: int | None = None
) -> Motion:
    """Say by which § the assembly wrote a motion off; None where it did not after all.

    Raises RuleBroken and Outdated.
    """
    if item is not None:
        body = session.get_one(Body, item.body_id)
        held_on = session.get_one(Meeting, item.meeting_id).held_on
        by_assembly = body.kind is BodyKind.ASSEMBLY
        require_write_off(motion.raised_on, held_on, by_assembly=by_assembly)
    key = item.id if item else None
    revise(session, act, motion, {"written_off_id": key}, seen=seen, verb="wrote off")
    return motion
