"""The packages that were made here, and kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from minutes.domain.archiving import Packed, packed_in
from minutes.store import tables as t

ENDING = ".zip"


@dataclass(frozen=True, slots=True)
class KeptPackage:
    """A package that was made here: its file's key, when, and by whose account."""

    key: int
    name: str
    holds: Packed
    size: int
    kept_at: datetime
    kept_by: str


def _columns(of: Any) -> Any:
    return of.__table__.c


def kept_packages(session: Session) -> tuple[KeptPackage, ...]:
    """Every package, the last first."""
    document, entry = _columns(t.Document), _columns(t.History)
    kept = entry.subject == "document", entry.subject_id == document.id, entry.verb == "kept"
    query = select(document, entry.actor).where(
        document.kind == t.DocumentKind.PACKAGE, document.meeting_id.is_(None), *kept
    )
    rows = session.connection().execute(query.order_by(document.id.desc())).all()
    named = ((row, row.name.removesuffix(ENDING)) for row in rows)
    return tuple(
        KeptPackage(row.id, name, holds, row.size, row.kept_at, row.actor)
        for row, name in named
        if (holds := packed_in(name)) is not None
    )
