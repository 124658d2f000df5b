"""Decisions with their points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DecisionKind(StrEnum):
    """The body decides itself, or proposes to its superior body (KL 5:26-28, 6:13)."""

    DECISION = "decision"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """One point: its words without number and without the opening ("Styrelsen beslutar att").

    `kind` and `to` stand where a point differs from its decision: one numbered list may hold
    both what is proposed to the superior body and what the board decides itself.
    """

    text: str
    kind: DecisionKind | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided; `to` names the superior body of a proposal.

    `points` are the numbered points, or one unnumbered; `further` what is decided in running
    text beside a numbered list.
    """

    kind: DecisionKind
    points: tuple[DecisionPoint, ...]
    to: str | None = None
    further: tuple[DecisionPoint, ...] = ()


class Outcome(StrEnum):
    """How a § ended."""

    DECIDED = "decided"
    PROPOSED = "proposed"
    REFERRED_BACK = "referred_back"
    TABLED = "tabled"
    NONE = "none"


def outcome_of(kind: DecisionKind | None, *, referred_back: bool, tabled: bool) -> Outcome:
    """How a § ended; `kind` is that of its deciding block, None where it has none."""
    if referred_back:
        return Outcome.REFERRED_BACK
    if tabled:
        return Outcome.TABLED
    if kind is None:
        return Outcome.NONE
    return Outcome.PROPOSED if kind is DecisionKind.PROPOSAL else Outcome.DECIDED
