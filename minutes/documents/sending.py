"""The minutes are printed and sent to be adjusted, and what is signed is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlmodel import Session

from minutes.actions.enclosures import File, keep_document, path_of
from minutes.actions.history import Act
from minutes.actions.sendable import require_sendable, require_sendable_at_once
from minutes.actions.submitting import send_at_once, submit_minutes, submit_secret
from minutes.actions.verdicts import conclude, hold_edition, sign_edition
from minutes.documents.edition import open_protocol_of, pictures_of
from minutes.documents.protocol import protocol_sheet
from minutes.documents.shelf import shelved
from minutes.domain.editions import EditionScope
from minutes.domain.findings import Finding
from minutes.domain.verdicts import SigningMethod, may_sign
from minutes.store.editions import edition_of
from minutes.store.records import protocol_of
from minutes.store.tables import (
    Body,
    Document,
    DocumentKind,
    Edition,
    EditionSigner,
    Item,
    Meeting,
    Verdict,
)
from minutes.store.tallies import file_of, items_in, next_edition, standing_edition

_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Signing:
    """How somebody signs: the method, and what makes the signed file of the one before.

    `make` raises RuleBroken where it cannot be made.
    """

    method: SigningMethod
    make: Callable[[bytes], File]


def _printed(
    session: Session, act: Act, meeting: Meeting, scope: EditionScope, exports: Path,
    items: Sequence[Item] = (),
) -> Document:  # fmt: skip
    """The text as it stands, printed to be signed, and kept. Raises BadDocument."""
    number = next_edition(session, meeting, scope)
    edition = replace(edition_of(session, meeting), version=number, is_sent=True, scope=scope)
    secret = scope is EditionScope.SECRET
    protocol = protocol_of(session, meeting) if secret else open_protocol_of(session, meeting)
    if scope is EditionScope.IMMEDIATE:
        chosen = {item.number for item in items}
        kept = tuple(one for one in protocol.items if one.number in chosen)
        protocol = replace(protocol, items=kept)
    pictures = pictures_of(protocol.items, exports)
    sheet = protocol_sheet(protocol, edition, pictures=pictures, secret=secret)
    body = session.get_one(Body, meeting.body_id)
    name = f"protokoll-{body.slug}-{meeting.held_on}-{scope}-{number}.pdf"
    file = File(shelved(sheet, exports).read_bytes(), DocumentKind.PROTOCOL, name, _PDF)
    return keep_document(session, act, file, exports=exports, meeting=meeting)


def send_minutes(
    session: Session, act: Act, meeting: Meeting, *, found: Iterable[Finding], exports: Path
) -> Edition:
    """Print the minutes and send them to adjustment, secret §§ as a protocol of their own.

    Raises RuleBroken and BadDocument.
    """
    told = tuple(found)
    require_sendable(session, meeting, told)
    document = _printed(session, act, meeting, EditionScope.WHOLE, exports)
    edition = submit_minutes(session, act, meeting, found=told, document=document)
    if any(item.secrecy is not None for item in items_in(session, edition)):
        document = _printed(session, act, meeting, EditionScope.SECRET, exports)
        submit_secret(session, act, meeting, document=document)
    return edition


def send_items_at_once(
    session: Session,
    act: Act,
    meeting: Meeting,
    items: Sequence[Item],
    *,
    found: Iterable[Finding],
    exports: Path,
) -> Edition:
    """Print chosen §§ as a document of their own and send them to immediate adjustment.

    Raises RuleBroken and BadDocument.
    """
    told = tuple(found)
    require_sendable_at_once(session, meeting, items, told)
    document = _printed(session, act, meeting, EditionScope.IMMEDIATE, exports, items)
    return send_at_once(session, act, meeting, items, found=told, document=document)


def sign(
    session: Session,
    act: Act,
    signer: EditionSigner,
    signing: Signing,
    *,
    on: date,
    exports: Path,
    item: Item | None = None,
) -> Verdict | None:
    """Somebody signs the file as it is after the last signature; the last one adjusts it.

    None where they had signed. Raises RuleBroken.
    """
    edition = session.get_one(Edition, signer.edition_id)
    tally = hold_edition(session, edition)
    if not may_sign(tally, signer.id, item.number if item else None):
        return None
    latest = path_of(exports, file_of(session, edition).sha256).read_bytes()
    meeting = session.get_one(Meeting, edition.meeting_id)
    document = keep_document(session, act, signing.make(latest), exports=exports, meeting=meeting)
    said = sign_edition(
        session, act, signer, on=on, method=signing.method, document=document, item=item
    )
    conclude_signed(session, act, edition)
    return said


def conclude_signed(session: Session, act: Act, edition: Edition) -> None:
    """Adjust what was signed if the last signature stands, and the whole that waited for it."""
    conclude(session, act, edition)
    meeting = session.get_one(Meeting, edition.meeting_id)
    whole = standing_edition(session, meeting)
    if edition.scope is EditionScope.SECRET and whole is not None:
        conclude(session, act, whole)
