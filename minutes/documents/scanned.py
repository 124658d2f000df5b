"""The printed original that was signed on paper: its scan is kept, and who signed is entered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sqlmodel import Session

from minutes.actions.enclosures import File, keep_document, path_of
from minutes.actions.history import Act
from minutes.actions.verdicts import hold_edition, sign_edition
from minutes.clock import swedish_day
from minutes.documents.enclosing import Enclosed, page_count
from minutes.documents.sending import conclude_signed
from minutes.domain.adjustment import require_signed_when
from minutes.domain.errors import RuleBroken
from minutes.domain.verdicts import SigningMethod
from minutes.store.tables import Document, DocumentKind, Edition, EditionSigner, Meeting


def _require_original(sent: bytes, scan: bytes, pages: int) -> None:
    """Raise RuleBroken for what is no picture of the whole original."""
    if scan.startswith(sent):
        raise RuleBroken("Filen är den som sändes, inte en skanning. Skanna det som undertecknats.")
    whole = page_count(Enclosed("", sent))
    if pages < whole:
        raise RuleBroken(
            "Skanningen har {pages} sidor men protokollet {whole}. Skanna hela originalet.",
            pages=pages,
            whole=whole,
        )


def _kept(
    session: Session, act: Act, edition: Edition, scan: bytes, pages: int, exports: Path
) -> Document:
    sent = session.get_one(Document, edition.document_id)
    _require_original(path_of(exports, sent.sha256).read_bytes(), scan, pages)
    name = f"{sent.name.removesuffix('.pdf')}-skannat.pdf"
    file = File(scan, DocumentKind.SCAN, name, "application/pdf")
    meeting = session.get_one(Meeting, edition.meeting_id)
    return keep_document(session, act, file, exports=exports, meeting=meeting)


def _require_days(edition: Edition, days: Mapping[int, date], today: date) -> None:
    if not days:
        raise RuleBroken("Ange dagen för var och en som har undertecknat originalet.")
    for day in days.values():
        require_signed_when(day, sent_on=swedish_day(edition.sent_at), today=today)


def sign_on_paper(
    session: Session,
    act: Act,
    edition: Edition,
    days: Mapping[int, date],
    scan: bytes,
    *,
    pages: int,
    today: date,
    exports: Path,
) -> Document:
    """Keep the scan, of so many pages, and enter who signed by key, each with the day.

    The last signature adjusts the minutes. Raises RuleBroken.
    """
    hold_edition(session, edition)
    _require_days(edition, days, today)
    document = _kept(session, act, edition, scan, pages, exports)
    for key, day in days.items():
        signer = session.get_one(EditionSigner, key)
        if not sign_edition(
            session, act, signer, on=day, method=SigningMethod.PAPER, document=document
        ):
            raise RuleBroken("{name} har redan undertecknat.", name=signer.name)
    conclude_signed(session, act, edition)
    return document
