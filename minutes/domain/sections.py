"""The sections of a §: their kinds, our headings for them and the order they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SectionKind(StrEnum):
    """What a section of a § is about, in the order of the house."""

    DECISION = "decision"
    RESERVATION = "reservation"
    NOTE = "note"
    DISQUALIFICATION = "disqualification"
    STANDS_ASIDE = "stands_aside"
    STATEMENT = "statement"
    SUMMARY = "summary"
    DELIBERATION = "deliberation"
    DECISION_PROCEDURE = "decision_procedure"
    VOTE = "vote"
    BACKGROUND = "background"
    IMPACT = "impact"
    EARLIER_HANDLING = "earlier_handling"
    BASE_PROPOSAL = "base_proposal"
    INFORMATION = "information"
    ANNEXES = "annexes"
    DECISION_BASIS = "decision_basis"
    REFERENCES = "references"
    RECIPIENTS = "recipients"
    CORRECTION = "correction"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its kind, its heading as printed, its text in Markdown."""

    kind: SectionKind
    heading: str
    text: str
