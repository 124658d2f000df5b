"""what was adjusted is frozen

The database itself refuses to change the record of a meeting whose minutes are adjusted, and to
change or delete entries of the history, wordings of a text, and kept files, ever.

Revision ID: 1795315300
Revises: 1795315286
"""

from collections.abc import Iterator

from alembic import op

revision = "1795315300"
down_revision = "1795315286"
branch_labels = None
depends_on = None

FROZEN = "the minutes are adjusted: the record is frozen"
KEPT = "this is kept for ever and never changed"

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
REMOVED_ONCE = "BEFORE UPDATE OF removed_on ON notice"


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


def _kept() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each table whose rows stay as they were entered, with the writes that are refused."""
    for table in NEVER_CHANGED:
        columns = ", ".join(KEPT_COLUMNS.get(table, ()))
        yield table, (f"UPDATE OF {columns}" if columns else "UPDATE", "DELETE")


def _sqlite_triggers() -> dict[str, str]:
    """Each trigger's name, and what follows it in CREATE TRIGGER."""
    rows = {"INSERT": ["NEW"], "DELETE": ["OLD"], "UPDATE": ["OLD", "NEW"]}
    found = {}
    for table, meetings, writes in _freezes():
        for write in writes:
            verb = write.split()[0]
            when = " OR ".join(_is_adjusted(meetings, row) for row in rows[verb])
            found[f"{table}_is_frozen_on_{verb.lower()}"] = (
                f"BEFORE {write} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{FROZEN}'); END"
            )
    for table, writes in _kept():
        for write in writes:
            found[f"{table}_is_kept_on_{write.split()[0].lower()}"] = (
                f"BEFORE {write} ON {table} BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
            )
    found["notice_is_removed_once"] = (
        f"{REMOVED_ONCE} WHEN OLD.removed_on IS NOT NULL BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
    )
    return found


def _postgresql_functions() -> dict[str, str]:
    """Each trigger function's name and its body."""
    found = {}
    for table, meetings, _ in _freezes():
        new, old = _is_adjusted(meetings, "NEW"), _is_adjusted(meetings, "OLD")
        found[f"{table}_is_frozen"] = (
            f"IF TG_OP IN ('INSERT', 'UPDATE') AND {new} THEN RAISE EXCEPTION '{FROZEN}'; END IF; "
            f"IF TG_OP IN ('UPDATE', 'DELETE') AND {old} THEN RAISE EXCEPTION '{FROZEN}'; END IF; "
            "RETURN COALESCE(NEW, OLD);"
        )
    found["is_kept"] = f"RAISE EXCEPTION '{KEPT}';"
    return found


def _postgresql_triggers() -> dict[tuple[str, str], str]:
    """Each trigger's name and table, and what follows its name in CREATE TRIGGER."""
    found = {}
    for table, _, writes in _freezes():
        found[f"{table}_is_frozen", table] = (
            f"BEFORE {' OR '.join(writes)} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_is_frozen()"
        )
    for table, writes in _kept():
        found[f"{table}_is_kept", table] = (
            f"BEFORE {' OR '.join(writes)} ON {table} FOR EACH ROW EXECUTE FUNCTION is_kept()"
        )
    found["notice_is_removed_once", "notice"] = (
        f"{REMOVED_ONCE} FOR EACH ROW WHEN (OLD.removed_on IS NOT NULL) EXECUTE FUNCTION is_kept()"
    )
    for table in {*OF_MEETING, *QUOTED, *NEVER_CHANGED}:
        found[f"{table}_is_not_emptied", table] = (
            f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION is_kept()"
        )
    return found


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def upgrade() -> None:
    if _on_sqlite():
        for name, body in _sqlite_triggers().items():
            op.execute(f"CREATE TRIGGER {name} {body}")
        return
    for name, body in _postgresql_functions().items():
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
        )
    for (name, _), body in _postgresql_triggers().items():
        op.execute(f"CREATE TRIGGER {name} {body}")


def downgrade() -> None:
    if _on_sqlite():
        for name in _sqlite_triggers():
            op.execute(f"DROP TRIGGER {name}")
        return
    for name, table in _postgresql_triggers():
        op.execute(f"DROP TRIGGER {name} ON {table}")
    for name in _postgresql_functions():
        op.execute(f"DROP FUNCTION {name}()")
