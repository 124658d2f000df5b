"""Who is to adjust the minutes: as the front page says, or as somebody is elected to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.domain.attendance import Attendance
from minutes.domain.persons import Person
from minutes.domain.record import Item
from minutes.importing.names import persons

_ALTERNATE = re.compile(
    r"\bmed [^.]{2,60}? som ersättare\b|\b(?:som|till|med) ersättare\b.*", re.IGNORECASE | re.S
)


def read_adjusters(
    labels: dict[str, list[str]], attendance: Sequence[Attendance]
) -> tuple[Person, ...]:
    """Who is to adjust, with the party that the list of those present gives them."""
    text = " ".join(labels.get("adjusters", []))
    named = [a.person for a in attendance if a.name and a.name in text]
    return tuple(dict.fromkeys([*persons(text), *named]))


_ELECTED = re.compile(
    r"\b(?:utse[rs]?|utsågs?|utsedd|välj(?:er|s)|valdes?)\b(?P<before>.{0,200}?)\b(?:att|till)\b"
    r".{0,60}?\bjuster(?:a|are)",
    re.IGNORECASE | re.S,
)


def elected_adjusters(items: Sequence[Item]) -> tuple[Person, ...]:
    """Who was elected to adjust, by the first decision that elects somebody to."""
    points = (p.text for item in items if item.decision for p in item.decision.points)
    for text in points:
        if _ELECTED.search(text) and (found := persons(_ALTERNATE.sub("", text))):
            return found
    return ()
