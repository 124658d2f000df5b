"""The course of a matter between bodies: how it came to each § that treats it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from minutes.domain.decisions import Outcome


class Turn(StrEnum):
    """How a matter came to a §."""

    FIRST = "first"
    FORWARDED = "forwarded"
    AFTER_REFERRAL_BACK = "after_referral_back"
    AFTER_TABLING = "after_tabling"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Step:
    """What a § did with a matter; `to_body` is the superior body that a proposal goes to."""

    body: str
    outcome: Outcome
    to_body: str | None = None


def _is_sent_to(step: Step, body: str) -> bool:
    """Whether a § proposes something to that body."""
    is_proposal = step.outcome is Outcome.PROPOSED and step.to_body is not None
    return is_proposal and (step.to_body or "").casefold() == body.casefold()


def _turn(before: Step, here: Step) -> Turn:
    if before.outcome is Outcome.REFERRED_BACK:
        return Turn.AFTER_REFERRAL_BACK
    if before.outcome is Outcome.TABLED and before.body == here.body:
        return Turn.AFTER_TABLING
    return Turn.FORWARDED if _is_sent_to(before, here.body) else Turn.AGAIN


def turns_of(steps: Sequence[Step]) -> tuple[Turn, ...]:
    """How the matter came to each step, in order of time."""
    later = (_turn(before, here) for before, here in pairwise(steps))
    return (Turn.FIRST, *later) if steps else ()


def awaited(steps: Sequence[Step]) -> str | None:
    """The body that has yet to treat what the last step proposes to it, None where none has."""
    if not steps or steps[-1].outcome is not Outcome.PROPOSED:
        return None
    return steps[-1].to_body
