"""How what a person did ended: what became of a proposal, and whether a vote went their way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session

from minutes.domain.fates import Debated, Fate, Fated
from minutes.domain.persons import Person
from minutes.domain.register import against, yes_won
from minutes.domain.voting import BallotChoice, Vote
from minutes.store import tables as t
from minutes.store.correction_records import votes_now
from minutes.store.debate_records import debate_of
from minutes.store.queries.items import outcome_in

Rows = Sequence[Any]
"""Rows of who is named, what they are named for and the §, its decision last."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How something ended, and how a ballot is told now where a correction tells it otherwise."""

    fated: Fated | None = None
    choice: BallotChoice | None = None


Ends = Mapping[int, Ended]
"""By the key of the row that names the person."""


def of_proposals(session: Session, rows: Rows) -> Ends:
    """What became of each proposal."""
    items = {item.id: outcome_in(item, decision) for _, _, item, *_, decision in rows}
    debate = debate_of(session, [*items], by_name=False)
    now = votes_now(session, [vote.id for held in debate.held.values() for vote in held])
    told: dict[int, Fated] = {}
    for key, outcome in items.items():
        votes = zip(debate.held[key], debate.votes(key), strict=True)
        stands = [now.get(row.id, vote) for row, vote in votes]
        debated = Debated(debate.proposals(key), debate.questions(key), stands, outcome)
        for row, proposal in zip(debate.put[key], debated.proposals, strict=True):
            told[row.id] = debated.fate_of(proposal)
    return {named.id: Ended(told[proposal.id]) for named, proposal, *_ in rows}


def _vote_in(row: t.Vote) -> Vote:
    return Vote(
        row.yes,
        row.no,
        preliminary=row.preliminary,
        closed=row.closed,
        carried=row.carried,
    )


def _sided(choice: BallotChoice, vote: Vote) -> Fated | None:
    """Whether what somebody answered won; None for who did not choose, and where nothing tells."""
    won, found = yes_won(vote), against([replace(vote, preliminary=False)])
    if won is None or choice not in {BallotChoice.YES, BallotChoice.NO}:
        return None
    is_theirs = won is (choice is BallotChoice.YES)
    return Fated(Fate.APPROVED if is_theirs else Fate.REJECTED, found[0])


def of_ballots(session: Session, rows: Rows) -> Ends:
    """Whether each vote went as the person voted, as the votes are told now."""
    now = votes_now(session, [vote.id for _, vote, *_ in rows]) if rows else {}
    ends = {}
    for ballot, row, *_ in rows:
        vote = now.get(row.id)
        told = {b.person: b.ballot for b in vote.ballots} if vote else {}
        choice = told.get(Person(ballot.name, ballot.party), ballot.choice)
        ends[ballot.id] = Ended(_sided(choice, vote or _vote_in(row)), choice)
    return ends


Teller = Callable[[Session, Rows], Ends]
