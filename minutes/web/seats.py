"""Who voted how as a drawing: a row of seats for each party, each seat by shape and letter."""

from __future__ import annotations

from dataclasses import dataclass

from minutes.domain.party_lines import PartyVotes, by_party
from minutes.domain.voting import Ballot, BallotChoice, Vote

_SEAT, _LABEL, _PARTING, _A_ROW = 24, 44, 10, 11
"""Measures of the drawing in its own units; so many seats stand side by side on a phone."""
_ORDER = tuple(BallotChoice)


@dataclass(frozen=True, slots=True)
class DrawnSeat:
    """A seat with its middle, and the ballot that was cast from it."""

    ballot: Ballot
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Bench:
    """The seats of a party, and where its name stands; `votes` are the same as figures."""

    votes: PartyVotes
    y: int
    seats: tuple[DrawnSeat, ...]


@dataclass(frozen=True, slots=True)
class SeatPicture:
    """The benches under each other, the largest party first."""

    width: int
    height: int
    benches: tuple[Bench, ...]


def _bench(of: PartyVotes, ballots: list[Ballot], top: int) -> Bench:
    seats = (
        DrawnSeat(
            one,
            _LABEL + _SEAT * (n % _A_ROW) + _SEAT // 2,
            top + _SEAT * (n // _A_ROW) + _SEAT // 2,
        )
        for n, one in enumerate(ballots)
    )
    return Bench(of, top + _SEAT // 2, tuple(seats))


def seat_picture(vote: Vote) -> SeatPicture | None:
    """The drawing of a vote by name; None of a closed one, and of one that is only counted."""
    if vote.closed or not vote.ballots:
        return None
    top, benches = 0, []
    for of in by_party(vote.ballots):
        own = sorted(
            (b for b in vote.ballots if b.party == of.party), key=lambda b: _ORDER.index(b.ballot)
        )
        benches.append(_bench(of, own, top))
        top += _SEAT * -(-len(own) // _A_ROW) + _PARTING
    return SeatPicture(_LABEL + _SEAT * _A_ROW, top - _PARTING, tuple(benches))
