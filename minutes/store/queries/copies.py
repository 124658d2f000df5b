"""Public copies: the one that stands, and its file."""

from __future__ import annotations

from sqlmodel import Session, col, select

from minutes.store import tables as t
from minutes.store.adjusted import adjusted_of
from minutes.store.correction_records import made_in


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


def signed_as(session: Session, meeting: t.Meeting, version: int) -> t.Document | None:
    """The file of adjusted minutes that is that version, with the signatures where it has any.

    None where none is kept: the minutes were adjusted elsewhere, or corrected into that version.
    """
    adjusted = adjusted_of(session, meeting) if version == meeting.version else None
    return adjusted.signed or adjusted.base if adjusted else None


def copied_as(session: Session, meeting: t.Meeting, version: int) -> t.Document | None:
    """The file of the copy that is on the web, where it is of that version."""
    standing = select(t.PublicCopy).where(
        t.PublicCopy.meeting_id == meeting.id, col(t.PublicCopy.withdrawn_at).is_(None)
    )
    copy = session.exec(standing).first()
    if copy is None or copy.document_id is None:
        return None
    held = [one for one in made_in(session, meeting.id) if one.id <= copy.corrections_to]
    is_of = meeting.version + len(held) == version
    return session.get_one(t.Document, copy.document_id) if is_of else None
