"""What a secretary has to announce, and notices whose taking down is to be entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, exists
from sqlmodel import Session, col, select

from minutes.domain.notices import notice_due_on
from minutes.store import tables as t


@dataclass(frozen=True, slots=True)
class Unannounced:
    """A meeting with minutes that are adjusted and not announced, and the last day for it."""

    held_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class DueDown:
    """A meeting whose notice has stood its time."""

    held_on: date


def unannounced(session: Session, body: t.Body) -> tuple[Unannounced, ...]:
    """The meetings of a body whose adjustment waits for its notice, the most urgent first.

    Minutes from elsewhere, of which the day or the notice is not told, are not among them.
    """
    counts = col(t.Notice.interrupted_on).is_(None)
    of_meeting = (col(t.Notice.meeting_id) == t.Meeting.id) & col(t.Notice.edition_id).is_(None)
    of_edition = col(t.Notice.edition_id) == t.ImmediateAdjustment.edition_id
    held_on = col(t.Meeting.held_on)
    whole = (
        select(held_on, col(t.Adjustment.adjusted_on))
        .join(t.Adjustment, col(t.Adjustment.meeting_id) == t.Meeting.id)
        .where(
            t.Meeting.body_id == body.id,
            col(t.Adjustment.edition_id).is_not(None),
            ~exists().where(of_meeting, counts),
        )
    )
    apart = (
        select(held_on, col(t.ImmediateAdjustment.adjusted_on))
        .join(t.Edition, col(t.Edition.meeting_id) == t.Meeting.id)
        .join(t.ImmediateAdjustment, col(t.ImmediateAdjustment.edition_id) == t.Edition.id)
        .where(t.Meeting.body_id == body.id, ~exists().where(of_edition, counts))
    )
    rows = [*session.exec(whole), *session.exec(apart)]
    found = {(held_on, notice_due_on(day)) for held_on, day in rows if day is not None}
    return tuple(Unannounced(*one) for one in sorted(found, key=lambda one: one[1]))


def _due(today: date) -> tuple[ColumnElement[bool], ...]:
    return (
        col(t.Notice.removed_on).is_(None),
        col(t.Notice.interrupted_on).is_(None),
        col(t.Notice.taken_down_on) <= today,
    )


def notices_due(session: Session, today: date) -> Sequence[t.Notice]:
    """All notices that have stood their time, the first first."""
    return session.exec(select(t.Notice).where(*_due(today)).order_by(col(t.Notice.id))).all()


def due_down(session: Session, body: t.Body, today: date) -> tuple[DueDown, ...]:
    """The meetings of a body whose notices have stood their time."""
    rows = session.exec(
        select(col(t.Meeting.held_on))
        .join(t.Notice, col(t.Notice.meeting_id) == t.Meeting.id)
        .where(t.Meeting.body_id == body.id, *_due(today))
        .distinct()
        .order_by(col(t.Meeting.held_on))
    )
    return tuple(DueDown(held_on) for held_on in rows)
