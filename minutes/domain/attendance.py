"""Who was there, who served for whom, and over which §§ (KL 5:17-20, 5:45-47, 6:27-30)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person


class Role(StrEnum):
    """The part a person has at the meeting."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECOND_VICE_CHAIR = "second_vice_chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    SECRETARY = "secretary"
    ATTENDEE = "attendee"


@dataclass(frozen=True, slots=True)
class Interval:
    """From § `first` to § `last`, both included; None is the meeting's own first or last."""

    first: int | None = None
    last: int | None = None

    def covers(self, number: int) -> bool:
        """Whether § `number` lies inside."""
        after = self.first is None or number >= self.first
        return after and (self.last is None or number <= self.last)


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person's presence: role, seat served for, and the §§; no intervals means all of them."""

    name: str
    party: str | None
    role: Role
    serves: bool = True
    serves_for: Person | None = None
    intervals: tuple[Interval, ...] = ()
    remote: bool = False
    title: str | None = None

    @property
    def person(self) -> Person:
        """Name and party of the day."""
        return Person(self.name, self.party)

    def covers(self, number: int) -> bool:
        """Whether the person was there at § `number`."""
        return not self.intervals or any(i.covers(number) for i in self.intervals)


def require_forward(attendance: Attendance) -> None:
    """Raise RuleBroken where somebody is said to leave before they came."""
    for one in attendance.intervals:
        if one.first is not None and one.last is not None and one.last < one.first:
            raise RuleBroken(
                "{name} är närvarande från § {first} till § {last}. "
                "Den sista paragrafen kan inte komma före den första: rätta närvaron.",
                name=attendance.name,
                first=one.first,
                last=one.last,
            )


@dataclass(frozen=True, slots=True)
class Substitute:
    """A substitute who can be called: place in the party's list, and whether already serving."""

    person: Person
    order: int
    has_served: bool = False


def serving(
    attendances: Iterable[Attendance], number: int, away: Collection[Person] = ()
) -> tuple[Attendance, ...]:
    """Those who take part in deciding § `number`.

    `away` are those who stepped aside in that § (disqualified, or not taking part): KL 5:67
    point 5 wants them out of the list of those who took part.
    """
    return tuple(a for a in attendances if a.serves and a.covers(number) and a.person not in away)


def offer_substitutes(
    absent_party: str | None, candidates: Sequence[Substitute], party_order: Sequence[str] = ()
) -> tuple[Substitute, ...]:
    """The substitutes in the order in which they are to be offered the seat.

    Own party first, wherever it stands in `party_order`, then the other parties in that order;
    within a party the one who has begun serving keeps precedence (KL 5:18), then the order of
    the list.
    """
    ranked: dict[str | None, int] = {party: place for place, party in enumerate(party_order, 1)}
    ranked[absent_party] = 0

    def key(candidate: Substitute) -> tuple[int, bool, int]:
        place = ranked.get(candidate.person.party, len(party_order) + 1)
        return place, not candidate.has_served, candidate.order

    return tuple(sorted(candidates, key=key))


def may_serve_again(*, left_for_disqualification: bool) -> bool:
    """One who broke off may serve again the same day only if it was for disqualification.

    KL 5:18 and 5:20 for the assembly; the regulations of boards and committees follow it.
    """
    return left_for_disqualification


def is_quorate(seats: int, present: int, kind: BodyKind, disqualified: int = 0) -> bool:
    """More than half of the seats must be present (KL 5:45, 6:27).

    In the assembly those who stepped aside for disqualification count as present (KL 5:46);
    a board or committee has no such exception.
    """
    if kind is BodyKind.ASSEMBLY:
        present += disqualified
    return 2 * present > seats


def require_quorum(seats: int, present: int, kind: BodyKind, disqualified: int = 0) -> None:
    """Raise RuleBroken where the body may not handle the item."""
    if not is_quorate(seats, present, kind, disqualified):
        statute = "KL 5:45" if kind is BodyKind.ASSEMBLY else "KL 6:27"
        raise RuleBroken(
            "Bara {present} av {seats} är på plats: ärendet får inte behandlas. "
            "Kalla in fler ersättare eller bordlägg ärendet ({statute}).",
            present=present,
            seats=seats,
            statute=statute,
        )
