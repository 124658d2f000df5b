"""Recorded votes of a body in a year: party lines, who dissented, and who voted with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain.party_lines import (
    Alike,
    Ballots,
    PartyLine,
    by_party,
    dissenters,
    members_alike,
    parties_alike,
    party_lines,
)
from minutes.domain.persons import Person, by_surname
from minutes.domain.voting import Ballot, BallotChoice
from minutes.store import tables as t
from minutes.store.correction_records import votes_now
from minutes.store.queries.addresses import Address, address_of
from minutes.store.queries.named import PersonLink


@dataclass(frozen=True, slots=True)
class VotedYear:
    """A year of a body in which votes are recorded by name."""

    body: str
    slug: str
    year: int


@dataclass(frozen=True, slots=True)
class Dissent:
    """Who answered otherwise than the majority of their party, at which §."""

    address: Address
    title: str
    person: Person
    choice: BallotChoice
    line: BallotChoice


@dataclass(frozen=True, slots=True)
class PartyPair:
    """Two parties, and how often their lines were the same."""

    one: str
    other: str
    alike: Alike


@dataclass(frozen=True, slots=True)
class MemberPair:
    """Two members, and how often they answered the same."""

    one: Person
    other: Person
    alike: Alike


@dataclass(frozen=True, slots=True)
class VotedPage:
    """What the recorded votes of a body tell of a year; `of` is None where there are none at all.

    `members` are those who answered, by party and surname, `people` the same with their pages.
    """

    of: VotedYear | None
    choices: tuple[VotedYear, ...]
    votes: int = 0
    lines: tuple[PartyLine, ...] = ()
    parties: tuple[PartyPair, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    members: tuple[Person, ...] = ()
    pairs: tuple[MemberPair, ...] = ()
    people: tuple[PersonLink, ...] = ()


def _choices(session: Session) -> tuple[VotedYear, ...]:
    """The years of bodies that have votes by name: the latest first, then where most were held."""
    named = select(t.Ballot.id).where(t.Ballot.vote_id == t.Vote.id).exists()
    rows = session.exec(
        select(t.Body.name, t.Body.slug, t.Item.year, func.count(col(t.Vote.id)))
        .join(t.Item, col(t.Item.body_id) == t.Body.id)
        .join(t.Vote, col(t.Vote.item_id) == t.Item.id)
        .where(~col(t.Vote.preliminary), ~col(t.Vote.closed), named)
        .group_by(col(t.Body.name), col(t.Body.slug), col(t.Item.year))
    )
    ordered = sorted(rows, key=lambda row: (-row[2], -row[3], row[0]))
    return tuple(VotedYear(*row[:3]) for row in ordered)


_Place = tuple[Address, str]
"""Where a vote was held: the address and the title of its §."""


def _places(session: Session, of: VotedYear) -> Mapping[int, _Place]:
    """The votes that decided, by key, in order of time."""
    rows = session.exec(
        select(t.Vote.id, t.Item, t.Body, t.Meeting)
        .join(t.Item, col(t.Item.id) == t.Vote.item_id)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(t.Body.slug == of.slug, t.Item.year == of.year)
        .where(~col(t.Vote.preliminary), ~col(t.Vote.closed))
        .order_by(col(t.Meeting.held_on), col(t.Item.number), col(t.Vote.position))
    )
    return {key: (address_of(item, body, m.held_on), item.title) for key, item, body, m in rows}


_Row = tuple[int, str, str | None, BallotChoice, str | None]
"""A ballot: vote, name, party, answer, and the page of the person."""


def _rows(session: Session, votes: Sequence[int]) -> Sequence[_Row]:
    ballot = (t.Ballot.vote_id, t.Ballot.name, t.Ballot.party, t.Ballot.choice)
    asked: Any = select(*ballot, t.Person.slug)  # type: ignore[call-overload]  # five columns
    query = (
        asked.outerjoin(t.Person, col(t.Person.id) == t.Ballot.person_id)
        .where(col(t.Ballot.vote_id).in_(votes))
        .order_by(col(t.Ballot.position))
    )
    found: Sequence[_Row] = session.exec(query).all()
    return found


def _ballots(session: Session, rows: Sequence[_Row]) -> Mapping[int, Ballots]:
    """The ballots of each vote as they are told now."""
    found: dict[int, list[Ballot]] = defaultdict(list)
    for vote, name, party, choice, _ in rows:
        found[vote].append(Ballot(name, party, choice))
    now = votes_now(session, [*found])
    return {vote: now[vote].ballots if vote in now else own for vote, own in found.items()}


def _dissents(at: _Place, ballots: Ballots) -> list[Dissent]:
    lines = {of.party: of.line for of in by_party(ballots)}
    return [
        Dissent(*at, one.person, one.ballot, line)
        for one in dissenters(ballots)
        if (line := lines[one.party]) is not None
    ]


def _members(votes: Sequence[Ballots]) -> tuple[Person, ...]:
    there = {b.person for own in votes for b in own if b.ballot is not BallotChoice.ABSENT}
    return tuple(sorted(there, key=_by_party))


def _by_party(person: Person) -> tuple[bool, str, tuple[str, str]]:
    return person.party is None, person.party or "", by_surname(person.name or "")


def voted_page(session: Session, slug: str = "", year: int | None = None) -> VotedPage:
    """What recorded votes tell of a body and year, of the latest where none is asked for."""
    choices = _choices(session)
    asked = [one for one in choices if slug in {"", one.slug} and year in {None, one.year}]
    if not asked:
        return VotedPage(None, choices)
    places = _places(session, asked[0])
    rows = _rows(session, [*places])
    told = _ballots(session, rows)
    votes = [told[key] for key in places if key in told]
    return VotedPage(
        asked[0],
        choices,
        len(votes),
        party_lines(votes),
        tuple(PartyPair(*pair, alike) for pair, alike in parties_alike(votes).items()),
        tuple(one for key in places for one in _dissents(places[key], told.get(key, ()))),
        _members(votes),
        tuple(MemberPair(*pair, alike) for pair, alike in members_alike(votes).items()),
        tuple(dict.fromkeys(PersonLink(name, party, page) for _, name, party, _, page in rows)),
    )
