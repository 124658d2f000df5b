"""Letters are written, handed in, tried again and given up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, select

from minutes.actions.history import Act, add_all, record
from minutes.domain.errors import RuleBroken
from minutes.domain.letters import Letter as Written
from minutes.domain.letters import next_try_after, require_sendable
from minutes.store.tables import Document, Follower, Letter


def _tell(
    session: Session, act: Act, verb: str, letter: Letter, details: Mapping[str, str]
) -> Letter:
    """Keep a letter and its entry; the history has nothing of who follows what (ADR 18)."""
    if letter.follower_id is None:
        record(session, act, verb, letter, details)
    else:
        add_all(session, letter)
    return letter


def _columns(written: Written) -> dict[str, Any]:
    told = {name: getattr(written, name) for name in ("subject", "words", "html", "unsubscribe")}
    return {"to_address": written.to, "to_name": written.name, **told}


def write_letter(
    session: Session,
    act: Act,
    written: Written,
    *,
    about: str,
    enclosed: Document | None = None,
    follower: Follower | None = None,
) -> Letter:
    """Write a letter, which leaves when what it tells of is committed.

    `about` names what it tells and to whom: another about the same is not written. The history
    tells to whom, and not the words. Raises RuleBroken.
    """
    require_sendable(written)
    found = session.exec(select(Letter).where(Letter.about == about)).first()
    if found is not None:
        return found
    own: dict[str, Any] = {"about": about, "written_at": act.at, "due_at": act.at}
    if enclosed:
        own["document_id"] = enclosed.id
    if follower:
        own["follower_id"] = follower.id
    letter = Letter(**own, **_columns(written))
    return _tell(session, act, "written", letter, {"about": about, "to": written.to})


def hand_in(session: Session, act: Act, letter: Letter) -> Letter:
    """Enter that the server has taken a letter; one to a follower is not kept."""
    letter.sent_at = act.at
    _tell(session, act, "handed in", letter, {"to": letter.to_address})
    if letter.follower_id is not None:
        session.delete(letter)
    return letter


def fail_letter(
    session: Session, act: Act, letter: Letter, answer: str, *, for_good: bool
) -> Letter:
    """Enter that a letter did not leave: it is tried again later, or given up."""
    pause = None if for_good else next_try_after(letter.tries)
    letter.answer = answer
    if pause is None:
        letter.given_up_at = act.at
        return _tell(session, act, "given up", letter, {"to": letter.to_address, "answer": answer})
    letter.due_at = act.at + pause
    return _tell(session, act, "delayed", letter, {"to": letter.to_address, "answer": answer})


def send_again(session: Session, act: Act, letter: Letter) -> Letter:
    """Try a letter anew that was given up. Raises RuleBroken for one that was not."""
    if letter.given_up_at is None:
        raise RuleBroken(
            "Brevet är inte uppgivet: det är skickat, eller prövas igen av sig självt."
        )
    letter.given_up_at, letter.tries, letter.due_at = None, 0, act.at
    return _tell(session, act, "sent again", letter, {"to": letter.to_address})
