"""what was adjusted is frozen

The database itself refuses to change the record of a meeting whose minutes are adjusted, and to
change or delete entries of the history, wordings of a text, and kept files, ever.

Revision ID: 1795315300
Revises: 1795315286
"""

from collections.abc import Iterator
from functools import partial

from minutes.store.schema.triggers import (
    drop,
    drop_is_kept,
    freeze,
    freeze_no_more,
    keep,
    keep_filled,
    keep_filled_no_more,
    keep_no_more,
    keep_what_is_entered,
    make_is_kept,
)

revision = "1795315300"
down_revision = "1795315286"
branch_labels = None
depends_on = None

# How to find the meeting of a row: {row} stands for the row being written.
OF_MEETING = {
    "attendance": "{row}.meeting_id",
    "item": "{row}.meeting_id",
    "adjuster": "{row}.meeting_id",
    "unread_line": "{row}.meeting_id",
    "meeting": "{row}.id",
    "attendance_interval": "SELECT meeting_id FROM attendance WHERE id = {row}.attendance_id",
    **dict.fromkeys(
        (
            "annex",
            "clause_outcome",
            "decision",
            "disqualification",
            "item_matter",
            "measure",
            "note",
            "proposal",
            "question",
            "recipient",
            "reservation",
            "section",
            "stand_aside",
            "vote",
        ),
        "SELECT meeting_id FROM item WHERE id = {row}.item_id",
    ),
    **{
        child: f"SELECT i.meeting_id FROM item i JOIN {parent} p ON p.item_id = i.id "
        f"WHERE p.id = {{row}}.{parent}_id"
        for child, parent in (
            ("ballot", "vote"),
            ("decision_point", "decision"),
            ("note_author", "note"),
            ("proposal_mover", "proposal"),
            ("question_option", "question"),
            ("text_revision", "section"),
        )
    },
    "assignment": "SELECT i.meeting_id FROM item i JOIN decision d ON d.item_id = i.id "
    "JOIN decision_point p ON p.decision_id = d.id WHERE p.id = {row}.decision_point_id",
}
# What an assignment says; its status goes on after the minutes are adjusted.
FROZEN_COLUMNS = {
    "assignment": (
        "assignee",
        "deadline",
        "decided_on",
        "decision_point_id",
        "event",
        "plan",
        "position",
        "text",
    ),
}
# What minutes quote of rows that outlive them, and how to find the meetings that do.
QUOTED = {
    "body": ("name, organisation_id", "SELECT id FROM meeting WHERE body_id = {row}.id"),
    "clause": (
        "motion_id, position",
        "SELECT i.meeting_id FROM item i JOIN clause_outcome o ON o.item_id = i.id "
        "WHERE o.clause_id = {row}.id",
    ),
    "matter": (
        "dnr",
        "SELECT i.meeting_id FROM item i JOIN item_matter o ON o.item_id = i.id "
        "WHERE o.matter_id = {row}.id",
    ),
    "motion": (
        "number",
        "SELECT i.meeting_id FROM item i JOIN clause_outcome o ON o.item_id = i.id "
        "JOIN clause c ON c.id = o.clause_id WHERE c.motion_id = {row}.id",
    ),
    "organisation": (
        "name",
        "SELECT m.id FROM meeting m JOIN body b ON b.id = m.body_id "
        "WHERE b.organisation_id = {row}.id",
    ),
}
NEVER_CHANGED = (
    "adjustment",
    "correction",
    "correction_signer",
    "document",
    "history",
    "notice",
    "signature",
    "text_revision",
)
# What a notice tells; that it was taken down is entered later, once (KL 8:12).
KEPT_COLUMNS = {
    "notice": ("appeal_ends_on", "id", "kept_in", "meeting_id", "posted_on", "taken_down_on"),
}
FILLED = tuple({**OF_MEETING, **QUOTED, **dict.fromkeys(NEVER_CHANGED)})


def _is_adjusted(meetings: str, row: str) -> str:
    found = meetings.format(row=row)
    return f"EXISTS (SELECT 1 FROM adjustment a WHERE a.meeting_id IN ({found}))"


def _freezes() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each table with how its meetings are found, and the writes that are refused."""
    for table, meetings in OF_MEETING.items():
        columns = ", ".join(FROZEN_COLUMNS.get(table, ()))
        yield table, meetings, ("INSERT", f"UPDATE OF {columns}" if columns else "UPDATE", "DELETE")
    for table, (columns, meetings) in QUOTED.items():
        yield table, meetings, (f"UPDATE OF {columns}",)


def upgrade() -> None:
    make_is_kept()
    for table, meetings, writes in _freezes():
        freeze(f"{table}_is_frozen", table, writes, partial(_is_adjusted, meetings))
    for table in NEVER_CHANGED:
        columns = ", ".join(KEPT_COLUMNS.get(table, ()))
        keep(table, f"UPDATE OF {columns}" if columns else "UPDATE")
    keep_what_is_entered("notice_is_removed_once", "UPDATE OF removed_on", "notice", "removed_on")
    keep_filled(*FILLED)


def downgrade() -> None:
    for table, _, writes in _freezes():
        freeze_no_more(f"{table}_is_frozen", table, writes)
    for table in NEVER_CHANGED:
        keep_no_more(table)
    drop("notice", "notice_is_removed_once")
    keep_filled_no_more(*FILLED)
    drop_is_kept()
