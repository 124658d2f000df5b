"""Who is in the room for one §, and in which part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.domain.attendance import Attendance, Role, serving
from minutes.domain.bodies import BodyKind
from minutes.domain.persons import Person
from minutes.domain.quorum import Quorum

LEADERS = (Role.CHAIR, Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR)
"""Who leads a meeting, the first of them who is there."""


@dataclass(frozen=True, slots=True)
class InRoom:
    """Everybody whose presence covers a §; `disqualified` and `aside` are as the § tells."""

    number: int
    kind: BodyKind
    seats: int | None
    attendance: Sequence[Attendance]
    disqualified: tuple[Person, ...] = ()
    chaired_by: Person | None = None
    aside: tuple[Person, ...] = ()

    @property
    def serving(self) -> tuple[Attendance, ...]:
        """Those who take part: they move, vote and reserve themselves."""
        return serving(self.attendance, self.number, self.disqualified)

    @property
    def present(self) -> tuple[Attendance, ...]:
        """Those who are there without a seat: substitutes, attendees and the secretary."""
        here = (a for a in self.attendance if a.covers(self.number) and not a.serves)
        return tuple(a for a in here if a.person not in self.disqualified)

    @property
    def members(self) -> tuple[Person, ...]:
        """Those who take part, by name and party."""
        return tuple(a.person for a in self.serving)

    @property
    def chair(self) -> Person | None:
        """Who leads the §: as its disqualification tells, else the highest who serves."""
        ranked = [a.person for role in LEADERS for a in self.serving if a.role is role]
        return self.chaired_by or next(iter(ranked), None)

    @property
    def stood_aside(self) -> tuple[Person, ...]:
        """Those of the serving who take no part in the decision, groups told by their members."""
        groups = {p.party for p in self.aside if p.is_group}
        return tuple(p for p in self.members if p in self.aside or p.party in groups)

    @property
    def quorum(self) -> Quorum:
        """Whether the body may handle the §."""
        return Quorum(self.seats, len(self.serving), self.kind, len(self.disqualified))
