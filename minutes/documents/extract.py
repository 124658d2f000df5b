"""The extract: one § with the front page's facts, certified, as PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session

from minutes.actions.enclosures import File, keep_document
from minutes.actions.extracts import certify
from minutes.actions.history import Act
from minutes.documents.edition import pictures_of
from minutes.documents.finalize import Attachment, Facts
from minutes.documents.letterhead import SAMPLE, Running
from minutes.documents.press import Sheet
from minutes.documents.shelf import shelved
from minutes.documents.signers import adjusted
from minutes.documents.templates import written
from minutes.domain.editions import Edition
from minutes.domain.extracts import Certification, deciding, require_certifiable
from minutes.domain.record import Item, Protocol, published, secret_part
from minutes.domain.record_json import RECORD_NAME, dumps
from minutes.domain.wording.attendance import attendance_line
from minutes.domain.wording.days import day
from minutes.store.editions import edition_of
from minutes.store.extracts import adjusted_items
from minutes.store.records import protocol_of
from minutes.store.tables import Body, DocumentKind, Extract, Meeting
from minutes.store.tables import Item as ItemRow


@dataclass(frozen=True, slots=True)
class Origin:
    """What an extract tells of the minutes that it is taken from."""

    title: str
    organisation: str
    body: str
    held_on: str
    place: str
    deciding: Sequence[str]
    adjusted: str
    id_and_version: str


def _origin(protocol: Protocol, edition: Edition, item: Item) -> Origin:
    there = [replace(one, intervals=()) for one in deciding(protocol.attendance, item.number)]
    held = day(protocol.date) if protocol.date else ""
    return Origin(
        title=f"Protokollsutdrag {protocol.body} {held} § {item.number}",
        organisation=protocol.organisation or "",
        body=protocol.body or "",
        held_on=held,
        place=protocol.place or "",
        deciding=[attendance_line(one) for one in there],
        adjusted=adjusted(protocol, edition),
        id_and_version=edition.id_and_version,
    )


def _facts(protocol: Protocol, item: Item, origin: Origin, certification: Certification) -> Facts:
    """What the file says of itself; it carries the record of the § alone."""
    alone = replace(protocol, items=(item,), attendance=(), unread=())
    told = secret_part(alone) if item.secrecy else published(alone)
    return Facts(
        title=origin.title,
        author=origin.organisation,
        subject=item.title,
        created=f"{certification.certified_on}T00:00:00Z",
        variant="pdf/a-3a",
        attachments=(Attachment(RECORD_NAME, dumps(told).encode(), "application/json"),),
    )


def extract_sheet(
    protocol: Protocol,
    edition: Edition,
    item: Item,
    certification: Certification,
    pictures: Mapping[str, bytes] | None = None,
) -> Sheet:
    """The extract of a § ready for the press; it carries the record of that § alone."""
    origin = _origin(protocol, edition, item)
    running = Running(origin.title, f"{origin.body} {origin.held_on}", "", is_draft=False)
    facts = _facts(protocol, item, origin, certification)
    known = {"item": item, "origin": origin, "certification": certification, "facts": facts}
    return Sheet(
        html=written("extract", styles="protocol", **known),
        letterhead=written("letterhead", document=running, sample=SAMPLE, kind="PROTOKOLLSUTDRAG"),
        facts=facts,
        pictures=pictures or {},
    )


def extract_file(
    session: Session, row: ItemRow, certification: Certification, exports: Path
) -> Path:
    """The extract of a § as the register holds it. Raises BadDocument."""
    meeting = session.get_one(Meeting, row.meeting_id)
    protocol, edition = protocol_of(session, meeting), edition_of(session, meeting)
    item = next(one for one in protocol.items if one.number == row.number)
    sheet = extract_sheet(protocol, edition, item, certification, pictures_of([item], exports))
    return shelved(sheet, exports)


def certified_extract(
    session: Session, act: Act, row: ItemRow, certification: Certification, exports: Path
) -> Extract:
    """Print the extract of an adjusted § as it stands, keep it and certify it.

    Raises RuleBroken and BadDocument.
    """
    meeting = session.get_one(Meeting, row.meeting_id)
    body = session.get_one(Body, meeting.body_id)
    adjusted = row.id in adjusted_items(session, meeting)
    require_certifiable(row.number, is_adjusted=adjusted)
    content = extract_file(session, row, certification, exports).read_bytes()
    name = f"utdrag-{body.slug}-{meeting.held_on}-{row.number}.pdf"
    file = File(content, DocumentKind.EXTRACT, name, "application/pdf")
    kept = keep_document(session, act, file, exports=exports, meeting=meeting)
    return certify(session, act, row, kept, certification.name)
