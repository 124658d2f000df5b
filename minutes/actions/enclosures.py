"""Annexes, papers and recipients are entered with a §; files are kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session, col, select

from minutes.actions.columns import taken
from minutes.actions.history import Act, record
from minutes.store.tables import (
    Annex,
    AnnexKind,
    Document,
    DocumentKind,
    Item,
    Meeting,
    Recipient,
)


def attach(
    session: Session,
    act: Act,
    item: Item,
    title: str,
    *,
    kind: AnnexKind,
    position: int,
    document: Document | None = None,
) -> Annex:
    """Enter an annex, paper or reference of a §."""
    annex = Annex(
        item_id=item.id,
        document_id=document.id if document else None,
        kind=kind,
        position=position,
        title=title,
    )
    record(session, act, "attached", annex)
    return annex


def address(session: Session, act: Act, item: Item, name: str, *, position: int) -> Recipient:
    """Enter to whom the extract is sent."""
    recipient = Recipient(item_id=item.id, position=position, name=name)
    record(session, act, "addressed", recipient)
    return recipient


def path_of(exports: Path, sha256: str) -> Path:
    """Where a file of that checksum lies."""
    return exports / sha256[:2] / sha256


def store_file(exports: Path, content: bytes) -> str:
    """Lay a file under its SHA-256; one that lies there already is not written again."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = path_of(exports, sha256)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        unfinished.write_bytes(content)
        unfinished.replace(path)
    return sha256


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes, with its kind, name and media type."""

    content: bytes
    kind: DocumentKind
    name: str
    media_type: str


def _kept(session: Session, file: File, meeting: Meeting | None) -> Document | None:
    sha256 = hashlib.sha256(file.content).hexdigest()
    alike = select(Document).where(Document.sha256 == sha256, Document.kind == file.kind)
    of_meeting = (
        Document.meeting_id == meeting.id if meeting else col(Document.meeting_id).is_(None)
    )
    return session.exec(alike.where(of_meeting)).first()


def keep_document(
    session: Session, act: Act, file: File, *, exports: Path, meeting: Meeting | None = None
) -> Document:
    """Keep a file under its checksum; the same file of the same meeting is kept once."""
    found = _kept(session, file, meeting)
    if found is not None:
        return found
    document = Document(
        meeting_id=meeting.id if meeting else None,
        sha256=store_file(exports, file.content),
        size=len(file.content),
        kept_at=act.at,
        **taken(file, "kind name media_type"),
    )
    record(session, act, "kept", document, {"sha256": document.sha256})
    return document
