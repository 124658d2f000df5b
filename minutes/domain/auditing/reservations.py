"""Reservations: by those who took part in the decision alone (KL 4:25, 4:27, 5:67)."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.domain.auditing.audited import AuditedItem, among
from minutes.domain.auditing.faults import Fault, Rule, gap, hint
from minutes.domain.findings import Place
from minutes.domain.persons import Person
from minutes.domain.voting import BallotChoice, Vote

_AT = Place.RESERVATIONS


def _reservers(at: AuditedItem) -> list[Person]:
    return list(dict.fromkeys(r.person for r in at.item.reservations))


def reserver_serves(at: AuditedItem) -> Iterator[Fault]:
    """Who was absent, or a substitute without a seat, cannot reserve."""
    for who in at.unseated(_reservers(at)):
        yield gap(
            "{name} har reserverat sig men tjänstgör inte i paragrafen. Rätta närvaron, eller "
            "gör reservationen till en protokollsanteckning (KL 4:27).",
            _AT,
            name=who.name or who.party,
        )


def reserver_took_part(at: AuditedItem) -> Iterator[Fault]:
    """Who stood aside in the decision cannot reserve."""
    for who in _reservers(at):
        if at.stands_aside(who):
            yield gap(
                "{name} deltog inte i beslutet och kan inte reservera sig. "
                "Ta bort reservationen eller rätta vem som avstod (KL 4:27).",
                _AT,
                name=who.name or who.party,
            )


def reserver_did_not_abstain(at: AuditedItem) -> Iterator[Fault]:
    """Who abstained in every vote did not take part in the decision."""
    for who in _reservers(at):
        if who.name and at.abstained(who):
            yield gap(
                "{name} avstod i omröstningen och kan inte reservera sig. "
                "Ta bort reservationen eller rätta rösten (KL 4:25, 4:27).",
                _AT,
                name=who.name,
            )


def reservation_is_against_a_point(at: AuditedItem) -> Iterator[Fault]:
    """The point that a reservation names is one of the decision's."""
    points = len(at.item.decision.points) if at.item.decision else 0
    for one in at.item.reservations:
        if one.point is not None and one.point not in range(1, points + 1):
            yield gap(
                "Reservationen av {name} gäller beslutspunkt {point}, som inte finns. "
                "Rätta punkten (KL 5:67).",
                _AT,
                name=one.name or one.party,
                point=one.point,
            )


def _on_winning_side(vote: Vote, who: Person) -> bool:
    won = BallotChoice.YES if vote.carried else BallotChoice.NO
    return among(who, [b.person for b in vote.ballots if b.ballot is won])


def reserver_lost(at: AuditedItem) -> Iterator[Fault]:
    """Who voted for what won in every vote has nothing to reserve against."""
    told = [v for v in at.final_votes if v.ballots and v.carried is not None]
    for who in _reservers(at) if told else ():
        if who.name and all(_on_winning_side(v, who) for v in told):
            yield hint(
                "{name} röstade för det som vann men har reserverat sig. Fråga om det stämmer.",
                _AT,
                name=who.name,
            )


RULES: tuple[Rule[AuditedItem], ...] = (
    reserver_serves,
    reserver_took_part,
    reserver_did_not_abstain,
    reservation_is_against_a_point,
    reserver_lost,
)
