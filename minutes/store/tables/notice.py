"""Notices on the board: of an adjustment, or of a decision made by a delegate."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, text

from minutes.store.tables.base import Base, key, maybe


def _once(sentence: str, column: str, also: str = "") -> Index:
    """One notice that counts: those whose time was interrupted are kept beside it."""
    where = text(f"interrupted_on IS NULL{also}")
    return Index(sentence, column, unique=True, sqlite_where=where, postgresql_where=where)


class Notice(Base, table=True):
    """When something was announced, and how long the appeal period runs.

    It is of a meeting's minutes, of one edition of them, or of a delegated decision. What it tells
    is never changed; that it came down (`removed_on`, with the proof of posting) and that it was
    down before its time (`interrupted_on`) is entered once.
    """

    __table_args__ = (
        _once("adjustment_is_announced_once", "meeting_id", " AND edition_id IS NULL"),
        _once("edition_is_announced_once", "edition_id"),
        _once("delegated_decision_is_announced_once", "delegated_decision_id"),
        CheckConstraint(
            "(meeting_id IS NULL) <> (delegated_decision_id IS NULL)",
            name="notice_announces_one_thing",
        ),
        CheckConstraint(
            "edition_id IS NULL OR meeting_id IS NOT NULL", name="announced_edition_has_a_meeting"
        ),
        CheckConstraint("appeal_ends_on > posted_on", name="appeal_runs_after_posting"),
        CheckConstraint("taken_down_on > appeal_ends_on", name="notice_stays_the_whole_time"),
        CheckConstraint("removed_on >= taken_down_on", name="notice_is_not_removed_too_soon"),
        CheckConstraint(
            "(interrupted_on IS NULL) = (interruption IS NULL)", name="interruption_tells_what_was"
        ),
        CheckConstraint(
            "interrupted_on >= posted_on AND interrupted_on <= appeal_ends_on",
            name="interruption_comes_before_the_end",
        ),
    )

    id: int = key()
    meeting_id: int | None = maybe("meeting", ondelete="CASCADE")
    edition_id: int | None = maybe("edition")
    delegated_decision_id: int | None = maybe("delegated_decision")
    posted_on: date
    appeal_ends_on: date
    taken_down_on: date
    kept_in: str
    appeal_to: str | None = None
    remark: str | None = None
    posted_by: str | None = None
    removed_on: date | None = None
    interrupted_on: date | None = None
    interruption: str | None = None
    proof_id: int | None = maybe("document")
