"""Strategies for votes: by name or by numbers, preliminary, closed, tied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from minutes.domain.persons import CHAIR, Person
from minutes.domain.voting import Ballot, BallotChoice, Vote, count

_MEANINGS = [
    ("bifall till det liggande förslaget", "avslag på det"),
    ("att ärendet avgörs i dag", "att ärendet återremitteras"),
    ("avslag på Eva Eks tillägg", "bifall till Eva Eks tillägg"),
    ("bifall till ordförandens förslag och avslag på övriga", "bifall till Li Alms förslag"),
    ("bifall till förslaget", ""),
    ("", "återremiss av ärendet"),
    ("", ""),
]


@st.composite
def _by_name(draw: st.DrawFn, people: Sequence[Person]) -> Vote:
    """A vote with each one's ballot, and its totals the sum of them."""
    size = len(people)
    choices = draw(st.lists(st.sampled_from(BallotChoice), min_size=size, max_size=size))
    ballots = [Ballot(p.name or "", p.party, c) for p, c in zip(people, choices, strict=True)]
    ballots.sort(key=lambda b: list(BallotChoice).index(b.ballot))
    return Vote(*count(ballots), ballots=tuple(ballots))


_by_number = st.builds(
    Vote, st.integers(0, 41), st.integers(0, 41), st.integers(0, 3), st.integers(0, 2)
)


@st.composite
def _settled(draw: st.DrawFn, vote: Vote, chairs: Sequence[Person]) -> Vote:
    """The vote with its outcome; a tie is broken by the chair or, in an election, by lot."""
    if vote.yes != vote.no:
        return replace(vote, carried=vote.yes > vote.no)
    carried = draw(st.booleans())
    if vote.closed or (vote.question is None and draw(st.booleans())):
        return replace(vote, lot=True, carried=carried)
    return replace(vote, casting_vote=draw(st.sampled_from(chairs)), carried=carried)


@st.composite
def _vote(
    draw: st.DrawFn, people: Sequence[Person], question: int | None, *, preliminary: bool
) -> Vote:
    closed = draw(st.sampled_from([True, False, False])) and not preliminary
    vote = draw(_by_number) if closed else draw(_by_name(people) | _by_number)
    yes, no = draw(st.sampled_from(_MEANINGS))
    vote = replace(vote, yes_means=yes, no_means=no, closed=closed)
    vote = replace(vote, question=question, preliminary=preliminary)
    return draw(_settled(vote, [people[0], CHAIR]))


@st.composite
def votes(draw: st.DrawFn, people: Sequence[Person], asked: int) -> tuple[Vote, ...]:
    """For each question the votes that chose its counter-proposal, then the one that settled it.

    Where the chair puts no question the votes are elections.
    """
    found: list[Vote] = []
    for index in range(asked):
        choosing = _vote(people, index, preliminary=True)
        found += draw(st.just([]) | st.just([]) | st.lists(choosing, max_size=2))
        found += draw(st.lists(_vote(people, index, preliminary=False), max_size=1))
    if not asked:
        found += draw(st.lists(_vote(people, None, preliminary=False), max_size=2))
    return tuple(found)
