"""The minutes of the invented meetings are adjusted and announced, as far as they have come."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlmodel import Session

from minutes.actions.adjustments import adjust
from minutes.actions.notices import announce
from minutes.demonstration.board import posted
from minutes.demonstration.meetings import MeetingOf, meetings
from minutes.demonstration.sent import act_on, send, settle
from minutes.store.tables import Meeting

_BY = "Kansliet"


def _announce(session: Session, held: MeetingOf, of: Meeting) -> None:
    if held.posted_on is not None:
        announce(session, act_on(held.posted_on, _BY), of, posted(held.posted_on))


def _sent_on(day: date) -> MeetingOf:
    return next(one for one in meetings() if one.protocol.date == day and one.sent)


def finish(session: Session, held: MeetingOf, of: Meeting, by: str, *, exports: Path) -> None:
    """What was refused earlier is settled; the minutes are sent, or adjusted and announced."""
    for told in held.settles:
        earlier = settle(session, of, told, by)
        _announce(session, _sent_on(earlier.held_on), earlier)
    adjusted_on = held.protocol.adjusted_on
    if held.sent is not None:
        send(session, of, held.sent, by, exports)
    elif adjusted_on is not None:
        adjust(session, act_on(adjusted_on, _BY), of, signed=held.signatures)
        _announce(session, held, of)
