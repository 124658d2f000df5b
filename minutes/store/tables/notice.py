"""The notice of a meeting's adjustment."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.store.tables.base import Base, key, link


class Notice(Base, table=True):
    """When the adjustment was announced, and how long the appeal period runs.

    What it tells is never changed; `removed_on` is entered once, when it has been taken down.
    """

    __table_args__ = (
        UniqueConstraint("meeting_id", name="adjustment_is_announced_once"),
        CheckConstraint("appeal_ends_on > posted_on", name="appeal_runs_after_posting"),
        CheckConstraint("taken_down_on > appeal_ends_on", name="notice_stays_the_whole_time"),
        CheckConstraint("removed_on >= taken_down_on", name="notice_is_not_removed_too_soon"),
    )

    id: int = key()
    meeting_id: int = link("meeting")
    posted_on: date
    appeal_ends_on: date
    taken_down_on: date
    kept_in: str
    removed_on: date | None = None
