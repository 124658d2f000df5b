"""The edition of a meeting's protocol that the register holds now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlmodel import Session, col, select

from minutes.actions.enclosures import path_of
from minutes.documents.protocol import Edition, protocol_sheet
from minutes.documents.render import BadDocument
from minutes.documents.shelf import shelved
from minutes.domain.persons import Person
from minutes.domain.record import Protocol
from minutes.domain.texts import PICTURE_IN_TEXT
from minutes.store.records import is_adjusted, notice_of, protocol_of
from minutes.store.tables import Adjustment, Body, Meeting, Signature


def _signed(session: Session, meeting: Meeting) -> tuple[tuple[Person, date | None], ...]:
    query = (
        select(Signature)
        .join(Adjustment, col(Adjustment.id) == Signature.adjustment_id)
        .where(Adjustment.meeting_id == meeting.id)
        .order_by(col(Signature.position))
    )
    return tuple((Person(s.name, s.party), s.signed_on) for s in session.exec(query))


def _pictures(protocol: Protocol, exports: Path) -> dict[str, bytes]:
    """The pictures that the text shows, by checksum. Raises BadDocument where one is lost."""
    text = "\n".join(s.text for item in protocol.items for s in item.sections)
    shown = sorted(set(PICTURE_IN_TEXT.findall(text)))
    try:
        return {sha256: path_of(exports, sha256).read_bytes() for sha256 in shown}
    except FileNotFoundError as lost:
        raise BadDocument(
            f"en bild som texten visar saknas bland filerna: {lost.filename}"
        ) from lost


def edition_of(session: Session, meeting: Meeting, protocol: Protocol, exports: Path) -> Edition:
    """What the record does not say of a meeting's protocol, as the register has it."""
    body = session.get_one(Body, meeting.body_id)
    return Edition(
        document_id=meeting.document_id or f"{body.slug}-{meeting.held_on}".upper(),
        version=f"version {meeting.version}",
        is_draft=not is_adjusted(session, meeting),
        notice=notice_of(session, meeting),
        signed=_signed(session, meeting),
        pictures=_pictures(protocol, exports),
    )


def protocol_file(session: Session, meeting: Meeting, exports: Path, variant: str) -> Path:
    """The meeting's protocol as PDF, from the register alone. Raises BadDocument."""
    protocol = protocol_of(session, meeting)
    edition = edition_of(session, meeting, protocol, exports)
    return shelved(protocol_sheet(protocol, edition, variant), exports)
