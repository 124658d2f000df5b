"""What stands behind a notice: the adjustment that it announces, and other notices of the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from minutes.domain.notices import Notice
from minutes.store import tables as t

_TOLD = (
    "posted_on", "appeal_ends_on", "taken_down_on", "kept_in", "removed_on", "appeal_to", "remark",
    "posted_by", "interrupted_on", "interruption",
)  # fmt: skip


def notice_in(row: t.Notice) -> Notice:
    """What a row tells."""
    return Notice(**{name: getattr(row, name) for name in _TOLD})


def adjusted_on(
    session: Session, meeting: t.Meeting, edition: t.Edition | None = None
) -> Sequence[date | None]:
    """The day of the adjustment (None where it is not told); nothing where there is none."""
    asked = select(col(t.Adjustment.adjusted_on)).where(t.Adjustment.meeting_id == meeting.id)
    if edition is None:
        return session.exec(asked).all()
    day = col(t.ImmediateAdjustment.adjusted_on)
    of_edition = select(day).where(t.ImmediateAdjustment.edition_id == edition.id)
    return session.exec(of_edition).all()


def _same(row: t.Notice) -> list[Any]:
    return [
        t.Notice.meeting_id == row.meeting_id,
        t.Notice.edition_id == row.edition_id,
        t.Notice.delegated_decision_id == row.delegated_decision_id,
    ]


def is_again(session: Session, row: t.Notice) -> bool:
    """Whether the time of an earlier notice of the same thing was interrupted."""
    others = select(t.Notice.id).where(*_same(row), col(t.Notice.interrupted_on).is_not(None))
    return session.exec(others).first() is not None


def is_announced(session: Session, row: t.Notice) -> bool:
    """Whether a notice of the same thing counts."""
    others = select(t.Notice.id).where(*_same(row), col(t.Notice.interrupted_on).is_(None))
    return session.exec(others).first() is not None
