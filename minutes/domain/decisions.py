"""Decisions with their points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_readable

MOST_POINTS = 200


class DecisionKind(StrEnum):
    """The body decides itself, or proposes to its superior body (KL 5:26-28, 6:13)."""

    DECISION = "decision"
    PROPOSAL = "proposal"


class Postponement(StrEnum):
    """How an item is put off: it is to be prepared anew, or it waits on the table."""

    REFER_BACK = "refer_back"
    TABLE = "table"


POSTPONED = {
    Postponement.REFER_BACK: "återremittera ärendet",
    Postponement.TABLE: "bordlägga ärendet",
}
"""The words of such a decision, before its reasons."""


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


def kept_points(old: Sequence[str], new: Sequence[str]) -> tuple[int | None, ...]:
    """For each new point the place of the old one that it continues, None for a new one.

    The same words are the same point wherever they stand; the others follow each other in order.
    """
    free = list(range(len(old)))
    kept: list[int | None] = []
    for text in new:
        same = next((n for n in free if old[n] == text), None)
        kept.append(same)
        free = [n for n in free if n != same]
    rest = iter(free)
    return tuple(next(rest, None) if place is None else place for place in kept)


def decision_of(points: Sequence[DecisionPoint]) -> Decision | None:
    """The decision of points that each say who decides them; a proposal where one of them is."""
    if not points:
        return None
    to = next((p.to for p in points if p.kind is DecisionKind.PROPOSAL), None)
    kind = DecisionKind.PROPOSAL if to else DecisionKind.DECISION
    plain = [replace(p, kind=None, to=None) if p.kind in {kind, None} else p for p in points]
    return Decision(kind, tuple(plain), to)


def require_decision(made: Decision) -> None:
    """Refuse a decision without points, one that goes nowhere, and what cannot be printed.

    Raises RuleBroken.
    """
    points = (*made.points, *made.further)
    if not made.points:
        raise RuleBroken("Beslutet saknar ord. Skriv vad som beslutas.")
    if len(points) > MOST_POINTS:
        raise RuleBroken("Ett beslut har högst {most} punkter.", most=MOST_POINTS)
    proposed = DecisionKind.PROPOSAL in {made.kind, *(p.kind for p in points)}
    if proposed and not made.to and not all(p.to for p in points):
        raise RuleBroken("Ange vem förslaget går till, som regionfullmäktige.")
    for number, point in enumerate(points, 1):
        require_readable(point.text, Phrase("Beslutspunkt {number}", number=number))
