"""The minutes of the invented meetings are adjusted and announced, as far as they have come."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlmodel import Session, select

from minutes.actions.adjustments import adjust
from minutes.actions.notices import announce
from minutes.actions.publishing import approve_copy
from minutes.demonstration.board import posted
from minutes.demonstration.meetings import MeetingOf, meetings
from minutes.demonstration.sent import act_on, send, settle
from minutes.domain.publishing import expiry
from minutes.store.tables import Adjustment, Meeting

_BY = "Kansliet"
_PUBLISHED = 5
"""For so many years a copy of what is adjusted is on the web."""


def _announce(session: Session, held: MeetingOf, of: Meeting) -> None:
    if held.posted_on is not None:
        announce(session, act_on(held.posted_on, _BY), of, posted(held.posted_on))


def _publish(session: Session, of: Meeting) -> None:
    """What is adjusted is approved for the web as it is."""
    of_meeting = select(Adjustment).where(Adjustment.meeting_id == of.id)
    adjusted = session.exec(of_meeting).first()
    if adjusted is not None and adjusted.adjusted_on is not None:
        until = expiry(adjusted.adjusted_on, _PUBLISHED)
        approve_copy(session, act_on(adjusted.adjusted_on, _BY), of, expires_on=until)


def _sent_on(day: date) -> MeetingOf:
    return next(one for one in meetings() if one.protocol.date == day and one.sent)


def finish(session: Session, held: MeetingOf, of: Meeting, by: str, *, exports: Path) -> None:
    """What was refused earlier is settled; the minutes are sent, or adjusted and announced."""
    for told in held.settles:
        earlier = settle(session, of, told, by)
        _publish(session, earlier)
        _announce(session, _sent_on(earlier.held_on), earlier)
    adjusted_on = held.protocol.adjusted_on
    if held.sent is not None:
        send(session, of, held.sent, by, exports)
    elif adjusted_on is not None:
        adjust(session, act_on(adjusted_on, _BY), of, signed=held.signatures)
        _publish(session, of)
        _announce(session, held, of)
