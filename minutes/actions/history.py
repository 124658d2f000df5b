"""The entry that every action leaves, chained to the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, col, select

from minutes.store.tables import Base, History

FIRST = "0" * 64
"""What the first entry is chained to."""
_CHAIN_LOCK = 7_265_107
"""PostgreSQL's advisory lock that lets one transaction at a time extend the chain."""


@dataclass(frozen=True, slots=True)
class Act:
    """Who acts, and when (aware, UTC).

    `is_part` tells that it belongs to a greater act, whose entry tells it all: it leaves none.
    """

    by: str
    at: datetime
    is_part: bool = False


def digest_of(entry: History) -> str:
    """SHA-256 (hex) of an entry's words and of the digest before it."""
    moment = entry.at.astimezone(UTC).isoformat()
    parts = [entry.previous, moment, entry.actor, entry.verb, entry.subject]
    words = "\x1f".join([*parts, str(entry.subject_id), entry.details])
    return hashlib.sha256(words.encode()).hexdigest()


def hold_chain(session: Session) -> None:
    """Wait until no other transaction extends the chain; on SQLite a writer is alone as it is."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(text(f"SELECT pg_advisory_xact_lock({_CHAIN_LOCK})"))


def _last_digest(session: Session) -> str:
    hold_chain(session)
    last = session.exec(select(History.digest).order_by(col(History.id).desc()).limit(1))
    return last.first() or FIRST


def in_words(details: Mapping[str, Any]) -> str:
    """The details of an entry as they are kept."""
    return json.dumps(dict(details), ensure_ascii=False, sort_keys=True)


def record(
    session: Session, act: Act, verb: str, row: Base, details: Mapping[str, Any] | None = None
) -> History:
    """Write down that `verb` (a past participle) happened to a row; gives the row its key.

    The entry of what is part of a greater act is not kept.
    """
    session.add(row)
    session.flush()
    entry = History(
        at=act.at,
        actor=act.by,
        verb=verb,
        subject=str(row.__tablename__),
        subject_id=row.id,  # type: ignore[attr-defined]  # every table has the column
        details=in_words(details or {}),
        previous="" if act.is_part else _last_digest(session),
        digest="",
    )
    if act.is_part:
        return entry
    entry.digest = digest_of(entry)
    session.add(entry)
    session.flush()
    return entry


def add_all(session: Session, *rows: Base) -> None:
    """Add the parts of a row that has its entry."""
    session.add_all(rows)
    session.flush()
