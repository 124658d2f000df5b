"""Adjustment (justering): the minutes are approved and signed within 14 days (KL 5:69, 6:35)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

ADJUSTMENT_DAYS = 14
WARNING_DAYS = 10


def due_on(meeting_on: date) -> date:
    """The last day for adjustment."""
    return meeting_on + timedelta(days=ADJUSTMENT_DAYS)


def warn_from(meeting_on: date) -> date:
    """The day from which those who must sign are reminded."""
    return meeting_on + timedelta(days=WARNING_DAYS)


def adjusted_on(signed_on: Sequence[date | None]) -> date | None:
    """The day of the last signature, None while one is missing."""
    days = [day for day in signed_on if day is not None]
    return max(days) if days and len(days) == len(signed_on) else None
