"""Corrections of adjusted minutes are proposed, and withdrawn before they are certified."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, select

from minutes.actions.history import Act, record
from minutes.domain import correcting as rules
from minutes.domain.correcting import Proposed
from minutes.domain.errors import RuleBroken
from minutes.domain.record_json import to_data
from minutes.domain.sections import SectionKind
from minutes.domain.voting import Vote
from minutes.domain.wording.votes import corrected_texts
from minutes.store import tables as t
from minutes.store.certifying import asked_in
from minutes.store.correction_records import votes_of
from minutes.store.item_records import items_of
from minutes.store.records import is_adjusted


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the secretary wants corrected: why, and what lets it touch a decision."""

    reason: str
    is_slip: bool = False
    decided_anew: t.Item | None = None


def _require_adjusted(session: Session, item: t.Item) -> t.Meeting:
    meeting = session.get_one(t.Meeting, item.meeting_id)
    if not is_adjusted(session, meeting):
        raise RuleBroken("Protokollet är inte justerat: det ändras, och rättas inte.")
    if not asked_in(session, meeting):
        raise RuleBroken(
            "Protokollet säger inte vem som var ordförande eller justerare, så ingen kan bestyrka."
        )
    return meeting


def _require_anew(item: t.Item, meeting: t.Meeting, anew: t.Item | None, on: date | None) -> None:
    """Raise RuleBroken for a § that cannot have decided anew what another decided."""
    if anew is None:
        return
    if anew.id == item.id or (on is not None and on <= meeting.held_on):
        raise RuleBroken("Den paragraf som beslutade på nytt ska vara från ett senare sammanträde.")


def _propose(
    session: Session, act: Act, item: t.Item, proposed: Proposed, wanted: Wanted, **vote: Any
) -> t.CorrectionProposal:
    row = t.CorrectionProposal(
        item_id=item.id,
        stands_in=proposed.stands_in,
        old_words=proposed.old,
        new_words=proposed.new,
        reason=proposed.reason,
        is_slip=proposed.is_slip,
        decided_anew_id=wanted.decided_anew.id if wanted.decided_anew else None,
        proposed_at=act.at,
        proposed_by=act.by,
        **vote,
    )
    record(session, act, "proposed figures of" if vote else "proposed", row)
    return row


def _checked(session: Session, item: t.Item, wanted: Wanted) -> None:
    meeting, anew = _require_adjusted(session, item), wanted.decided_anew
    later = session.get_one(t.Meeting, anew.meeting_id) if anew else None
    _require_anew(item, meeting, anew, later.held_on if later else None)
    if later is not None and not is_adjusted(session, later):
        raise RuleBroken("Den paragraf som beslutade på nytt är inte justerad än.")


def propose_words(
    session: Session, act: Act, item: t.Item, old: str, new: str, wanted: Wanted
) -> t.CorrectionProposal:
    """Propose that words of an adjusted § become others. Raises RuleBroken."""
    _checked(session, item, wanted)
    (told,) = items_of(session, [item])
    section = rules.section_with(told.sections, old)
    anew = wanted.decided_anew is not None
    proposed = Proposed(section.kind, old, new, wanted.reason, wanted.is_slip, anew)
    rules.require_proposal(proposed)
    return _propose(session, act, item, proposed, wanted)


def propose_vote(
    session: Session, act: Act, item: t.Item, vote: t.Vote, after: Vote, wanted: Wanted
) -> t.CorrectionProposal:
    """Propose that a vote of an adjusted § is told otherwise. Raises RuleBroken."""
    _checked(session, item, wanted)
    (told,) = items_of(session, [item])
    before = told.votes[list(votes_of(session, item)).index(vote.id)]
    anew = wanted.decided_anew is not None
    rules.require_corrected_vote(before, after, decided_anew=anew)
    old, new = corrected_texts(before, after)
    proposed = Proposed(SectionKind.VOTE, old, new, wanted.reason, wanted.is_slip, anew)
    rules.require_proposal(proposed)
    words = json.dumps(to_data(after), ensure_ascii=False)
    return _propose(session, act, item, proposed, wanted, vote_id=vote.id, vote_after=words)


def require_open(session: Session, proposal: t.CorrectionProposal) -> None:
    """Raise RuleBroken for a proposal that is settled; hold it until the commit."""
    session.refresh(proposal, with_for_update=True)
    if proposal.withdrawn_at is not None:
        raise RuleBroken("Den föreslagna rättelsen är återtagen.")
    made = select(t.Correction.id).where(t.Correction.proposal_id == proposal.id)
    if session.exec(made).first() is not None:
        raise RuleBroken("Rättelsen är bestyrkt av alla och gäller. Den ändras inte.")


def withdraw(session: Session, act: Act, proposal: t.CorrectionProposal) -> t.CorrectionProposal:
    """Take a proposed correction back, before the last has certified it. Raises RuleBroken."""
    require_open(session, proposal)
    proposal.withdrawn_at = act.at
    record(session, act, "withdrawn", proposal)
    return proposal
