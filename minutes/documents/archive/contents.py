"""What lies in a package of each meeting, and what has happened to its minutes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, select

from minutes.documents.archive.erms import Described
from minutes.documents.archive.pieces import REPORT, Piece
from minutes.documents.archive.premis import Event
from minutes.documents.archive.report import report_of
from minutes.documents.archive.statement import statement_of, statement_sheet
from minutes.documents.archive.tables import ballots_of, reservations_of
from minutes.documents.edition import open_protocol_of, protocol_file, secret_file
from minutes.documents.shelf import shelved
from minutes.documents.signing.trust import Trust
from minutes.domain.record import Protocol
from minutes.domain.record_json import RECORD_NAME, dumps, to_data
from minutes.store.adjusted import Adjusted, adjusted_of
from minutes.store.correction_records import versions_of
from minutes.store.editions import edition_of
from minutes.store.files import path_of
from minutes.store.records import notice_of, protocol_of
from minutes.store.tables import History, Meeting

SOFTWARE = "Paragraf"
_TOLD = {"adjusted": "adjusted", "announced": "announced", "corrected": "corrected"}
_PDF, _JSON = "application/pdf", "application/json"


@dataclass(frozen=True, slots=True)
class Means:
    """With what a package is made: the kept files, the variant of PDF, whom one trusts, when."""

    exports: Path
    variant: str
    version: str
    at: datetime
    trust: Trust = field(default_factory=Trust)
    secret: bool = False


def record_of(session: Session, meeting: Meeting, *, secret: bool) -> Protocol:
    """The record as the package tells it: of secret §§ only where they are asked for."""
    read = protocol_of if secret else open_protocol_of
    return replace(read(session, meeting), edition=edition_of(session, meeting))


def _printed(
    session: Session, meeting: Meeting, means: Means, adjusted: Adjusted
) -> Iterator[Piece]:
    """The protocol without signatures, with them, as it was corrected, and the secret one."""
    if adjusted.base:
        plain = path_of(means.exports, adjusted.base.sha256)
    else:
        first = meeting.version
        plain = protocol_file(session, meeting, means.exports, means.variant, first)
    yield Piece("protokoll.pdf", plain, _PDF, "Protokoll, utan underskrifter")
    if adjusted.signed:
        signed = path_of(means.exports, adjusted.signed.sha256)
        yield Piece("protokoll-undertecknat.pdf", signed, _PDF, "Protokoll, undertecknat")
    for number, scan in enumerate(adjusted.scans, 1):
        file = path_of(means.exports, scan.sha256)
        yield Piece(f"protokoll-skannat-{number}.pdf", file, _PDF, "Protokoll, skannat original")
    for one in versions_of(session, meeting)[1:]:
        file = protocol_file(session, meeting, means.exports, means.variant, one.number)
        name, title = f"protokoll-rattat-{one.number}.pdf", f"Protokoll, rättat, {one.number}"
        yield Piece(name, file, _PDF, title)
    if means.secret and any(i.secrecy for i in protocol_of(session, meeting).items):
        secret = secret_file(session, meeting, means.exports, means.variant)
        yield Piece("protokoll-sekretess.pdf", secret, _PDF, "Sekretessbelagt protokoll")


def _beside(
    session: Session, meeting: Meeting, means: Means, adjusted: Adjusted, record: Protocol
) -> Iterator[Piece]:
    """The statement of signatures, the report of the validation, the notice."""
    notice, edition = notice_of(session, meeting), edition_of(session, meeting)
    where = record.organisation or "", record.body or "", edition.id_and_version
    statement = statement_of(adjusted, notice, where, meeting.held_on)
    page = shelved(statement_sheet(statement, means.variant), means.exports)
    yield Piece("underskrifter.pdf", page, _PDF, "Underskrifter och anslag, i ord")
    signed = adjusted.signed
    files = {"protokoll-undertecknat.pdf": path_of(means.exports, signed.sha256)} if signed else {}
    found = report_of({n: f.read_bytes() for n, f in files.items()}, means.trust, means.at)
    yield Piece(REPORT, found.encode(), _JSON, "Rapport från validering")
    if notice is not None:
        told = json.dumps(to_data(notice), ensure_ascii=False, indent=1) + "\n"
        yield Piece("anslag.json", told.encode(), _JSON, "Bevis om anslag")


def _data(record: Protocol) -> Iterator[Piece]:
    yield Piece(RECORD_NAME, dumps(record).encode(), _JSON, "Protokollet som data")
    if ballots := ballots_of(record):
        yield Piece("omrostningar.csv", ballots.encode(), "text/csv", "Omröstningar, röst för röst")
    if reservations := reservations_of(record):
        yield Piece(
            "reservationer.txt", reservations.encode(), "text/plain", "Skriftliga reservationer"
        )


def pieces_of(
    session: Session, meeting: Meeting, means: Means, folder: str
) -> tuple[list[Piece], Described]:
    """The files of an adjusted meeting for `folder`, and how the catalogue tells of it.

    Raises BadDocument.
    """
    adjusted = adjusted_of(session, meeting)
    if adjusted is None:
        raise ValueError("minutes that are not adjusted are not archived")
    record = record_of(session, meeting, secret=means.secret)
    found = [
        *_printed(session, meeting, means, adjusted),
        *_beside(session, meeting, means, adjusted, record),
        *_data(record),
    ]
    document_id = record.edition.id_and_version if record.edition else ""
    return [replace(p, path=f"{folder}/{p.path}") for p in found], Described(record, document_id)


def events_of(session: Session, rows: Mapping[str, set[int]]) -> Iterator[Event]:
    """What the history tells of the adjustment, the notice, and corrections of some rows."""
    for table in ("adjustment", "notice", "correction"):
        of_rows = col(History.subject) == table, col(History.subject_id).in_(rows.get(table, ()))
        told = select(History).where(*of_rows, col(History.verb).in_(_TOLD))
        for entry in session.exec(told.order_by(col(History.id))):
            detail = f"{entry.subject} {entry.subject_id}"
            yield Event(_TOLD[entry.verb], entry.at, detail, entry.actor)
