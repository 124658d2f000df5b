"""A signed file gets a new timestamp before its last one ends."""

from __future__ import annotations

from sqlmodel import Session

from minutes.actions.history import Act, record
from minutes.store.tables import Document, Edition, Renewal


def renew_edition(session: Session, act: Act, edition: Edition, document: Document) -> Renewal:
    """Enter the file with the new timestamp; the one before stays as it was."""
    renewal = Renewal(edition_id=edition.id, document_id=document.id)
    record(session, act, "renewed", renewal, {"sha256": document.sha256})
    return renewal
