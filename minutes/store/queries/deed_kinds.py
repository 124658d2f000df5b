"""The kinds of deeds that the minutes name a person for, and where each stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import col, select

from minutes.domain.voting import BallotChoice
from minutes.store import tables as t


class DeedKind(StrEnum):
    """The kinds of deeds, in the order in which a page tells them."""

    RESERVATION = "reservation"
    PROPOSAL = "proposal"
    NOTE = "note"
    BALLOT = "ballot"
    DISQUALIFICATION = "disqualification"
    STAND_ASIDE = "stand_aside"
    MOTION = "motion"


_Told = Callable[[Any, Any], tuple[StrEnum | None, str]]


@dataclass(frozen=True, slots=True)
class Source:
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


SOURCES = {
    DeedKind.RESERVATION: Source(t.Reservation, t.Reservation, None, _reserved),
    DeedKind.PROPOSAL: Source(
        t.ProposalMover,
        t.Proposal,
        (col(t.ProposalMover.proposal_id) == t.Proposal.id)
        & col(t.Proposal.withdrawn_at).is_(None),
        lambda _, r: (r.kind, r.text),
    ),
    DeedKind.NOTE: Source(
        t.NoteAuthor, t.Note, col(t.NoteAuthor.note_id) == t.Note.id, lambda _, r: (r.kind, r.text)
    ),
    DeedKind.BALLOT: Source(t.Ballot, t.Vote, col(t.Ballot.vote_id) == t.Vote.id, _voted),
    DeedKind.DISQUALIFICATION: Source(
        t.Disqualification, t.Disqualification, None, lambda _, r: (None, r.ground)
    ),
    DeedKind.STAND_ASIDE: Source(t.StandAside, t.StandAside, None, lambda *_: (None, "")),
    DeedKind.MOTION: Source(
        t.MotionMover,
        t.Motion,
        col(t.MotionMover.motion_id) == t.Motion.id,
        lambda _, r: (None, f"Motion {r.number}" if r.number else r.title),
    ),
}


def latest_treating_the_motion() -> Any:
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
