"""Annexes, papers and recipients are entered with a §; files are kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session, col, select

from minutes.actions.columns import taken
from minutes.actions.history import Act, hold_chain, record
from minutes.store.files import path_of, store_file
from minutes.store.tables import (
    Annex,
    AnnexKind,
    Document,
    DocumentKind,
    Item,
    Meeting,
    Recipient,
)
from minutes.store.trays import abandoned

__all__ = ["File", "address", "attach", "keep_document", "path_of", "sweep"]


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
        sha256=store_file(session, exports, file.content),
        size=len(file.content),
        kept_at=act.at,
        **taken(file, "kind name media_type"),
    )
    record(session, act, "kept", document, {"sha256": document.sha256})
    return document


def sweep(writer: Callable[[], Session], exports: Path) -> None:
    """Keep the files that a process left waiting with their row committed, discard the others.

    `writer` begins a writer's transaction; it is asked only where something was left.
    """
    with abandoned(exports) as trays:
        if not trays:
            return
        session = writer()
        hold_chain(session)  # from here on no row of theirs is on its way
        names = {name for tray in trays for name in tray.files}
        known = session.exec(select(Document.sha256).where(col(Document.sha256).in_(names))).all()
        for tray in trays:
            tray.settle(set(tray.files) & set(known))
            for name in list(tray.files):
                tray.discard(name)
