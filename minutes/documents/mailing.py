"""What waits is sent: each letter claimed, handed in and marked, in transactions of their own.

A process that dies between the handing in and the mark leaves the letter to be sent again when its
claim has run out, with the same id: a letter may come twice, and is never lost.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session, col, select

from minutes.actions.enclosures import path_of
from minutes.actions.history import Act
from minutes.actions.letters import fail_letter, hand_in
from minutes.documents.mail import Enclosure, NotTaken, Server, message_of, server
from minutes.domain.letters import Letter as Written
from minutes.settings import Mail
from minutes.store.tables import Document, Letter

BY = "utskick"
"""Who the history tells that sent a letter."""
_CLAIM = timedelta(minutes=10)
Begin = Callable[[], Session]
"""Begins a transaction as a writer's."""


def _claimed(begin: Begin, at: datetime) -> int | None:
    """The key of a letter that is due, claimed so that no other process takes it too."""
    session = begin()
    waiting = select(Letter).where(
        col(Letter.sent_at).is_(None), col(Letter.given_up_at).is_(None), Letter.due_at <= at
    )
    first = waiting.order_by(col(Letter.due_at), col(Letter.id)).limit(1)
    letter = session.exec(first.with_for_update(skip_locked=True)).first()
    if letter is not None:
        letter.tries, letter.due_at = letter.tries + 1, at + _CLAIM
        session.add(letter)
    key = letter.id if letter else None
    session.commit()
    return key  # nothing is read after the commit: what is begun next is a writer's transaction


def _enclosed(session: Session, letter: Letter, exports: Path) -> Enclosure | None:
    if letter.document_id is None:
        return None
    document = session.get_one(Document, letter.document_id)
    content = path_of(exports, document.sha256).read_bytes()
    return Enclosure(document.name, document.media_type, content)


def _hand_over(session: Session, letter: Letter, mail: Mail, to: Server, exports: Path) -> None:
    """Raises NotTaken."""
    whole = (letter.to_address, letter.to_name, letter.subject, letter.words, letter.html)
    written = Written(*whole, letter.unsubscribe)
    try:
        enclosed = _enclosed(session, letter, exports)
    except OSError as lost:
        raise NotTaken(f"bilagan kan inte läsas: {lost}") from lost
    about = f"brev-{letter.id}.{letter.written_at:%Y%m%d%H%M%S}"
    message = message_of(written, mail.sender, about, letter.written_at, enclosed)
    session.rollback()  # nobody waits for us while the server thinks
    to.take(message)


def _send(begin: Begin, key: int, act: Act, mail: Mail, to: Server, exports: Path) -> bool:
    session = begin()
    refusal = None
    try:
        _hand_over(session, session.get_one(Letter, key), mail, to, exports)
    except NotTaken as no:
        refusal = no
        session.rollback()
    session = begin()
    letter = session.get_one(Letter, key)
    if refusal:
        fail_letter(session, act, letter, str(refusal), for_good=refusal.for_good)
    else:
        hand_in(session, act, letter)
    session.commit()
    return refusal is None


def send_due(
    begin: Begin, mail: Mail, exports: Path, now: Callable[[], datetime], most: int = 200
) -> tuple[int, int]:
    """Send what is due: how many letters were taken, and how many were not.

    Raises NotTaken where the server cannot be reached; no letter is claimed then.
    """
    taken = failed = 0
    with server(mail) as to:
        while taken + failed < most and (key := _claimed(begin, now())) is not None:
            if _send(begin, key, Act(BY, now()), mail, to, exports):
                taken += 1
            else:
                failed += 1
    return taken, failed
