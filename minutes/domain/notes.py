"""Notes to the minutes: what members want written down (not regulated in KL)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from minutes.domain.persons import Person


class NoteKind(StrEnum):
    """The three concepts that practice tells apart."""

    NOTE = "note"
    SEPARATE_STATEMENT = "separate_statement"
    EXPLANATION_OF_VOTE = "explanation_of_vote"


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its printed heading; the author is persons (`by`) or a party `group`."""

    heading: str
    by: tuple[Person, ...] = ()
    group: str | None = None
    text: str = ""
    kind: NoteKind = NoteKind.NOTE
