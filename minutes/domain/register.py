"""The decision register: what a year's §§ came to, and who was against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutes.domain.persons import Person
from minutes.domain.voting import BallotChoice, Vote


@dataclass(frozen=True, slots=True)
class Against:
    """A vote that decided: how many were for what won, how many against, and who those were.

    A closed vote names nobody (KL 5:54), and minutes that are taken in may only count.
    """

    votes_for: int
    votes_against: int
    people: tuple[Person, ...] = ()


def yes_won(vote: Vote) -> bool | None:
    """Whether yes won; None where minutes that are taken in leave a tie open."""
    if vote.carried is not None:
        return vote.carried
    if vote.yes != vote.no:
        return vote.yes > vote.no
    settled = {b.ballot for b in vote.ballots if b.person == vote.casting_vote}
    return BallotChoice.YES in settled if settled else None


def _against(vote: Vote) -> Against:
    won = yes_won(vote)
    if won is None:
        return Against(vote.yes, vote.no)
    lost = BallotChoice.NO if won else BallotChoice.YES
    people = () if vote.closed else tuple(b.person for b in vote.ballots if b.ballot is lost)
    return Against(*((vote.yes, vote.no) if won else (vote.no, vote.yes)), people)


def against(votes: Iterable[Vote]) -> tuple[Against, ...]:
    """Who was against in each vote of a §, but for those that only chose a counter-proposal."""
    return tuple(_against(vote) for vote in votes if not vote.preliminary)
