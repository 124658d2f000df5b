"""Files by their checksum: they wait until the row that names them is committed.

A process may die at any moment, and so may the power. A file is therefore on the disk before its
row is committed, and is laid among the kept files afterwards: what waits with its row committed is
found where it waits, and what waits without one is swept away.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.orm import SessionTransaction
from sqlmodel import Session

from minutes.store.trays import Tray, kept_path, new_tray, pending

_TRAYS, _COMMITTING = "trays", "commit is under way"


def path_of(exports: Path, sha256: str) -> Path:
    """Where a file of that checksum lies: kept, or waiting to be."""
    kept = kept_path(exports, sha256)
    if not kept.exists():
        waiting = [*pending(exports).glob(f"*/{sha256}")]
        if waiting and not kept.exists():  # it may have been laid there meanwhile
            return waiting[0]
    return kept


def store_file(session: Session, exports: Path, content: bytes) -> str:
    """Have a file wait under its SHA-256 for the transaction; one that is kept stays as it is."""
    sha256 = hashlib.sha256(content).hexdigest()
    if not kept_path(exports, sha256).exists():
        session.connection()  # the transaction that it waits for is begun
        trays = session.info.setdefault(_TRAYS, {})
        if exports not in trays:
            trays[exports] = new_tray(exports)
        if sha256 not in trays[exports].files:
            within = session.get_nested_transaction() or session.get_transaction()
            trays[exports].add(content, sha256, within)
    return sha256


def _trays(session: Session) -> list[Tray]:
    return list(session.info.get(_TRAYS, {}).values())


def _is_within(inner: SessionTransaction | None, outer: SessionTransaction) -> bool:
    while inner is not None and inner is not outer:
        inner = inner.parent
    return inner is outer


def _before_commit(session: Session) -> None:
    if not session.in_nested_transaction():
        session.flush()  # what is refused here is refused before the commit is under way
        session.info[_COMMITTING] = True


def _after_commit(session: Session) -> None:
    """Keep what waited. A disk that fails now leaves it waiting, where it is found too."""
    if session.in_nested_transaction():
        return
    for tray in _trays(session):
        with suppress(OSError):
            tray.settle(tray.files)


def _after_rollback(session: Session, closed: SessionTransaction) -> None:
    """Throw away what came with a savepoint or transaction that is undone.

    Where the commit was under way nobody knows what the database did: the sweep asks it.
    """
    if session.info.get(_COMMITTING):
        return
    for tray in _trays(session):
        for sha256 in [one for one, within in tray.files.items() if _is_within(within, closed)]:
            tray.discard(sha256)


def _after_end(session: Session, closed: SessionTransaction) -> None:
    if closed.parent is None:
        _after_rollback(session, closed)
        for tray in _trays(session):
            tray.close()
        session.info.pop(_TRAYS, None)
        session.info.pop(_COMMITTING, None)


event.listen(Session, "before_commit", _before_commit)
event.listen(Session, "after_commit", _after_commit)
event.listen(Session, "after_soft_rollback", _after_rollback)
event.listen(Session, "after_transaction_end", _after_end)
