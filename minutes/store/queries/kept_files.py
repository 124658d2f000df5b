"""Which file of the register another one is, or begins with: by checksum, byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.access import Grant, bodies_with_drafts
from minutes.domain.editions import EditionScope
from minutes.store.tables import (
    Body,
    Document,
    DocumentKind,
    Edition,
    Extract,
    Meeting,
)
from minutes.store.tallies import file_of, scans_of, signed_files
from minutes.store.withheld import ITEM

_ISSUED = (
    DocumentKind.PROTOCOL,
    DocumentKind.SIGNED,
    DocumentKind.SCAN,
    DocumentKind.EXTRACT,
    DocumentKind.PROOF,
    DocumentKind.PUBLIC_COPY,
)
"""What leaves the register, and may be handed in again."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a meeting's minutes that the register keeps.

    `number` and `scope` are those of the edition, where the file is of one; `is_newest` tells that
    nothing was signed after it and that no later edition was sent.
    """

    document: Document
    meeting: Meeting
    body: Body
    scope: EditionScope | None
    number: int
    is_newest: bool


def _beginnings(content: bytes, sizes: Iterable[int]) -> dict[str, int]:
    """The checksum (SHA-256, hex) of each beginning of those sizes, in one passage."""
    found, read = {}, 0
    passed = hashlib.sha256()
    for size in sorted(sizes):
        passed.update(memoryview(content)[read:size])
        read = size
        found[passed.hexdigest()] = size
    return found


def _editions(session: Session, meeting: Meeting) -> list[Edition]:
    told = select(Edition).where(Edition.meeting_id == meeting.id)
    return list(session.exec(told.order_by(col(Edition.sent_at), col(Edition.id))))


def _is_of(session: Session, document: Document, edition: Edition) -> bool:
    """Whether it is the edition as it was sent, after a signature, or scanned."""
    files = (*signed_files(session, edition), *scans_of(session, edition))
    return document.id in {edition.document_id, *(one.id for one in files)}


def _is_newest(session: Session, document: Document, edition: Edition) -> bool:
    """Whether nothing was signed after it: each scan is of the one original."""
    newest = (file_of(session, edition), *scans_of(session, edition))
    return edition.withdrawn_at is None and document.id in {one.id for one in newest}


def _scope_of(session: Session, document: Document) -> EditionScope | None:
    """The scope of what is of no edition: an extract of a secret § is secret."""
    extract: Any = Extract.__table__.c  # type: ignore[attr-defined]  # every table class has its table
    told = select(ITEM.secrecy).where(ITEM.id == extract.item_id)
    grounds = session.exec(told.where(extract.document_id == document.id)).all()
    return EditionScope.SECRET if any(grounds) else None


def _told(session: Session, document: Document) -> KeptFile:
    meeting = session.get_one(Meeting, document.meeting_id)
    body = session.get_one(Body, meeting.body_id)
    editions = _editions(session, meeting)
    for edition in editions:
        if _is_of(session, document, edition):
            later = [e for e in editions if e.scope is edition.scope and e.number > edition.number]
            newest = not later and _is_newest(session, document, edition)
            return KeptFile(document, meeting, body, edition.scope, edition.number, newest)
    scope = _scope_of(session, document)
    return KeptFile(document, meeting, body, scope, 0, is_newest=True)


def _may_know(one: KeptFile, grants: tuple[Grant, ...]) -> bool:
    """What is secret is told to those who may read it anyway."""
    bodies = bodies_with_drafts(grants)
    return one.scope is not EditionScope.SECRET or bodies is None or one.body.id in bodies


def kept_file(session: Session, content: bytes, grants: tuple[Grant, ...] = ()) -> KeptFile | None:
    """The largest file of the register that `content` is or begins with, as far as one may know.

    The session's sight hides those of drafts.
    """
    issued = select(Document).where(
        col(Document.kind).in_(_ISSUED),
        Document.size <= len(content),
        col(Document.meeting_id).is_not(None),
    )
    rows = list(session.exec(issued))
    beginnings = _beginnings(content, {row.size for row in rows})
    alike = [row for row in rows if beginnings.get(row.sha256) == row.size]
    found = (_told(session, row) for row in sorted(alike, key=lambda r: -r.size))
    return next((one for one in found if _may_know(one, grants)), None)
