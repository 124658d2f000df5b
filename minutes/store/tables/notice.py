"""The notice of a meeting's adjustment."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint

from minutes.store.tables.base import Base, key, link


class Notice(Base, table=True):
    """When the adjustment was announced, and how long the appeal period runs."""

    __table_args__ = (
        UniqueConstraint("meeting_id", name="adjustment_is_announced_once"),
        CheckConstraint("appeal_ends_on > posted_on", name="appeal_runs_after_posting"),
        CheckConstraint("taken_down_on > appeal_ends_on", name="notice_stays_the_whole_time"),
    )

    id: int = key()
    meeting_id: int = link("meeting")
    posted_on: date
    appeal_ends_on: date
    taken_down_on: date
    kept_at: str
