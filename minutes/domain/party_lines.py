"""How parties and members vote: party lines, dissent from them, and who votes alike.

Only ballots by name count. Cohesion is Rice's index: |yes - no| / (yes + no), from 0 where a party
is split in halves to 1 where it is of one mind (Stuart A. Rice, "The Behavior of Legislative
Groups", Political Science Quarterly 40, 1925, pp. 60-72); who abstains is left out of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from minutes.domain.persons import Person
from minutes.domain.voting import Ballot, BallotChoice

_ANSWERS = (BallotChoice.YES, BallotChoice.NO, BallotChoice.ABSTAIN)

_ALONE = frozenset({None, "-"})
"""Whose ballots are their own only: minutes print a dash for an independent."""

Ballots = Sequence[Ballot]
"""The ballots of one vote."""


@dataclass(frozen=True, slots=True)
class PartyVotes:
    """How the members of a party answered in a vote; None is those of no party."""

    party: str | None
    yes: int
    no: int
    abstain: int
    absent: int

    @property
    def answered(self) -> int:
        """How many were there to answer."""
        return self.yes + self.no + self.abstain

    @property
    def line(self) -> BallotChoice | None:
        """What more than half of those who answered said, None where no answer has so many."""
        told = zip(_ANSWERS, (self.yes, self.no, self.abstain), strict=True)
        return next((choice for choice, count in told if 2 * count > self.answered), None)


def by_party(ballots: Iterable[Ballot]) -> tuple[PartyVotes, ...]:
    """The answers of each party, the largest first, those of no party last."""
    told: dict[str | None, Counter[BallotChoice]] = {}
    for one in ballots:
        told.setdefault(one.party, Counter())[one.ballot] += 1
    order = sorted(told, key=lambda party: (party is None, -told[party].total(), party or ""))
    return tuple(PartyVotes(party, *(told[party][c] for c in BallotChoice)) for party in order)


def dissenters(ballots: Ballots) -> tuple[Ballot, ...]:
    """Those who answered otherwise than the majority of their own party."""
    lines = {of.party: of.line for of in by_party(ballots) if of.party not in _ALONE}
    return tuple(
        one
        for one in ballots
        if lines.get(one.party) is not None
        and one.ballot is not BallotChoice.ABSENT
        and one.ballot is not lines[one.party]
    )


def _counts(of: PartyVotes) -> bool:
    return of.party not in _ALONE


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party over several votes.

    `votes` are those in which any of it answered. `cohesion` is the mean of Rice's index over the
    `measured` votes in which at least two of it said yes or no, None where there are none.
    """

    party: str
    votes: int
    measured: int
    cohesion: float | None
    dissents: int


def _rice(of: PartyVotes) -> float | None:
    said = of.yes + of.no
    return abs(of.yes - of.no) / said if said > 1 else None


def party_lines(votes: Sequence[Ballots]) -> tuple[PartyLine, ...]:
    """Each party over those votes, by its name."""
    told = [of for ballots in votes for of in by_party(ballots) if _counts(of) and of.answered]
    against = Counter(one.party for ballots in votes for one in dissenters(ballots))
    found = []
    for party in sorted({of.party for of in told if of.party}):
        own = [of for of in told if of.party == party]
        indices = [index for of in own if (index := _rice(of)) is not None]
        mean = sum(indices) / len(indices) if indices else None
        found.append(PartyLine(party, len(own), len(indices), mean, against[party]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Alike:
    """In how many of the votes that two have in common they answered the same."""

    same: int
    votes: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.same / self.votes


Answers = Mapping[str, BallotChoice]
"""What each answered in one vote."""


def _alike(votes: Iterable[Answers]) -> dict[tuple[str, str], Alike]:
    same: Counter[tuple[str, str]] = Counter()
    common: Counter[tuple[str, str]] = Counter()
    for answers in votes:
        for pair in combinations(sorted(answers), 2):
            common[pair] += 1
            same[pair] += answers[pair[0]] is answers[pair[1]]
    return {pair: Alike(same[pair], count) for pair, count in common.items()}


def parties_alike(votes: Iterable[Ballots]) -> dict[tuple[str, str], Alike]:
    """How often two parties had the same line, of the votes in which both had one.

    By the pair of their names in order.
    """
    lines = ({of.party: of.line for of in by_party(own) if _counts(of)} for own in votes)
    return _alike({p: line for p, line in told.items() if p and line} for told in lines)


def members_alike(votes: Iterable[Ballots]) -> dict[tuple[Person, Person], Alike]:
    """How often two members answered the same, of the votes in which both answered."""
    keys: dict[str, Person] = {}
    told: list[Answers] = []
    for ballots in votes:
        answered = [one for one in ballots if one.ballot is not BallotChoice.ABSENT]
        keys |= {f"{one.name} ({one.party})": one.person for one in answered}
        told.append({f"{one.name} ({one.party})": one.ballot for one in answered})
    return {(keys[a], keys[b]): alike for (a, b), alike in _alike(told).items()}
