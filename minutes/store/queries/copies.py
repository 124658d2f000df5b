"""Public copies: the one that stands, and its file."""

from __future__ import annotations

from sqlmodel import Session, col, select

from minutes.store import tables as t


def copies_of(session: Session, meeting: t.Meeting) -> list[t.PublicCopy]:
    """The copies of a meeting that were approved, the latest first."""
    of_meeting = select(t.PublicCopy).where(t.PublicCopy.meeting_id == meeting.id)
    return list(session.exec(of_meeting.order_by(col(t.PublicCopy.number).desc())))


def copy_of(session: Session, meeting: t.Meeting) -> t.Document | None:
    """The file of the copy that is on the web, None where it is printed when it is asked for."""
    of_meeting = select(t.Document).join(
        t.PublicCopy, col(t.PublicCopy.document_id) == t.Document.id
    )
    standing = of_meeting.where(
        t.PublicCopy.meeting_id == meeting.id, col(t.PublicCopy.withdrawn_at).is_(None)
    )
    return session.exec(standing).first()
