"""Everything that is kept is gone through, to find what is not as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session

from minutes.actions.verifying import chain, database, files, records

Step = str | None
"""What was found wrong, a sentence, or None where a thing is as it was."""


def steps(session: Session) -> int:
    """How many things there are to go through, about."""
    return sum(part.count(session) for part in (files, chain, records))


def walk(session: Session, exports: Path) -> Iterator[Step]:
    """Go through the database's own rules, the files, the history and the record."""
    yield from database.walk(session)
    yield from files.walk(session, exports)
    yield from chain.walk(session)
    yield from records.walk(session)
