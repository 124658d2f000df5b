"""The clock: the only place that reads it. Everything else takes the moment as an argument."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The moment it is (aware, UTC)."""
    return datetime.now(UTC)
