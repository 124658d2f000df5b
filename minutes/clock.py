"""The clock: the only place that reads it. Everything else takes the moment as an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """The moment it is (aware, UTC)."""
    return datetime.now(UTC)


def swedish_day(moment: datetime) -> date:
    """The day that a moment belongs to in Sweden."""
    return moment.astimezone(STOCKHOLM).date()
