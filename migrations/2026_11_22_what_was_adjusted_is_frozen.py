"""what was adjusted is frozen

The database itself refuses to change the record of a meeting whose minutes are adjusted, and to
change or delete entries of the history, wordings of a text, and kept files, ever.

Revision ID: 1795315300
Revises: 1795315286
"""

from alembic import op

revision = "1795315300"
down_revision = "1795315286"
branch_labels = None
depends_on = None

_ITEM = "SELECT meeting_id FROM item WHERE id = {row}.item_id"

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
        _ITEM,
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
}
NEVER_CHANGED = (
    "adjustment",
    "correction",
    "correction_signer",
    "document",
    "history",
    "signature",
    "text_revision",
)
ASSIGNMENT = ("assignee", "decided_on", "decision_point_id", "deadline", "event", "text")
"""What an assignment says; its status goes on after the minutes are adjusted."""
WRITES = ("INSERT", "UPDATE", "DELETE")
FROZEN = "the minutes are adjusted: the record is frozen"
KEPT = "this is kept for ever and never changed"
OF_ASSIGNMENT = (
    "SELECT i.meeting_id FROM item i JOIN decision d ON d.item_id = i.id "
    "JOIN decision_point p ON p.decision_id = d.id WHERE p.id = OLD.decision_point_id"
)


def _adjusted(meeting: str) -> str:
    return f"EXISTS (SELECT 1 FROM adjustment a WHERE a.meeting_id = ({meeting}))"


def _is_adjusted(table: str, row: str) -> str:
    return _adjusted(OF_MEETING[table].format(row=row))


def _rows(write: str) -> list[str]:
    return {"INSERT": ["NEW"], "DELETE": ["OLD"], "UPDATE": ["OLD", "NEW"]}[write]


def _sqlite_triggers() -> dict[str, str]:
    """Each trigger's name, and what follows it in CREATE TRIGGER."""
    found = {}
    for table in OF_MEETING:
        for write in WRITES:
            when = " OR ".join(_is_adjusted(table, row) for row in _rows(write))
            found[f"{table}_is_frozen_on_{write.lower()}"] = (
                f"BEFORE {write} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{FROZEN}'); END"
            )
    for table in NEVER_CHANGED:
        for write in WRITES[1:]:
            found[f"{table}_is_kept_on_{write.lower()}"] = (
                f"BEFORE {write} ON {table} BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
            )
    for write in (f"UPDATE OF {', '.join(ASSIGNMENT)}", "DELETE"):
        found[f"assignment_is_frozen_on_{write[:6].lower()}"] = (
            f"BEFORE {write} ON assignment WHEN {_adjusted(OF_ASSIGNMENT)} "
            f"BEGIN SELECT RAISE(ABORT, '{FROZEN}'); END"
        )
    return found


def _postgresql_functions() -> dict[str, str]:
    """Each trigger function's name and its body."""
    found = {}
    for table in OF_MEETING:
        new, old = _is_adjusted(table, "NEW"), _is_adjusted(table, "OLD")
        found[f"{table}_is_frozen"] = (
            f"IF TG_OP IN ('INSERT', 'UPDATE') AND {new} THEN RAISE EXCEPTION '{FROZEN}'; END IF; "
            f"IF TG_OP IN ('UPDATE', 'DELETE') AND {old} THEN RAISE EXCEPTION '{FROZEN}'; END IF; "
            "RETURN COALESCE(NEW, OLD);"
        )
    found["assignment_is_frozen"] = (
        f"IF {_adjusted(OF_ASSIGNMENT)} THEN RAISE EXCEPTION '{FROZEN}'; END IF; "
        "RETURN COALESCE(NEW, OLD);"
    )
    found["is_kept"] = f"RAISE EXCEPTION '{KEPT}';"
    return found


def _postgresql_triggers() -> dict[tuple[str, str], str]:
    """Each trigger's name and table, and what follows its name in CREATE TRIGGER."""
    found = {}
    for table in OF_MEETING:
        found[f"{table}_is_frozen", table] = (
            f"BEFORE INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_is_frozen()"
        )
    for table in NEVER_CHANGED:
        found[f"{table}_is_kept", table] = (
            f"BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION is_kept()"
        )
    for table in {*OF_MEETING, *NEVER_CHANGED, "assignment"}:
        found[f"{table}_is_not_emptied", table] = (
            f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION is_kept()"
        )
    found["assignment_is_frozen", "assignment"] = (
        f"BEFORE UPDATE OF {', '.join(ASSIGNMENT)} OR DELETE ON assignment "
        "FOR EACH ROW EXECUTE FUNCTION assignment_is_frozen()"
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
