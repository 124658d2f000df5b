"""Notices are posted on the board, taken down when their time is over, and begun anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from minutes.actions.columns import taken
from minutes.actions.history import Act, record
from minutes.domain import notices
from minutes.domain.delegation import require_announceable
from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_readable
from minutes.store.announced import adjusted_on, is_again, is_announced, notice_in
from minutes.store.tables import DelegatedDecision, Document, Edition, Meeting, Notice

_TOLD = (
    "posted_on appeal_ends_on taken_down_on kept_in removed_on appeal_to remark posted_by "
    "interrupted_on interruption"
)
_PARTS = (
    ("kept_in", Phrase("Förvaringsplatsen")),
    ("appeal_to", Phrase("Domstolen")),
    ("remark", Phrase("Anmärkningen")),
)


def _post(session: Session, act: Act, notice: Notice, verb: str = "announced") -> Notice:
    notices.require_whole_period(notice_in(notice))
    for name, what in _PARTS:
        require_readable(getattr(notice, name) or "", what)
    if is_announced(session, notice):
        raise RuleBroken("Anslaget sitter redan uppe.")
    record(session, act, verb, notice)
    return notice


def announce(
    session: Session,
    act: Act,
    meeting: Meeting,
    posted: notices.Notice,
    *,
    edition: Edition | None = None,
    is_from_elsewhere: bool = False,
) -> Notice:
    """Announce on the notice board that minutes are adjusted, or an edition of some §§ of them.

    Raises RuleBroken for what is not adjusted or stands on the board, a notice that gives less
    than the law's time to appeal, and one that is late without a remark, unless it was posted
    elsewhere.
    """
    days = adjusted_on(session, meeting, edition)
    if not days:
        raise RuleBroken("Protokollet är inte justerat: det finns inget att tillkännage än.")
    part = edition.id if edition else None
    notice = Notice(meeting_id=meeting.id, edition_id=part, **taken(posted, _TOLD))
    if not is_from_elsewhere and not is_again(session, notice):
        notices.require_may_post(posted, days[0])
    return _post(session, act, notice)


def announce_decision(
    session: Session, act: Act, decision: DelegatedDecision, posted: notices.Notice
) -> Notice:
    """Announce a delegated decision that no § reports (KL 8:10). Raises RuleBroken."""
    require_announceable(
        decision.decided_on,
        posted.posted_on,
        appealable=decision.appealable,
        reported=decision.reported_in_id is not None,
    )
    notice = Notice(delegated_decision_id=decision.id, **taken(posted, _TOLD))
    return _post(session, act, notice, "announced delegated decision by")


def take_down(
    session: Session, act: Act, notice: Notice, removed_on: date, *, proof: Document | None = None
) -> Notice:
    """Enter that a notice has come down, once, with the proof of posting.

    Raises RuleBroken where it is down already, or the time to appeal has not run out.
    """
    if notice.removed_on is not None:
        raise RuleBroken(
            "Anslaget togs ned {removed_on}. Den dagen ändras inte.", removed_on=notice.removed_on
        )
    if notice.interrupted_on is not None:
        raise RuleBroken("Anslagets tid bröts. Det nya anslaget är det som tas ned.")
    notices.require_whole_period(replace(notice_in(notice), removed_on=removed_on))
    notice.removed_on = removed_on
    notice.proof_id = proof.id if proof else None
    record(session, act, "taken down", notice)
    return notice


def interrupt(
    session: Session, act: Act, notice: Notice, interrupted_on: date, *, what: str, today: date
) -> Notice:
    """Enter that a notice was down before its time: it does not count, and is posted anew.

    The period to appeal does not run out while the notice is not there (KL 13:5). Raises
    RuleBroken.
    """
    notices.require_interruption(notice_in(notice), interrupted_on, today)
    if not what.strip():
        raise RuleBroken("Skriv vad som hände med anslaget.")
    require_readable(what, Phrase("Det som hände"))
    notice.interrupted_on, notice.interruption = interrupted_on, what
    record(session, act, "interrupted", notice)
    return notice
