"""Notes to the minutes: what members want written down (not regulated in KL)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.persons import Person
from minutes.domain.texts import require_readable


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


def require_note(note: Note) -> None:
    """Refuse a note without words or author, and what cannot be printed. Raises RuleBroken."""
    if not note.text.strip():
        raise RuleBroken("Anteckningen saknar ord. Skriv det som ska stå i protokollet.")
    if not note.by and note.group is None:
        raise RuleBroken("Skriv vem det är: en del av namnet räcker.")
    require_readable(note.text, Phrase("Anteckningen"))


def author_of(people: Sequence[Person]) -> tuple[tuple[Person, ...], str | None]:
    """Who writes a note: persons, or one party group. Raises RuleBroken for a mixture."""
    groups = [person.party for person in people if person.is_group]
    if not groups:
        return tuple(people), None
    if len(people) > 1:
        raise RuleBroken("En anteckning är av personer eller av en partigrupp, inte av båda.")
    return (), groups[0]
