"""A notice comes down when its time is over, and its proof is kept."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import Session, col

from minutes.actions.enclosures import File, keep_document
from minutes.actions.history import Act
from minutes.actions.notices import take_down
from minutes.documents.proof import Removal, proof_file
from minutes.store.queries.board import notices_where
from minutes.store.tables import DocumentKind, Meeting, Notice


def proof_of(session: Session, row: Notice, by: str, exports: Path) -> Path:
    """The proof that a notice stood until the first day on which it may come down.

    Raises BadDocument.
    """
    day = row.taken_down_on
    same = (
        Notice.meeting_id == row.meeting_id,
        Notice.edition_id == row.edition_id,
        Notice.delegated_decision_id == row.delegated_decision_id,
    )
    (one,) = notices_where(session, day, Notice.id == row.id)
    earlier = notices_where(session, day, *same, col(Notice.interrupted_on).is_not(None))
    return proof_file(one, Removal(day, by), exports, earlier=earlier)


def take_down_when_due(session: Session, act: Act, row: Notice, by: str, exports: Path) -> Notice:
    """Enter that a notice came down, by itself, when it was due; keep the proof.

    Raises BadDocument and RuleBroken.
    """
    content = proof_of(session, row, by, exports).read_bytes()
    name = f"bevis-om-anslag-{row.id}.pdf"
    file = File(content, DocumentKind.PROOF, name, "application/pdf")
    meeting = session.get(Meeting, row.meeting_id) if row.meeting_id else None
    kept = keep_document(session, act, file, exports=exports, meeting=meeting)
    return take_down(session, act, row, row.taken_down_on, proof=kept)
