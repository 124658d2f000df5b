"""Votes and ballots as open data, in Popolo's words: vote events and votes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_
from sqlmodel import Session, col, select

from minutes.domain.persons import Person as Named
from minutes.domain.voting import Ballot, BallotChoice
from minutes.domain.voting import Vote as Voted
from minutes.store import tables as t
from minutes.store.correction_records import votes_now
from minutes.store.debate_records import vote_of
from minutes.store.open_data.actors import is_by, slugs_in
from minutes.store.open_data.kinds import Filter, Kind
from minutes.store.open_data.places import (
    OF_ITEMS,
    POSITION,
    OfItem,
    Party,
    Slug,
    is_at,
    of_items,
    parts_of,
    placed,
    with_meeting,
)  # fmt: skip
from minutes.store.rows import grouped


@dataclass(frozen=True, slots=True)
class Count:
    """How many answered so."""

    option: BallotChoice
    value: int


@dataclass(frozen=True, slots=True)
class VoteOption:
    """What an answer means."""

    option: Literal["yes", "no"]
    text: str


@dataclass(frozen=True, slots=True)
class VoteOf:
    """How one member voted."""

    voter_id: str | None
    voter_name: str
    group_id: str | None
    option: BallotChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteEvent(OfItem):
    """A counted vote, as it stands corrected."""

    is_preliminary: bool
    is_secret: bool
    options: tuple[VoteOption, ...]
    counts: tuple[Count, ...]
    result: Literal["pass", "fail"] | None
    casting_vote: str | None
    lot: bool
    votes: tuple[VoteOf, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(OfItem):
    """One member's vote, by itself: the votes of a vote event in a row each."""

    vote_event_id: str
    voter_id: str | None
    voter_name: str
    group_id: str | None
    option: BallotChoice


def _result(vote: Voted) -> Literal["pass", "fail"] | None:
    """Whether yes won; nobody knows of a tie where it is not told who broke it."""
    carried = vote.carried
    if carried is None and vote.yes != vote.no:
        carried = vote.yes > vote.no
    return None if carried is None else "pass" if carried else "fail"


def _counts(vote: Voted) -> tuple[Count, ...]:
    numbers = (vote.yes, vote.no, vote.abstain, vote.absent)
    return tuple(Count(option, n) for option, n in zip(BallotChoice, numbers, strict=True))


_Voters = Mapping[tuple[int, Named], str | None]


def _voted(ballot: Ballot, vote: int, voters: _Voters) -> VoteOf:
    slug = voters.get((vote, ballot.person))
    return VoteOf(slug, ballot.name, ballot.party, ballot.ballot)


def _vote_events(session: Session, rows: Sequence[Any]) -> list[VoteEvent]:
    ballots = grouped(session, t.Ballot, "vote_id", [row[0].id for row in rows])
    cast = [ballot for of in ballots.values() for ballot in of]
    slugs = slugs_in(session, cast)
    voters = {(b.vote_id, Named(b.name, b.party)): slugs.get(b.person_id) for b in cast}
    now = votes_now(session, [row[0].id for row in rows])
    return [
        VoteEvent(
            **place,
            is_preliminary=vote.preliminary,
            is_secret=vote.closed,
            options=(VoteOption("yes", vote.yes_means), VoteOption("no", vote.no_means)),
            counts=_counts(vote),
            result=_result(vote),
            casting_vote=vote.casting_vote.name if vote.casting_vote else None,
            lot=vote.lot,
            votes=tuple(_voted(one, row.id, voters) for one in vote.ballots),
        )
        for (row, *_), place in zip(rows, placed(session, rows), strict=True)
        for vote in (now.get(row.id) or vote_of(row, ballots[row.id]),)
    ]


def _votes(session: Session, rows: Sequence[Any]) -> list[Vote]:
    slugs = slugs_in(session, [row[0] for row in rows])
    now = {
        (key, ballot.person): ballot.ballot
        for key, vote in votes_now(session, [row[4].id for row in rows]).items()
        for ballot in vote.ballots
    }
    events = {row[4].id: row[4].position for row in rows}
    places = placed(session, rows, lambda row: f"{events[row.vote_id]}.{row.position}")
    return [
        Vote(
            **place,
            vote_event_id=place["id"].rpartition(".")[0],
            voter_id=slugs.get(row.person_id),
            voter_name=row.name,
            group_id=row.party,
            option=now.get((row.vote_id, Named(row.name, row.party)), row.choice),
        )
        for (row, *_), place in zip(rows, places, strict=True)
    ]


def _is_vote(key: str) -> ColumnElement[bool]:
    event, _, position = key.rpartition(".")
    parts_of(POSITION, position)
    return and_(is_at(t.Vote.position)(event), col(t.Ballot.position) == int(position))


def _with_ballot(_session: Session, slug: str) -> ColumnElement[bool]:
    voted = select(t.Ballot.vote_id).where(is_by(t.Ballot.person_id, slug))
    return col(t.Vote.id).in_(voted)


_COLUMNS: tuple[Any, ...] = (t.Ballot, t.Item, t.Body.slug, t.Meeting.held_on, t.Vote)
_BALLOTS = with_meeting(
    select(*_COLUMNS)
    .join(t.Vote, col(t.Vote.id) == t.Ballot.vote_id)
    .join(t.Item, col(t.Item.id) == t.Vote.item_id)
)
VOTE_EVENTS = Kind(
    "vote-events", VoteEvent, t.Vote, of_items(t.Vote), _vote_events, is_at(t.Vote.position),
    (*OF_ITEMS, Filter("person_id", Slug, _with_ballot)),
)  # fmt: skip
VOTES = Kind(
    "votes", Vote, t.Ballot, _BALLOTS, _votes, _is_vote,
    (
        *OF_ITEMS,
        Filter("person_id", Slug, lambda _, slug: is_by(t.Ballot.person_id, slug)),
        Filter("group_id", Party, lambda _, party: col(t.Ballot.party) == party),
        Filter("option", BallotChoice, lambda _, option: col(t.Ballot.choice) == option),
    ),
)  # fmt: skip
