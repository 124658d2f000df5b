"""Motions: a member's proposal to the assembly, decided clause by clause (KL 5:22, 5:35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


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


def due_on(raised_on: date) -> date:
    """The day by which a motion is to be decided or reported: one year after (KL 5:35)."""
    try:
        return raised_on.replace(year=raised_on.year + 1)
    except ValueError:
        return raised_on + timedelta(days=365)
