"""The protocol of a meeting as the register holds it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlmodel import Session

from minutes.actions.enclosures import path_of
from minutes.documents.draft import draft_file
from minutes.documents.preview import Place, Preview, item_preview
from minutes.documents.protocol import protocol_sheet
from minutes.documents.render import BadDocument
from minutes.documents.shelf import shelved
from minutes.domain.correcting import as_of
from minutes.domain.pictures import shown_in
from minutes.domain.record import Item, Protocol, published, with_withheld
from minutes.store.agendas import items_on, numbers_of
from minutes.store.editions import edition_of
from minutes.store.item_records import items_of
from minutes.store.records import protocol_of
from minutes.store.tables import Body, Meeting
from minutes.store.tables import Item as ItemRow
from minutes.store.withheld import withheld_in


def pictures_of(items: Sequence[Item], exports: Path) -> dict[str, bytes]:
    """The pictures that the text shows, by checksum. Raises BadDocument where one is lost."""
    shown = shown_in(s.text for item in items for s in item.sections)
    try:
        return {sha256: path_of(exports, sha256).read_bytes() for sha256 in shown}
    except FileNotFoundError as lost:
        raise BadDocument(
            f"en bild som texten visar saknas bland filerna: {lost.filename}"
        ) from lost


def preview_of(session: Session, meeting: Meeting, row: ItemRow, exports: Path) -> Preview:
    """The § alone as the register holds it now. Raises Superseded and BadDocument."""
    if row.withdrawn_at is not None:
        raise BadDocument("ärendet är utlyft ur föredragningslistan och har inget nummer")
    numbers = numbers_of(session, meeting, items_on(session, meeting))
    (item,) = items_of(session, [row], numbers)
    body, edition = session.get_one(Body, meeting.body_id), edition_of(session, meeting)
    place = Place(body.name, meeting.held_on, edition, is_preliminary=row.number is None)
    return item_preview(item, place, pictures_of([item], exports), exports, f"item {row.id}")


def open_protocol_of(session: Session, meeting: Meeting) -> Protocol:
    """The open protocol: every § in its place, the secret ones by number and ground only."""
    told = published(protocol_of(session, meeting))
    return with_withheld(told, withheld_in(session, meeting))


def protocol_file(
    session: Session, meeting: Meeting, exports: Path, variant: str, version: int | None = None
) -> Path:
    """The meeting's protocol as PDF, from the register alone. Raises BadDocument.

    A draft is changed often and is joined from its §§; what is adjusted is laid out as a whole.
    `version` is an earlier one, before what was corrected since.
    """
    protocol, edition = open_protocol_of(session, meeting), edition_of(session, meeting)
    if version is not None:
        protocol, edition = as_of(protocol, version), replace(edition, version=version)
    pictures = pictures_of(protocol.items, exports)
    if edition.is_draft:
        return draft_file(protocol, edition, variant, pictures, exports)
    return shelved(protocol_sheet(protocol, edition, variant, pictures), exports)


def secret_file(session: Session, meeting: Meeting, exports: Path, variant: str) -> Path:
    """The secret protocol of a meeting as PDF, for those whose session sees it.

    Raises BadDocument, also where no § is secret.
    """
    protocol, edition = protocol_of(session, meeting), edition_of(session, meeting)
    secret = [item for item in protocol.items if item.secrecy is not None]
    if not secret:
        raise BadDocument("sammanträdet har ingen paragraf med sekretess")
    sheet = protocol_sheet(protocol, edition, variant, pictures_of(secret, exports), secret=True)
    return shelved(sheet, exports)
