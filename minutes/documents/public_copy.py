"""The public copy: the open protocol without the masked words, printed anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlmodel import Session

from minutes.documents.edition import open_protocol_of, pictures_of
from minutes.documents.protocol import protocol_sheet
from minutes.documents.shelf import shelved
from minutes.domain.masking import Mask, masked
from minutes.domain.record import Protocol
from minutes.store.editions import edition_of
from minutes.store.masks import elected_of
from minutes.store.tables import Meeting


def masked_protocol(session: Session, meeting: Meeting, masks: Sequence[Mask]) -> Protocol:
    """The open protocol of a meeting without the masked words."""
    protocol = open_protocol_of(session, meeting)
    return masked(protocol, masks, elected_of(session, meeting))


def copy_file(
    session: Session, meeting: Meeting, masks: Sequence[Mask], exports: Path, variant: str
) -> Path:
    """The copy as PDF: text, tags, bookmarks, facts and record are of the masked protocol.

    Raises BadDocument.
    """
    protocol = masked_protocol(session, meeting, masks)
    pictures = pictures_of(protocol.items, exports)
    sheet = protocol_sheet(protocol, edition_of(session, meeting), variant, pictures)
    return shelved(sheet, exports)
