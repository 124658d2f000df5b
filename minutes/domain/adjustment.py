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


@dataclass(frozen=True, slots=True)
class Part:
    """In which part somebody is asked to sign the minutes of a meeting."""

    role: SignerRole
    person: Person

    @property
    def is_expected(self) -> bool:
        """Whether the minutes are not adjusted without them; the secretary only wrote them."""
        return self.role is not SignerRole.SECRETARY


def _first(one: Attendance) -> int:
    return min((i.first or 0 for i in one.intervals), default=0)


def parts(attendance: Iterable[Attendance], adjusters: Iterable[Person]) -> tuple[Part, ...]:
    """Who is asked to sign: the secretary, each who led a §, then the adjusters; each once.

    Raises RuleBroken where the minutes do not tell who led or who was elected to adjust.
    """
    there, elected = sorted(attendance, key=_first), list(adjusters)
    chairs = [a.person for a in there if a.role is Role.CHAIR]
    if not chairs:
        raise RuleBroken("Protokollet säger inte vem som var ordförande. Ange det i närvaron.")
    if not any(who not in chairs for who in elected):
        raise RuleBroken("Ingen är vald att justera bredvid ordföranden. Ange vem som valdes.")
    wrote = [a.person for a in there if a.role is Role.SECRETARY and a.person not in chairs]
    found = dict.fromkeys(chairs, SignerRole.CHAIR)
    found |= {who: SignerRole.ADJUSTER for who in elected if who not in found}
    first = {who: SignerRole.SECRETARY for who in wrote[:1] if who not in found}
    return tuple(Part(role, who) for who, role in (first | found).items())


class Lateness(StrEnum):
    """How near the last day for adjustment is."""

    EARLY = "early"
    NEAR = "near"
    LATE = "late"


def lateness(meeting_on: date, today: date) -> Lateness:
    """Warned of from the tenth day after the meeting, late after the fourteenth."""
    if today > due_on(meeting_on):
        return Lateness.LATE
    return Lateness.NEAR if today >= warn_from(meeting_on) else Lateness.EARLY


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


def require_signed_when(signed_on: date, *, sent_on: date, today: date) -> None:
    """Raise RuleBroken for a signature on paper from before the minutes were there, or to come."""
    if signed_on < sent_on:
        raise RuleBroken(
            "Versionen sändes {sent_on} och kan inte ha undertecknats {signed_on}. Rätta dagen.",
            sent_on=sent_on.isoformat(),
            signed_on=signed_on.isoformat(),
        )
    if signed_on > today:
        raise RuleBroken(
            "{signed_on} har inte kommit än. Ange dagen då originalet undertecknades.",
            signed_on=signed_on.isoformat(),
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
