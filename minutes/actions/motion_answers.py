"""The answer of a § to a motion is written anew, taken out, and put back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, select

from minutes.actions.history import Act, record
from minutes.actions.motions import answer_motion, enter_outcomes, raise_motion
from minutes.actions.revisions import outdated, strike
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.motions import ClauseOutcome, MotionAnswer, Raised
from minutes.domain.texts import LONGEST_DNR, require_line
from minutes.store.motions import (
    answer_at,
    clauses_of,
    is_known_by,
    matters_at,
    motion_at,
    motion_numbered,
    motions_about,
)
from minutes.store.tables import ClauseOutcome as Outcome
from minutes.store.tables import History, Item, Motion, Organisation

UNANSWERED = "left unanswered"
"""What the history calls an answer that was taken out."""


def known_motion(
    session: Session, organisation: Organisation, item: Item, number: str | None
) -> Motion | None:
    """The motion that a § is to answer, where there is one: by its number, or the matter's.

    One that has no number yet may get it, and one that nothing but the § tells of another. Raises
    RuleBroken for a number that is another motion's, and where it is to be told which is meant.
    """
    matters = matters_at(session, item)
    mine, about = motion_at(session, item), motions_about(session, matters)
    if number is None:
        return mine or _only(about)
    require_line(number, Phrase("Motionens nummer"), LONGEST_DNR)
    named = motion_numbered(session, organisation.id, number)
    if named is None:
        return _numbered_so(session, [mine] if mine else about, item)
    own = {one.id for one in matters}
    if matters and named.matter_id not in {None, *own}:
        raise RuleBroken(
            "Motion {number} hör till ett annat ärende: {title}. Rätta numret, eller lägg det "
            "ärendets diarienummer till paragrafen.",
            number=number,
            title=named.title,
        )
    return named


def _only(motions: Sequence[Motion]) -> Motion | None:
    """The one motion of a matter, if there is one. Raises RuleBroken for several."""
    if len(motions) > 1:
        raise RuleBroken(
            "Ärendet har flera motioner: {numbers}. Ange numret på den som besvaras.",
            numbers=", ".join(one.number or one.title for one in motions),
        )
    return motions[0] if motions else None


def _numbered_so(session: Session, motions: Sequence[Motion], item: Item) -> Motion | None:
    """The one of some motions that may get a number that no other has. Raises RuleBroken."""
    for one in motions:
        if one.number is None or is_known_by(session, one, item):
            return one
    if motions:
        raise RuleBroken(
            "Ärendets motion har nummer {number}. Skriv det numret, eller lämna fältet tomt.",
            number=motions[0].number or "",
        )
    return None


def _motion_for(
    session: Session, act: Act, organisation: Organisation, item: Item, number: str | None
) -> Motion:
    """The motion that a § is to answer, with its number; raised where nobody knows it."""
    motion = known_motion(session, organisation, item, number)
    if motion is None:
        matters = matters_at(session, item)
        raised, matter = Raised(number, item.title), matters[0] if matters else None
        return raise_motion(session, act, organisation, raised, matter=matter)
    if number is not None and motion.number != number:
        told = {"before": {"number": motion.number}, "after": {"number": number}}
        motion.number = number
        record(session, act, "numbered", motion, told)
    return motion


def _leave(session: Session, act: Act, item: Item, motion: Motion, *, keep: int = 0) -> None:
    """Take away what a § answered, and what then nothing tells of: clauses, or the motion."""
    for row in session.exec(select(Outcome).where(Outcome.item_id == item.id)).all():
        session.delete(row)
    session.flush()
    for clause in clauses_of(session, motion)[keep:]:
        answered = session.exec(select(Outcome.id).where(Outcome.clause_id == clause.id)).first()
        if clause.text is None and answered is None:
            session.delete(clause)
    session.flush()
    if not keep and is_known_by(session, motion, item):
        strike(session, act, motion)


def _told(item: Item, before: MotionAnswer) -> dict[str, Any]:
    """What the history tells of a § that does not answer as before."""
    return {"before": {"number": before.number, "claims": before.claims}, "item": item.id}


def _hold(session: Session, item: Item, seen: MotionAnswer | None) -> MotionAnswer:
    """The answer as it is, held until the commit. Raises Outdated where it is not the one seen."""
    session.refresh(item, with_for_update=True)
    current = answer_at(session, item)
    if seen is not None and seen != current:
        raise outdated()
    return current


def revise_answer(
    session: Session,
    act: Act,
    organisation: Organisation,
    item: Item,
    answer: MotionAnswer,
    *,
    seen: MotionAnswer | None = None,
) -> Motion:
    """Let a § answer a motion so, whatever it answered before; the same answer leaves no entry.

    The motion is the one that the § answers, else its matter's, else the one of that number; a new
    one is raised where there is none. `seen` is the answer that the writer saw, None where it does
    not matter. Raises RuleBroken as `known_motion` does, and Outdated.
    """
    before = _hold(session, item, seen)
    mine = motion_at(session, item)
    motion = _motion_for(session, act, organisation, item, answer.number)
    if mine is None:
        answer_motion(session, act, motion, item, answer)
    elif mine.id != motion.id or before.claims != answer.claims:
        record(session, act, "answered anew", motion, _told(item, before))
        _leave(session, act, item, mine, keep=len(answer.claims) if mine is motion else 0)
        enter_outcomes(session, motion, item, answer)
    return motion


def take_answer_out(
    session: Session, act: Act, item: Item, *, seen: MotionAnswer | None = None
) -> tuple[Motion, History]:
    """Let a § answer no motion; the entry tells what it answered. Raises RuleBroken, Outdated."""
    before, motion = _hold(session, item, seen), motion_at(session, item)
    if motion is None:
        raise RuleBroken("Paragrafen besvarar ingen motion.")
    entry = record(session, act, UNANSWERED, motion, _told(item, before))
    _leave(session, act, item, motion)
    return motion, entry


def put_answer_back(
    session: Session, act: Act, organisation: Organisation, item: Item, entry: History
) -> Motion:
    """Answer a motion as before it was taken out. Raises RuleBroken where another answer stands."""
    told = json.loads(entry.details)["before"]
    if motion_at(session, item) is not None:
        raise RuleBroken("Paragrafen besvarar redan en motion. Ändra svaret i stället.")
    answer = MotionAnswer(told["number"], tuple(ClauseOutcome(one) for one in told["claims"]))
    motion = _motion_for(session, act, organisation, item, answer.number)
    record(session, act, "answered again", motion, {"item": item.id})
    enter_outcomes(session, motion, item, answer)
    return motion
