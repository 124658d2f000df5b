"""Motions are raised in the assembly and answered clause by clause."""

from __future__ import annotations

from sqlmodel import Session

from minutes.actions.columns import People, person_in, taken
from minutes.actions.history import Act, add_all, record
from minutes.domain.motions import MotionAnswer, Raised
from minutes.store.motions import clauses_of
from minutes.store.tables import (
    Clause,
    ClauseOutcome,
    Item,
    Matter,
    Motion,
    MotionMover,
    Organisation,
)


def movers_of(motion: Motion, raised: Raised, people: People | None) -> list[MotionMover]:
    """The rows of who raised a motion, not entered yet."""
    return [
        MotionMover(motion_id=motion.id, position=n, **person_in(people or {}, one))
        for n, one in enumerate(raised.movers)
    ]


def raise_motion(
    session: Session,
    act: Act,
    organisation: Organisation,
    raised: Raised,
    *,
    matter: Matter | None = None,
    people: People | None = None,
) -> Motion:
    """Enter a motion with its movers and clauses."""
    motion = Motion(
        organisation_id=organisation.id,
        matter_id=matter.id if matter else None,
        **taken(raised, "number title raised_on"),
    )
    record(session, act, "raised", motion)
    movers = movers_of(motion, raised, people)
    demands = [
        Clause(motion_id=motion.id, position=n, text=c) for n, c in enumerate(raised.clauses, 1)
    ]
    add_all(session, *movers, *demands)
    return motion


def enter_outcomes(
    session: Session, motion: Motion, item: Item, answer: MotionAnswer
) -> list[ClauseOutcome]:
    """The outcomes of a § that has its entry; clauses not known before are counted from them."""
    clauses = list(clauses_of(session, motion))
    missing = range(len(clauses) + 1, len(answer.claims) + 1)
    new = [Clause(motion_id=motion.id, position=n) for n in missing]
    add_all(session, *new)
    outcomes = [
        ClauseOutcome(clause_id=clause.id, item_id=item.id, outcome=outcome)
        for clause, outcome in zip([*clauses, *new], answer.claims, strict=False)
    ]
    add_all(session, *outcomes)
    return outcomes


def answer_motion(
    session: Session, act: Act, motion: Motion, item: Item, answer: MotionAnswer
) -> list[ClauseOutcome]:
    """Enter how a § answered each clause; a single outcome answers the motion as a whole."""
    record(session, act, "answered", motion, {"item": item.id})
    return enter_outcomes(session, motion, item, answer)
