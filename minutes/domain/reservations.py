"""Reservations: recorded dissent of one who took part in the decision (KL 4:27)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.voting import BallotChoice, Vote


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


def abstainers(votes: Iterable[Vote]) -> frozenset[Person]:
    """Those who voted for neither in every open vote that settled something (KL 4:25)."""
    counted = [
        frozenset(b.person for b in vote.ballots if b.ballot is BallotChoice.ABSTAIN)
        for vote in votes
        if vote.ballots and not vote.preliminary
    ]
    return frozenset.intersection(*counted) if counted else frozenset()


def require_may_stand_aside(
    person: Person, *, serving: Collection[Person], is_decided: bool
) -> None:
    """Raise RuleBroken unless the person serves and tells it before the decision (KL 4:25)."""
    if is_decided:
        raise RuleBroken(
            "Beslutet är redan infört: den som inte deltar ska säga det innan dess (KL 4:25)."
        )
    if not person.is_group and person not in serving:
        raise RuleBroken("{name} tjänstgör inte i den här paragrafen.", name=person.name)


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
