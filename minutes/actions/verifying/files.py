"""Kept files: each lies under its checksum, and each has its row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session, col, func, select

from minutes.store.files import path_of
from minutes.store.tables import Document

_AT_ONCE = 1 << 20


def count(session: Session) -> int:
    """How many files the register names."""
    return session.exec(select(func.count()).select_from(Document)).one()


def _sum_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_AT_ONCE):
            digest.update(part)
    return digest.hexdigest()


def fault_of(document: Document, path: Path) -> str | None:
    """What is wrong with a kept file."""
    which = f"Filen ”{document.name}” ({document.sha256})"
    if not path.is_file():
        return f"{which} saknas i {path.parent}."
    size = path.stat().st_size
    if size != document.size:
        return f"{which} är {size} byte, men var {document.size}."
    if _sum_of(path) != document.sha256:
        return f"{which} är ändrad: den har inte längre sin checksumma."
    return None


def walk(session: Session, exports: Path) -> Iterator[str | None]:
    """Every file that a row names, then what lies there without a row."""
    named = set()
    for document in session.exec(select(Document).order_by(col(Document.id))):
        if document.sha256 not in named:
            named.add(document.sha256)
            yield fault_of(document, path_of(exports, document.sha256))
    for path in sorted(exports.glob("??/*")):
        if path.name not in named or path.parent.name != path.name[:2]:
            yield f"Filen {path} finns inte i registret."
