"""The agenda: what a body takes up at every meeting, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StandingKind(StrEnum):
    """The items that stand on the agenda of every meeting."""

    ADJUSTERS = "adjusters"
    AGENDA = "agenda"
    PUBLICITY = "publicity"
    DELEGATED_DECISIONS = "delegated_decisions"
    COMMUNICATIONS = "communications"
    ASSIGNMENT_REPORT = "assignment_report"
    DIRECTORS_REPORT = "directors_report"


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing item with its title; those after the matters are `at_end`."""

    kind: StandingKind
    title: str
    at_end: bool = False


_K = StandingKind
USUAL = (
    Standing(_K.ADJUSTERS, "Val av justerare"),
    Standing(_K.AGENDA, "Fastställande av föredragningslistan"),
    Standing(_K.PUBLICITY, "Offentligt eller stängt sammanträde"),
    Standing(_K.DELEGATED_DECISIONS, "Delegationsbeslut", at_end=True),
    Standing(_K.COMMUNICATIONS, "Meddelanden", at_end=True),
    Standing(_K.ASSIGNMENT_REPORT, "Redovisning av uppdrag till regiondirektören", at_end=True),
    Standing(_K.DIRECTORS_REPORT, "Regiondirektörens rapport", at_end=True),
)
"""The standing items of a body that has not chosen its own."""
