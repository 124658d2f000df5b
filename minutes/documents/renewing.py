"""Signed files that can soon not be checked get a timestamp, each as a file beside the old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, select

from minutes.actions.enclosures import File, keep_document, path_of
from minutes.actions.history import Act
from minutes.actions.renewing import renew_edition
from minutes.documents.signing.means import Means
from minutes.documents.signing.renewal import ends_at, renewed
from minutes.domain.errors import RuleBroken
from minutes.store.tables import DocumentKind, Edition, Meeting, Renewal
from minutes.store.tallies import file_of, signed_files


@dataclass(frozen=True, slots=True)
class Ageing:
    """An edition whose file is to be renewed before a moment."""

    edition_id: int
    name: str
    ends_at: datetime


def ageing(session: Session, exports: Path, before: datetime) -> Iterator[Ageing]:
    """The editions that can be checked until before a moment; a file that is lost has no end."""
    standing = select(Edition).where(col(Edition.withdrawn_at).is_(None)).order_by(col(Edition.id))
    for edition in session.exec(standing).all():
        if not signed_files(session, edition):
            continue
        latest = file_of(session, edition)
        path = path_of(exports, latest.sha256)
        ends = ends_at(path.read_bytes()) if path.is_file() else None
        if ends is not None and ends < before:
            yield Ageing(edition.id, latest.name, ends)


def renew(session: Session, act: Act, edition: Edition, means: Means, exports: Path) -> Renewal:
    """Keep its latest file with a new timestamp at the end. Raises RuleBroken."""
    server = means.clock.server
    if server is None:
        raise RuleBroken("Registret har ingen tidsstämpelserver.")
    session.refresh(edition, with_for_update=True)
    latest = file_of(session, edition)
    before = path_of(exports, latest.sha256).read_bytes()
    content = renewed(before, means.trust, server)
    file = File(content, DocumentKind.SIGNED, latest.name, latest.media_type)
    meeting = session.get_one(Meeting, edition.meeting_id)
    document = keep_document(session, act, file, exports=exports, meeting=meeting)
    return renew_edition(session, act, edition, document)
