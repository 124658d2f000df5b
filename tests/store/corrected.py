"""A correction that is proposed, and what its signers have said of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlmodel import Session, select

from minutes.actions.certifying import Certified, say
from minutes.actions.correcting import Wanted, propose_vote
from minutes.actions.history import Act
from minutes.domain.correcting import CertificationKind
from minutes.domain.voting import Vote as VoteRecord
from minutes.store.item_records import items_of
from minutes.store.tables import CorrectionProposal, Item, Meeting, Vote
from tests.domain.people import BO

ACT = Act("Sekreteraren", datetime(2026, 3, 2, 9, 0, tzinfo=UTC))


def propose_correction(session: Session, meeting: Meeting) -> CorrectionProposal:
    """The figures of a closed vote are proposed to be others; an adjuster declines."""
    item = session.exec(select(Item).where(Item.meeting_id == meeting.id)).first()
    assert item is not None
    (_, closed) = session.exec(select(Vote).where(Vote.item_id == item.id).order_by("position"))
    (told,) = items_of(session, [item])
    before: VoteRecord = told.votes[1]
    after = VoteRecord(3, 3, lot=True, closed=True, preliminary=True, carried=before.carried)
    wanted = Wanted("Felräknat.", is_slip=True)
    proposal = propose_vote(session, ACT, item, closed, after, wanted)
    said = Certified(BO, CertificationKind.REFUSED, date(2026, 3, 2), reason="Jag minns inte.")
    say(session, ACT, proposal, said)
    return proposal
