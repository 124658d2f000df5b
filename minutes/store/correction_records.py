"""Rows become corrections, and the votes that they correct."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.corrections import CorrectedVote, Correction
from minutes.domain.record_json import from_data
from minutes.domain.voting import Vote
from minutes.store import tables as t
from minutes.store.rows import Grouped, grouped, ids, person_of


@dataclass(frozen=True, slots=True)
class Corrected:
    """The corrections of several items, by item; what was proposed here, and in which version."""

    rows: Grouped[t.Correction]
    signers: Grouped[t.CorrectionSigner]
    proposals: Mapping[int, t.CorrectionProposal]
    versions: Mapping[int, int]
    anew: Mapping[int, str]

    def of(self, item: int, votes: Sequence[Vote], keys: Sequence[int]) -> tuple[Correction, ...]:
        """The corrections of an item, whose votes were recorded under those keys."""
        stands = list(votes)
        found = []
        for row in self.rows[item]:
            proposal = self.proposals.get(row.proposal_id or 0)
            made = _correction(row, self.signers[row.id])
            if proposal is not None:
                made = self._made_here(made, row, proposal, stands, keys)
            found.append(made)
        return tuple(found)

    def _made_here(
        self,
        made: Correction,
        row: t.Correction,
        proposal: t.CorrectionProposal,
        stands: list[Vote],
        keys: Sequence[int],
    ) -> Correction:
        corrected = None
        if proposal.vote_id is not None and proposal.vote_after is not None:
            place, after = keys.index(proposal.vote_id), vote_from(proposal.vote_after)
            corrected, stands[place] = CorrectedVote(place, stands[place], after), after
        return replace(
            made,
            stands_in=proposal.stands_in,
            version=self.versions[row.id],
            corrected_vote=corrected,
            decided_anew=self.anew.get(proposal.decided_anew_id or 0),
        )


def vote_from(text: str) -> Vote:
    """The vote that JSON of ours tells."""
    found: Vote = from_data(Vote, json.loads(text))
    return found


def _correction(row: t.Correction, signers: Sequence[t.CorrectionSigner]) -> Correction:
    return Correction(
        tuple(p for s in signers if (p := person_of(s)) is not None),
        tuple(s.certified_on for s in signers if s.certified_on is not None),
        row.after_words,
        row.old_words,
        row.new_words,
        row.reason,
    )


def made_in(session: Session, meeting: int) -> Sequence[t.Correction]:
    """The corrections of a meeting that were certified here, in their order."""
    query = select(t.Correction).join(t.Item, col(t.Item.id) == t.Correction.item_id)
    of_meeting = query.where(
        t.Item.meeting_id == meeting, col(t.Correction.proposal_id).is_not(None)
    )
    return session.exec(of_meeting.order_by(col(t.Correction.id))).all()


def _versions(session: Session, items: Sequence[int]) -> dict[int, int]:
    """By correction, which version of its minutes it made."""
    query = select(t.Meeting).join(t.Item, col(t.Item.meeting_id) == t.Meeting.id)
    meetings = session.exec(query.where(col(t.Item.id).in_(items)).distinct()).all()
    return {
        row.id: meeting.version + n
        for meeting in meetings
        for n, row in enumerate(made_in(session, meeting.id), 1)
    }


def _named(session: Session, items: Sequence[int]) -> dict[int, str]:
    """How §§ are referred to: body, day and number."""
    query = (
        select(t.Item, t.Body, t.Meeting)
        .join(t.Meeting, col(t.Meeting.id) == t.Item.meeting_id)
        .join(t.Body, col(t.Body.id) == t.Item.body_id)
        .where(col(t.Item.id).in_(items))
    )
    return {
        item.id: f"{body.name} {meeting.held_on} § {item.number}"
        for item, body, meeting in session.exec(query)
    }


@dataclass(frozen=True, slots=True)
class Version:
    """A version of adjusted minutes, and since when it stands; None where that is not told."""

    number: int
    since: date | None


def versions_of(session: Session, meeting: t.Meeting) -> tuple[Version, ...]:
    """The minutes as they were adjusted, then as each correction made them; none of a draft."""
    adjusted = grouped(session, t.Adjustment, "meeting_id", [meeting.id])[meeting.id]
    if not adjusted:
        return ()
    made = made_in(session, meeting.id)
    signers = grouped(session, t.CorrectionSigner, "correction_id", [row.id for row in made])
    days = [max(s.certified_on or "" for s in signers[row.id]) for row in made]
    later = (Version(meeting.version + n, date.fromisoformat(d)) for n, d in enumerate(days, 1))
    return (Version(meeting.version, adjusted[0].adjusted_on), *later)


def corrections_in(session: Session, items: Sequence[int]) -> Corrected:
    """The corrections of those items."""
    rows = grouped(session, t.Correction, "item_id", items)
    signers = grouped(session, t.CorrectionSigner, "correction_id", ids(rows))
    keys = [row.proposal_id for of in rows.values() for row in of if row.proposal_id]
    if not keys:
        return Corrected(rows, signers, {}, {}, {})
    wanted = select(t.CorrectionProposal).where(col(t.CorrectionProposal.id).in_(keys))
    proposals = {one.id: one for one in session.exec(wanted)}
    anew = [one.decided_anew_id for one in proposals.values() if one.decided_anew_id]
    versions = _versions(session, [*rows])
    return Corrected(rows, signers, proposals, versions, _named(session, anew))


def votes_of(session: Session, item: t.Item) -> Sequence[int]:
    """The keys of the votes of a §, in the order of its record."""
    of_item = select(t.Vote.id).where(t.Vote.item_id == item.id)
    return session.exec(of_item.order_by(col(t.Vote.position), col(t.Vote.id))).all()


def votes_now(session: Session, votes: Sequence[int]) -> Mapping[int, Vote]:
    """Those of the votes that were corrected, as they are told now, by their keys."""
    query = select(t.CorrectionProposal).join(
        t.Correction, col(t.Correction.proposal_id) == t.CorrectionProposal.id
    )
    rows = session.exec(
        query.where(col(t.CorrectionProposal.vote_id).in_(votes)).order_by(col(t.Correction.id))
    )
    return {row.vote_id or 0: vote_from(row.vote_after or "") for row in rows}
