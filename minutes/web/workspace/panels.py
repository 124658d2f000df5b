"""The parts of the screen, in the order in which a § is handled."""

from __future__ import annotations

from minutes.web.workspace import (
    aside,
    assignments,
    attendance,
    closings,
    decisions,
    disqualifications,
    motions,
    notes,
    proposals,
    questions,
    recipients,
    reservations,
    secrecy,
    underlying,
    votes,
)

PANELS = (
    attendance,
    disqualifications,
    proposals,
    questions,
    votes,
    aside,
    decisions,
    motions,
    assignments,
    closings,
    reservations,
    notes,
    underlying,
    recipients,
    secrecy,
)
"""Each with a `NAME`, its `KEYS`, `TITLE`, a `TEMPLATE`, and `panel(screen, refused)`, which
gives what that shows; one that has nothing to tell yet is folded (`entries`)."""
