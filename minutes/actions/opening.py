"""A meeting is opened and closed, each at its time."""

from __future__ import annotations

from sqlmodel import Session

from minutes.actions.attendance_rows import keep_roster
from minutes.actions.history import Act
from minutes.actions.revisions import revise
from minutes.actions.seating import hold_roster
from minutes.domain.closing import ended, resumed
from minutes.domain.errors import RuleBroken
from minutes.domain.planning import time_of_day
from minutes.store.agendas import items_on
from minutes.store.rosters import disqualified_in
from minutes.store.tables import Meeting


def open_meeting(
    session: Session, act: Act, meeting: Meeting, at: str, *, seen: int | None = None
) -> Meeting:
    """Open a meeting at a time of its day. Raises RuleBroken where it is open already."""
    hold_roster(session, meeting)
    if meeting.opened_at is not None:
        raise RuleBroken("Sammanträdet öppnades {at}.", at=meeting.opened_at)
    revise(session, act, meeting, {"opened_at": time_of_day(at)}, seen=seen, verb="opened")
    return meeting


def _require_nothing_waits(session: Session, meeting: Meeting) -> None:
    waiting = [one for one in items_on(session, meeting) if one.number is None]
    if waiting:
        raise RuleBroken(
            "”{title}” är varken avslutad eller struken ({count} kvar). "
            "Avsluta eller bordlägg ärendet, eller stryk det från föredragningslistan.",
            title=waiting[0].title,
            count=len(waiting),
        )


def _require_order(opened_at: str | None, closed_at: str | None) -> None:
    if opened_at and closed_at and closed_at < opened_at:
        raise RuleBroken(
            "Sammanträdet öppnades {opened} och kan inte avslutas {closed}. Rätta tiden.",
            opened=opened_at,
            closed=closed_at,
        )


def _last_number(session: Session, meeting: Meeting) -> int:
    return max((one.number or 0 for one in items_on(session, meeting)), default=0)


def close_meeting(
    session: Session, act: Act, meeting: Meeting, at: str, *, seen: int | None = None
) -> Meeting:
    """Close a meeting at a time of its day; nobody comes after its last §.

    Raises RuleBroken where it is not open, an item waits, or the time is before it was opened.
    """
    roster = hold_roster(session, meeting)
    if meeting.opened_at is None:
        raise RuleBroken("Sammanträdet är inte öppnat. Öppna det först.")
    if meeting.closed_at is not None:
        raise RuleBroken("Sammanträdet avslutades {at}.", at=meeting.closed_at)
    _require_nothing_waits(session, meeting)
    closed_at = time_of_day(at)
    _require_order(meeting.opened_at, closed_at)
    keep_roster(session, meeting, ended(roster, _last_number(session, meeting)))
    revise(session, act, meeting, {"closed_at": closed_at}, seen=seen, verb="closed")
    return meeting


def reopen_meeting(
    session: Session, act: Act, meeting: Meeting, *, seen: int | None = None
) -> Meeting:
    """Go on with a meeting that was closed. Raises RuleBroken where it is not closed."""
    roster = hold_roster(session, meeting)
    if meeting.closed_at is None:
        raise RuleBroken("Sammanträdet är inte avslutat.")
    last = _last_number(session, meeting)
    aside = [one for number, one in disqualified_in(session, meeting) if number == last]
    keep_roster(session, meeting, resumed(roster, last, aside))
    revise(session, act, meeting, {"closed_at": None}, seen=seen, verb="reopened")
    return meeting


def retime_meeting(
    session: Session,
    act: Act,
    meeting: Meeting,
    *,
    opened_at: str,
    closed_at: str = "",
    seen: int | None = None,
) -> Meeting:
    """Correct when a meeting was opened and, where it is, closed. Raises RuleBroken."""
    hold_roster(session, meeting)
    if meeting.opened_at is None or (closed_at and meeting.closed_at is None):
        raise RuleBroken("Bara en tid som är antecknad rättas. Öppna eller avsluta först.")
    opened = time_of_day(opened_at)
    closed = time_of_day(closed_at) if closed_at else meeting.closed_at
    _require_order(opened, closed)
    columns = {"opened_at": opened, "closed_at": closed}
    revise(session, act, meeting, columns, seen=seen, verb="retimed")
    return meeting
