"""Adjustment (justering): the minutes are approved and signed within 14 days (KL 5:69, 6:35)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from minutes.domain.attendance import Attendance, Role
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person

ADJUSTMENT_DAYS = 14
WARNING_DAYS = 10


class SignerRole(StrEnum):
    """In which part somebody signs the minutes; whoever led a § signs as chair."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    ADJUSTER = "adjuster"


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs the minutes, and the day; None where a protocol does not tell it."""

    name: str
    party: str | None
    signed_on: date | None = None

    @property
    def person(self) -> Person:
        """Name and party of the day."""
        return Person(self.name, self.party)


def signers(attendance: Iterable[Attendance], adjusters: Iterable[Person]) -> tuple[Person, ...]:
    """Who signs the minutes: the secretary, the chair, then those elected to adjust them."""
    there = list(attendance)
    first = [a.person for role in (Role.SECRETARY, Role.CHAIR) for a in there if a.role is role]
    return tuple(dict.fromkeys([*first, *adjusters]))


def require_may_adjust(
    who: Person, attendance: Iterable[Attendance], elected: Iterable[Person]
) -> None:
    """Raise RuleBroken for one who did not serve, who led the meeting, or is elected already.

    The chair adjusts beside them (KL 5:69); who was not there cannot tell what was decided.
    """
    rows = [one for one in attendance if one.person == who and one.serves]
    if who in elected:
        raise RuleBroken("{name} är redan vald att justera.", name=who.name)
    if not rows:
        raise RuleBroken("{name} har inte tjänstgjort. Välj en av de tjänstgörande.", name=who.name)
    if all(one.role is Role.CHAIR for one in rows):
        raise RuleBroken(
            "{name} är ordförande och justerar ändå. Välj en annan av de tjänstgörande.",
            name=who.name,
        )


def due_on(meeting_on: date) -> date:
    """The last day for adjustment."""
    return meeting_on + timedelta(days=ADJUSTMENT_DAYS)


def warn_from(meeting_on: date) -> date:
    """The day from which those who must sign are reminded."""
    return meeting_on + timedelta(days=WARNING_DAYS)


def adjusted_on(signed_on: Sequence[date | None]) -> date | None:
    """The day of the last signature, None while one is missing."""
    days = [day for day in signed_on if day is not None]
    return max(days) if days and len(days) == len(signed_on) else None
