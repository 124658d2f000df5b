"""The § that ends an assignment: only one that decides so, at a later meeting of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from minutes.domain.errors import RuleBroken

_ENDS = re.compile(
    r"\b(?:avslut|avskriv|slutför|fullgjor|upphäv|återta|återkalla)\w*\b", re.IGNORECASE
)
_ASSIGNMENT = re.compile(r"uppdrag", re.IGNORECASE)
_APPROVES = re.compile(r"\bgodkänn", re.IGNORECASE)


def says_that_it_ends(points: Sequence[str], *, proposed: bool) -> bool:
    """Whether decision points say that an assignment ends.

    `proposed` tells that a report to that § proposes it: to approve the report is to decide so.
    """
    told = any(_ENDS.search(point) and _ASSIGNMENT.search(point) for point in points)
    return told or (proposed and any(_APPROVES.search(point) for point in points))


@dataclass(frozen=True, slots=True)
class Ending:
    """The § that is to close an assignment: its meeting's day, and what it decides.

    `is_of_the_body` tells whether the meeting is of the body that gave the assignment; a plan may
    be any body's. `is_written` tells that the § is adjusted, so that no point can be added to it,
    `proposed` that its report proposes closing, `reported_on` when the assignment was reported
    last.
    """

    held_on: date
    points: Sequence[str]
    is_of_the_body: bool
    is_written: bool = False
    proposed: bool = False
    reported_on: date | None = None


def require_ending(decided_on: date, ending: Ending) -> None:
    """Raise RuleBroken for a § that cannot close an assignment given on that day."""
    if not ending.is_of_the_body:
        raise RuleBroken("Uppdraget avslutas av det organ som gav det. Välj ett av organets egna.")
    if ending.held_on <= decided_on:
        raise RuleBroken(
            "Uppdraget gavs {decided_on} och avslutas av ett senare sammanträde.",
            decided_on=decided_on,
        )
    if not ending.points:
        raise RuleBroken(
            "Ett uppdrag avslutas genom beslut. För in paragrafens beslutspunkt om det först."
        )
    if ending.is_written and not says_that_it_ends(ending.points, proposed=ending.proposed):
        raise RuleBroken(
            "Paragrafens beslut säger inte att uppdraget avslutas. "
            "Ett uppdrag avslutas bara av den paragraf som beslutar det."
        )
    if ending.reported_on is not None and ending.reported_on > ending.held_on:
        raise RuleBroken(
            "Uppdraget är redovisat till sammanträdet {reported_on}, efter paragrafen. "
            "Ta tillbaka redovisningen, eller välj en senare paragraf.",
            reported_on=ending.reported_on,
        )
