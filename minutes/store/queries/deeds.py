"""What the minutes name a person for: proposals, reservations, votes and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.domain.persons import Person as Named
from minutes.domain.voting import BallotChoice
from minutes.store import tables as t
from minutes.store.correction_records import ballots_now
from minutes.store.queries.addresses import Address, address_of


class DeedKind(StrEnum):
    """The kinds of deeds, in the order in which a page tells them."""

    RESERVATION = "reservation"
    PROPOSAL = "proposal"
    NOTE = "note"
    BALLOT = "ballot"
    DISQUALIFICATION = "disqualification"
    STAND_ASIDE = "stand_aside"
    MOTION = "motion"


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed at its §; the party is that of the day.

    `sort` is the proposal's kind, the ballot's choice or the note's kind, `text` its words.
    """

    address: Address
    title: str
    party: str | None
    sort: StrEnum | None = None
    text: str = ""


_Told = Callable[[Any, Any], tuple[StrEnum | None, str]]


@dataclass(frozen=True, slots=True)
class _Source:
    """Where deeds of a kind are: the row with the person, the row with the item, what is told.

    `told` takes both rows.
    """

    named: Any
    row: Any
    link: Any
    told: _Told


def _reserved(_named: Any, row: Any) -> tuple[StrEnum | None, str]:
    favour = f"till förmån för {row.in_favour_of}" if row.in_favour_of else ""
    return None, row.motivation or favour


def _voted(ballot: Any, vote: Any) -> tuple[StrEnum | None, str]:
    means = {BallotChoice.YES: vote.yes_means, BallotChoice.NO: vote.no_means}
    otherwise = f"ja innebar {vote.yes_means}" if vote.yes_means else ""
    return ballot.choice, means.get(ballot.choice, otherwise)


@dataclass(frozen=True, slots=True)
class _Answered:
    """A ballot as a correction tells it."""

    choice: BallotChoice


_SOURCES = {
    DeedKind.RESERVATION: _Source(t.Reservation, t.Reservation, None, _reserved),
    DeedKind.PROPOSAL: _Source(
        t.ProposalMover,
        t.Proposal,
        (col(t.ProposalMover.proposal_id) == t.Proposal.id)
        & col(t.Proposal.withdrawn_at).is_(None),
        lambda _, r: (r.kind, r.text),
    ),
    DeedKind.NOTE: _Source(
        t.NoteAuthor, t.Note, col(t.NoteAuthor.note_id) == t.Note.id, lambda _, r: (r.kind, r.text)
    ),
    DeedKind.BALLOT: _Source(t.Ballot, t.Vote, col(t.Ballot.vote_id) == t.Vote.id, _voted),
    DeedKind.DISQUALIFICATION: _Source(
        t.Disqualification, t.Disqualification, None, lambda _, r: (None, r.ground)
    ),
    DeedKind.STAND_ASIDE: _Source(t.StandAside, t.StandAside, None, lambda *_: (None, "")),
    DeedKind.MOTION: _Source(
        t.MotionMover,
        t.Motion,
        col(t.MotionMover.motion_id) == t.Motion.id,
        lambda _, r: (None, f"Motion {r.number}" if r.number else r.title),
    ),
}


def _latest_treating_the_motion() -> Any:
    """The § that treated a motion last: a motion is told of once."""
    return (
        select(t.Item.id)
        .join(t.ItemMatter, col(t.ItemMatter.item_id) == t.Item.id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .where(t.ItemMatter.matter_id == t.Motion.matter_id)
        .order_by(col(t.Meeting.held_on).desc(), col(t.Item.id).desc())
        .limit(1)
        .correlate(t.Motion)
        .scalar_subquery()
    )


def _of_person(kind: DeedKind, person: int, *entities: Any) -> Any:
    source = _SOURCES[kind]
    query: Any = select(*entities).select_from(source.named)
    if source.link is not None:
        query = query.join(source.row, source.link)
    item = _latest_treating_the_motion() if kind is DeedKind.MOTION else source.row.item_id
    query = query.join(t.Item, col(t.Item.id) == item)
    return query.where(source.named.person_id == person)


def items_of(kind: DeedKind, person: int) -> Any:
    """The keys of the §§ that name a person for such a deed."""
    return _of_person(kind, person, t.Item.id)


def counts(session: Session, person: int) -> dict[DeedKind, int]:
    """How many deeds of each kind a person has."""
    return {kind: session.exec(_of_person(kind, person, func.count())).one() for kind in DeedKind}


def _corrected(session: Session, kind: DeedKind, rows: Sequence[Any]) -> dict[Any, Any]:
    """The ballots of corrected votes as they are told now, by their keys."""
    if kind is not DeedKind.BALLOT or not rows:
        return {}
    now = ballots_now(session, [vote.id for _, vote, *_ in rows])
    told = ((row[0], now.get((row[1].id, Named(row[0].name, row[0].party)))) for row in rows)
    return {ballot.id: _Answered(choice) for ballot, choice in told if choice is not None}


def _deed(kind: DeedKind, row: Any, corrected: Mapping[Any, Any]) -> Deed:
    named, told, item, body, meeting = row
    sort, text = _SOURCES[kind].told(corrected.get(named.id, named), told)
    return Deed(address_of(item, body, meeting.held_on), item.title, named.party, sort, text)


def deeds_of(
    session: Session,
    person: int,
    kind: DeedKind,
    limit: int | None = None,
    among: Sequence[int] | None = None,
) -> tuple[Deed, ...]:
    """A person's deeds of a kind, the latest first; those at §§ of these keys only, if any."""
    source = _SOURCES[kind]
    query = (
        _of_person(kind, person, source.named, source.row, t.Item, t.Body, t.Meeting)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .order_by(col(t.Meeting.held_on).desc(), col(t.Item.number).desc(), col(source.row.id))
        .limit(limit)
    )
    rows = session.exec(query if among is None else query.where(col(t.Item.id).in_(among))).all()
    corrected = _corrected(session, kind, rows)
    return tuple(_deed(kind, row, corrected) for row in rows)
