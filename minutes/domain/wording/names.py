"""Names in Swedish prose: genitives, lists, parties."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.domain.persons import CHAIR, Person

_SIBILANTS = ("s", "x", "z", "S", "X", "Z")


def genitive(word: str) -> str:
    """The genitive: no further s after s, x or z; a colon after an abbreviation."""
    if word.endswith(_SIBILANTS):
        return word
    return f"{word}:s" if len(word) > 1 and word.isupper() else f"{word}s"


def listed(words: Sequence[str], last: str = "och") -> str:
    """One word, "A och B", or "A, B och C"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _mark(party: str) -> str:
    """A party's mark in running text, in brackets where it could be taken for a place's name."""
    return party if party[-1:].isupper() else f"({party})"


def person(someone: Person) -> str:
    """As "Eva Ek (S)", "Ordföranden", or "Ledamöterna från S" for a group."""
    if someone == CHAIR:
        return "Ordföranden"
    if someone.name is None:
        return f"Ledamöterna från {_mark(someone.party or '')}"
    return f"{someone.name} ({someone.party})" if someone.party else someone.name


def persons(people: Sequence[Person]) -> str:
    """The persons as a list in prose."""
    return listed([person(someone) for someone in people])
