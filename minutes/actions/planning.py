"""Meetings are planned, moved to another day, cancelled, and called to."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.actions.columns import taken
from minutes.actions.history import Act, record
from minutes.actions.revisions import revise
from minutes.domain.errors import RuleBroken
from minutes.domain.planning import Planned, require_ahead, require_place
from minutes.domain.wording.days import day
from minutes.store.tables import Body, Document, Item, Meeting


def _require_free(session: Session, body_id: int, held_on: date, but: int | None = None) -> None:
    """Raise RuleBroken where the body meets on that day already."""
    on_day = select(Meeting).where(Meeting.body_id == body_id, Meeting.held_on == held_on)
    other = session.exec(on_day.where(col(Meeting.id) != (but or 0))).first()
    if other is None:
        return
    if other.cancelled_at is not None:
        raise RuleBroken(
            "Sammanträdet den {day} är inställt. Återta det i stället.", day=day(held_on)
        )
    raise RuleBroken("Organet sammanträder redan den {day}. Välj en annan dag.", day=day(held_on))


def plan_meeting(
    session: Session, act: Act, body: Body, planned: Planned, *, today: date
) -> Meeting:
    """Plan a meeting of a body.

    Raises RuleBroken for a day that has been, or on which the body meets already.
    """
    require_ahead(planned.held_on, today)
    require_place(planned.place or "")
    _require_free(session, body.id, planned.held_on)
    meeting = Meeting(body_id=body.id, **taken(planned, "held_on begins_at place"))
    record(session, act, "planned", meeting)
    return meeting


def _require_not_held(meeting: Meeting) -> None:
    if meeting.opened_at is not None:
        raise RuleBroken(
            "Sammanträdet den {day} är öppnat. Det flyttas inte och ställs inte in.",
            day=day(meeting.held_on),
        )


def _require_movable(session: Session, meeting: Meeting, planned: Planned, today: date) -> None:
    require_ahead(planned.held_on, today)
    _require_free(session, meeting.body_id, planned.held_on, but=meeting.id)
    of_meeting = select(Item.id).where(Item.meeting_id == meeting.id).limit(1)
    if planned.held_on.year != meeting.held_on.year and session.exec(of_meeting).first():
        raise RuleBroken(
            "Sammanträdet har ärenden och stannar i sitt år. Ställ in det och planera ett nytt."
        )


def reschedule_meeting(
    session: Session,
    act: Act,
    meeting: Meeting,
    planned: Planned,
    *,
    today: date,
    seen: int | None = None,
) -> Meeting:
    """Move a meeting to another day, time or place.

    Raises RuleBroken for one that was opened, and for a day as `plan_meeting` does; Outdated.
    """
    _require_not_held(meeting)
    require_place(planned.place or "")
    if planned.held_on != meeting.held_on:
        _require_movable(session, meeting, planned, today)
    columns: dict[str, Any] = taken(planned, "held_on begins_at place")
    revise(session, act, meeting, columns, seen=seen, verb="rescheduled")
    return meeting


def cancel_meeting(
    session: Session, act: Act, meeting: Meeting, *, seen: int | None = None
) -> Meeting:
    """Cancel a meeting that was not opened; its agenda stays. Raises RuleBroken and Outdated."""
    _require_not_held(meeting)
    if meeting.cancelled_at is None:
        revise(session, act, meeting, {"cancelled_at": act.at}, seen=seen, verb="cancelled")
    return meeting


def resume_meeting(
    session: Session, act: Act, meeting: Meeting, *, seen: int | None = None
) -> Meeting:
    """Take back that a meeting was cancelled. Raises Outdated."""
    revise(session, act, meeting, {"cancelled_at": None}, seen=seen, verb="resumed")
    return meeting


def summon(session: Session, act: Act, meeting: Meeting, summons: Document) -> Meeting:
    """Call to a meeting with the summons that was kept; calling again keeps the old one too.

    Raises RuleBroken for one that is cancelled or was opened, and where nothing is on its agenda.
    """
    _require_not_held(meeting)
    if meeting.cancelled_at is not None:
        raise RuleBroken("Sammanträdet är inställt. Återta det först.")
    on_agenda = select(Item.id).where(Item.meeting_id == meeting.id)
    if session.exec(on_agenda.where(col(Item.withdrawn_at).is_(None)).limit(1)).first() is None:
        raise RuleBroken("Föredragningslistan är tom. Sätt upp ärendena, sedan kan du kalla.")
    meeting.summoned_at = act.at
    meeting.revision += 1
    record(session, act, "summoned", meeting, {"document": summons.id, "sha256": summons.sha256})
    return meeting
