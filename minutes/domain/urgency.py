"""How urgent an assignment is: when it is due, and how old it has become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from minutes.domain.assignments import AssignmentStatus, is_overdue

_YEAR = 365


class Due(StrEnum):
    """When an assignment is due, the most urgent first."""

    OVERDUE = "overdue"
    DATED = "dated"
    EVENT = "event"
    NONE = "none"


class Age(StrEnum):
    """How old an assignment is, the oldest first."""

    TWO_YEARS = "two_years"
    ONE_YEAR = "one_year"
    HALF_A_YEAR = "half_a_year"
    NEW = "new"


def due_of(deadline: date | None, event: str, status: AssignmentStatus, day: date) -> Due:
    """When an assignment is due, as it stands on a day."""
    if is_overdue(deadline, day, status):
        return Due.OVERDUE
    if deadline is not None:
        return Due.DATED
    return Due.EVENT if event else Due.NONE


def age_of(days: int) -> Age:
    """How old one is that was given so many days ago."""
    if days >= 2 * _YEAR:
        return Age.TWO_YEARS
    if days >= _YEAR:
        return Age.ONE_YEAR
    return Age.HALF_A_YEAR if days >= _YEAR // 2 else Age.NEW


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """How many open assignments of an age nothing is reported on, how many are, and so on."""

    age: Age
    open: int
    reported: int
    proposed_for_closing: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.open + self.reported + self.proposed_for_closing


_OPEN = (
    AssignmentStatus.OPEN,
    AssignmentStatus.REPORTED,
    AssignmentStatus.PROPOSED_FOR_CLOSING,
)


def by_age(told: Iterable[tuple[int, AssignmentStatus]]) -> tuple[AgeGroup, ...]:
    """The assignments that no § has closed, by their age in days, the oldest first."""
    count = Counter((age_of(days), status) for days, status in told)
    return tuple(AgeGroup(age, *(count[age, status] for status in _OPEN)) for age in Age)


def urgency(deadline: date | None, event: str, decided_on: date) -> tuple[int, date, date]:
    """What assignments are ordered by: by day, then those that wait for an event, then the rest."""
    rank = 0 if deadline else 1 if event else 2
    return rank, deadline or date.max, decided_on
