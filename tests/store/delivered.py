"""Rows of what leaves the register: letters, extracts, and to whom they were sent."""

from __future__ import annotations

from sqlmodel import Session, select

from minutes.actions.history import Act, add_all
from minutes.actions.letters import write_letter
from minutes.domain.letters import Letter
from minutes.store.tables import (
    Addressee,
    Channel,
    Dispatch,
    Document,
    Extract,
    Item,
    Meeting,
)


def deliver(session: Session, act: Act, meeting: Meeting) -> None:
    """A letter waits, and an extract of the meeting's first § was sent by post."""
    if session.exec(select(Addressee)).first() is None:
        add_all(
            session, Addressee(body_id=meeting.body_id, name="Direktören", email="rd@exempel.se")
        )
    words = Letter("bo@exempel.se", "Bo Alm", "Att justera", "Logga in.")
    write_letter(session, act, words, about="justering 1")
    file = session.exec(select(Document).where(Document.meeting_id == meeting.id)).one()
    item = session.exec(select(Item).where(Item.meeting_id == meeting.id)).first()
    extract = Extract(
        item_id=item.id if item else 0,
        document_id=file.id,
        version=1,
        certified_by="Åsa Lind",
        certified_at=act.at,
    )
    add_all(session, extract)
    sent = {"recipient": "Ekonomichefen", "channel": Channel.POST}
    add_all(session, Dispatch(extract_id=extract.id, sent_at=act.at, sent_by=act.by, **sent))
