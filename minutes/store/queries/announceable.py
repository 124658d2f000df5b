"""What of a meeting's minutes is adjusted and to be announced, with the notices of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from minutes.domain.editions import EditionScope
from minutes.domain.notices import NoticeState, notice_due_on
from minutes.store import tables as t
from minutes.store.queries.board import BoardNotice, notices_where


@dataclass(frozen=True, slots=True)
class Announceable:
    """An adjustment: of the whole minutes, or of an edition of some §§.

    `notices` are those that were posted, the last one last; `due_on` the last day to post one.
    """

    edition: int | None
    scope: EditionScope
    adjusted_on: date | None
    notices: tuple[BoardNotice, ...]

    @property
    def due_on(self) -> date | None:
        """The last day to announce it."""
        return notice_due_on(self.adjusted_on) if self.adjusted_on else None

    @property
    def waits(self) -> bool:
        """Whether no notice of it counts."""
        return all(one.state is NoticeState.INTERRUPTED for one in self.notices)


def _adjusted(
    session: Session, meeting: t.Meeting
) -> list[tuple[int | None, EditionScope, date | None]]:
    """Edition, scope and day of each adjustment of a meeting."""
    whole = session.exec(select(t.Adjustment).where(t.Adjustment.meeting_id == meeting.id)).all()
    apart = session.exec(
        select(t.Edition, t.ImmediateAdjustment)
        .join(t.ImmediateAdjustment, col(t.ImmediateAdjustment.edition_id) == t.Edition.id)
        .where(t.Edition.meeting_id == meeting.id)
        .order_by(col(t.Edition.id))
    )
    parts = [(edition.id, edition.scope, day.adjusted_on) for edition, day in apart]
    return [*parts, *((None, EditionScope.WHOLE, one.adjusted_on) for one in whole)]


def announceable(session: Session, meeting: t.Meeting, today: date) -> tuple[Announceable, ...]:
    """Each adjustment of the meeting with its notices."""
    return tuple(
        Announceable(
            edition,
            scope,
            adjusted_on,
            notices_where(
                session, today, t.Notice.meeting_id == meeting.id, t.Notice.edition_id == edition
            ),
        )
        for edition, scope, adjusted_on in _adjusted(session, meeting)
    )


def latest_words(session: Session, body: t.Body) -> t.Notice | None:
    """The body's last notice, whose words the next one begins with."""
    return session.exec(
        select(t.Notice)
        .join(t.Meeting, col(t.Meeting.id) == t.Notice.meeting_id)
        .where(t.Meeting.body_id == body.id)
        .order_by(col(t.Notice.id).desc())
    ).first()
