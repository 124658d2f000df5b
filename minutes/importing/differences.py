"""Where the words of a § and its data differ, in Swedish sentences: what each of them says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from minutes.domain.errors import Phrase
from minutes.domain.record import Item
from minutes.importing import debate_differences as debate
from minutes.importing import decision_differences as decided
from minutes.importing import dissent_differences as dissent

MOST = 20
"""How many differences are told; who pastes something else altogether sees that from the first."""
Compared = Callable[[Item, Item], Iterator[Phrase]]


def _entries(name: str) -> Compared:
    """The comparison of a list of the record."""

    def compared(told: Item, known: Item) -> Iterator[Phrase]:
        return dissent.entries(getattr(told, name), getattr(known, name))

    return compared


PARTS: Mapping[str, Compared] = {
    "decision": decided.decisions,
    "referred_back": decided.postponements,
    "tabled": decided.postponements,
    "assignments": decided.assignments,
    "motion": decided.answers,
    "proposals": debate.proposals,
    "questions": debate.questions,
    "votes": debate.votes,
    "reservations": dissent.reservations,
    "notes": dissent.notes,
    "disqualified": dissent.disqualified,
    "stands_aside": dissent.stands_aside,
    **{name: _entries(name) for name in ("annexes", "decision_basis", "references", "recipients")},
}
"""How each part of the record that prose tells is compared."""


def differences(told: Item, known: Item, names: Iterable[str]) -> tuple[Phrase, ...]:
    """What `told` (the text) and `known` (the data) say otherwise in the parts of those names."""
    ways = dict.fromkeys(PARTS[name] for name in names)
    found = [phrase for compared in ways for phrase in compared(told, known)]
    if len(found) <= MOST:
        return tuple(found)
    left = Phrase("Skillnader som inte visas: {count}.", count=len(found) - MOST)
    return (*found[:MOST], left)
