"""What one writer did to a text at one sitting is told as one change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

APART = timedelta(minutes=10)
"""Who has written nothing for so long has left the text."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """The wordings `first` to `last` of a text, by one writer, the last of them at a moment."""

    first: int
    last: int
    by: str
    at: datetime


def sittings(wordings: Iterable[tuple[int, str, datetime]]) -> list[Sitting]:
    """The sittings in which wordings (number, writer, moment) came about, the earliest first."""
    found: list[Sitting] = []
    for number, by, at in wordings:
        if found and found[-1].by == by and at - found[-1].at < APART:
            found[-1] = replace(found[-1], last=number, at=at)
        else:
            found.append(Sitting(number, number, by, at))
    return found
