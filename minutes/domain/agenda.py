"""The agenda: what a body takes up at every meeting, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
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
    OTHER = "other"


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


def rank(kind: StandingKind | None, title: str, standing: Sequence[Standing]) -> int:
    """Where an item belongs: below 0 before the matters, 0 among them, above 0 after them."""
    for index, one in enumerate(standing):
        if one.kind is kind and (kind is not StandingKind.OTHER or one.title == title):
            return 1 + index if one.at_end else index - len(standing)
    return 0


def place_for(new: int, ranks: Sequence[int]) -> int:
    """The place of a new item, by its rank, among those of the agenda."""
    return max((place + 1 for place, one in enumerate(ranks) if one <= new), default=0)
