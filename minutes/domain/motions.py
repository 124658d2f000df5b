"""Motions: a member's proposal to the assembly, decided clause by clause (KL 5:22, 5:35)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.persons import Person
from minutes.domain.texts import LONGEST_DNR, require_line, require_readable, require_title

MOST_CLAUSES = 50


class ClauseOutcome(StrEnum):
    """How a body answered one clause (att-sats)."""

    APPROVED = "approved"
    REJECTED = "rejected"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class MotionAnswer:
    """The answer of an item to a motion: its number and the outcome of each clause in order."""

    number: str | None
    claims: tuple[ClauseOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Raised:
    """A motion as it was raised; what is not known of an imported one is missing."""

    number: str | None
    title: str
    movers: tuple[Person, ...] = ()
    raised_on: date | None = None
    clauses: tuple[str, ...] = ()


def require_raised(raised: Raised, today: date) -> None:
    """Refuse one that nobody raised, on no day or one to come, or that asks for nothing.

    Raises RuleBroken.
    """
    require_title(raised.title)
    require_line(raised.number or "", Phrase("Motionens nummer"), LONGEST_DNR)
    if not raised.movers:
        raise RuleBroken("Skriv vem som har väckt motionen.")
    if raised.raised_on is None:
        raise RuleBroken("Ange dagen då motionen väcktes. Ettårsfristen räknas från den.")
    if raised.raised_on > today:
        raise RuleBroken("Motionen kan inte ha väckts efter {today}.", today=today)
    _require_clauses(raised.clauses)


def _require_clauses(clauses: Sequence[str]) -> None:
    if not clauses:
        raise RuleBroken("Skriv motionens att-satser, en på varje rad.")
    if len(clauses) > MOST_CLAUSES:
        raise RuleBroken("En motion kan ha högst {most} att-satser här.", most=MOST_CLAUSES)
    for words in clauses:
        require_readable(words, Phrase("Att-satsen"))


def require_write_off(raised_on: date | None, held_on: date, *, by_assembly: bool) -> None:
    """Only the assembly writes a motion off, at a meeting after it was raised (KL 5:35).

    Raises RuleBroken.
    """
    if not by_assembly:
        raise RuleBroken("Bara fullmäktige avskriver en motion (5 kap. 35 § kommunallagen).")
    if raised_on is not None and held_on <= raised_on:
        raise RuleBroken(
            "Motionen väcktes {raised_on} och kan inte avskrivas {held_on}.",
            raised_on=raised_on,
            held_on=held_on,
        )


def due_on(raised_on: date) -> date:
    """The day by which a motion is to be decided or reported: one year after (KL 5:35)."""
    try:
        return raised_on.replace(year=raised_on.year + 1)
    except ValueError:
        return raised_on + timedelta(days=365)


def claims_of(
    whole: ClauseOutcome | None, each: Sequence[ClauseOutcome | None], clauses: int = 0
) -> tuple[ClauseOutcome, ...]:
    """The outcome of each clause, where one is told for the whole motion or one for each.

    `clauses` are those that the motion has beside what is told of them. Raises RuleBroken where
    only some of them have an outcome, or both ways of telling are used.
    """
    told = max((n for n, outcome in enumerate(each, 1) if outcome), default=0)
    if whole and told:
        raise RuleBroken(
            "Både hela motionen och enskilda att-satser har utfall. Välj det ena sättet."
        )
    if whole:
        return (whole,) * max(clauses, 1)
    if not told:
        raise RuleBroken("Utfallet saknas. Ange ett för hela motionen, eller ett per att-sats.")
    every = [*each[:told], *[None] * (clauses - told)]
    for number, outcome in enumerate(every, 1):
        if outcome is None:
            raise RuleBroken(
                "Att-sats {clause} saknar utfall. Ange ett för varje att-sats, eller ett för "
                "hela motionen.",
                clause=number,
            )
    return tuple(outcome for outcome in every if outcome)


class MotionState(StrEnum):
    """How far a motion has come."""

    PENDING = "pending"
    APPROVED = "approved"
    CARRIED_OUT = "carried_out"
    REJECTED = "rejected"
    ANSWERED = "answered"
    WRITTEN_OFF = "written_off"


def state_of(
    answers: Sequence[ClauseOutcome | None], is_done: Sequence[bool], *, written_off: bool = False
) -> MotionState:
    """How far a motion has come, by the last word on each clause and what was assigned for it.

    `is_done` says of each assignment in its matter whether it is closed. One of which a clause is
    approved is carried out when there are assignments and all are closed: who assigned nothing has
    nothing that says so. Until every clause has an answer that stands, the motion is pending, but
    where the assembly has written it off (KL 5:35).
    """
    if written_off:
        return MotionState.WRITTEN_OFF
    if not answers or None in answers:
        return MotionState.PENDING
    if ClauseOutcome.APPROVED in answers:
        closed = bool(is_done) and all(is_done)
        return MotionState.CARRIED_OUT if closed else MotionState.APPROVED
    rejected = set(answers) == {ClauseOutcome.REJECTED}
    return MotionState.REJECTED if rejected else MotionState.ANSWERED
