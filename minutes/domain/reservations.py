"""Reservations: recorded dissent of one who took part in the decision (KL 4:27)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person


@dataclass(frozen=True, slots=True)
class Reservation:
    """One person's reservation, or a party group's (`name` None).

    `point` is the decision point it is against, None for the whole decision; `in_favour_of`
    says for which proposal, in the minutes' own words; `motivation` is the written reason.
    """

    name: str | None
    party: str | None
    point: int | None = None
    in_favour_of: str = ""
    motivation: str = ""

    @property
    def person(self) -> Person:
        """Name and party of the day."""
        return Person(self.name, self.party)


def require_may_reserve(
    person: Person,
    *,
    serving: Collection[Person],
    stood_aside: Collection[Person] = (),
    abstained: Collection[Person] = (),
    meeting_is_open: bool = True,
) -> None:
    """Raise RuleBroken unless the person took part and notified it before the meeting ended."""
    if not meeting_is_open:
        raise RuleBroken(
            "Sammanträdet är avslutat: en reservation ska anmälas innan dess (KL 4:27)."
        )
    if person in stood_aside or person in abstained:
        raise RuleBroken(
            "{name} deltog inte i beslutet och kan därför inte reservera sig (KL 4:27).",
            name=person.name,
        )
    if person not in serving:
        raise RuleBroken(
            "{name} tjänstgör inte i den här paragrafen och kan inte reservera sig. "
            "En ersättare som inte tjänstgör kan lämna en protokollsanteckning.",
            name=person.name,
        )
