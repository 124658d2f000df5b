"""The parts of the screen, in the order in which a § is handled."""

from __future__ import annotations

from minutes.web.workspace import (
    attendance,
    decisions,
    disqualifications,
    proposals,
    questions,
    votes,
)

PANELS = (
    attendance,
    disqualifications,
    proposals,
    questions,
    votes,
    decisions,
)
"""Each with a `NAME`, its `KEYS`, `TITLE`, a `TEMPLATE`, and `panel(screen, refused)`, which
gives what that shows; one that has nothing to tell yet is folded (`entries`)."""
