"""Which tables are a meeting's own, and so frozen with its minutes."""

from __future__ import annotations

from sqlalchemy import Column

from minutes.store.frozen import AFTERWARDS
from tests.store.statements import TABLES

FROZEN = "the minutes are adjusted"
KEPT = "kept for ever"

NEVER_CHANGED = {
    "adjustment",
    "correction",
    "correction_certification",
    "correction_proposal",
    "correction_signer",
    "dispatch",
    "document",
    "edition",
    "edition_item",
    "edition_signer",
    "extract",
    "goal_wording",
    "history",
    "immediate_adjustment",
    "masked_text",
    "notice",
    "public_copy",
    "renewal",
    "settlement",
    "signature",
    "text_revision",
    "verdict",
}
"""What is added, at any time, and never changed."""
ADDED_AFTERWARDS = AFTERWARDS
"""What is a meeting's own but comes with its adjustment or after it."""
OUTLIVING = {
    "account",
    "addressee",
    "attempt",
    "body",
    "clause",
    "delegated_decision",
    "entrusted",
    "follow",
    "follow_news",
    "follower",
    "goal",
    "handling",
    "kept_form",
    "letter",
    "mandate",
    "matter",
    "motion",
    "motion_mover",
    "organisation",
    "party",
    "passkey",
    "person",
    "plan",
    "standing_item",
    "subject",
    "submission",
}
"""What belongs to no meeting. An assignment stands between: its words are the meeting's."""


def owner_of(table: str, owned: set[str]) -> Column[int] | None:
    """The column that says to which row of a meeting's own a row belongs."""
    for column in TABLES[table].columns:
        for key in column.foreign_keys:
            if key.ondelete == "CASCADE" and key.column.table.name in owned:
                return column
    return None


def _owned() -> set[str]:
    """The tables whose rows go with a meeting, found along the foreign keys."""
    found = {"meeting"}
    while more := {t for t in TABLES if t not in found and owner_of(t, found) is not None}:
        found |= more
    return found


OWNED = _owned()
FREEZES = sorted(OWNED - ADDED_AFTERWARDS)
"""The tables that take no change once the minutes are adjusted."""
