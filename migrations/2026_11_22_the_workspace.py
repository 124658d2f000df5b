"""the workspace

What is needed while a meeting is planned and held: an agenda whose items have no number until
they are closed, rows that tell how often they were revised, standing items, and the forms sent.
A number that was given stays, and so does its §.

Revision ID: 1795340411
Revises: 1795332559
"""

import sqlalchemy as sa
from alembic import op

revision = "1795340411"
down_revision = "1795332559"
branch_labels = None
depends_on = None

GIVEN = "number_is_given_once"
KINDS = (
    "adjusters", "agenda", "publicity", "delegated_decisions", "communications",
    "assignment_report", "directors_report",
)  # fmt: skip
WITHDRAWN = "withdrawn_at IS NULL OR number IS NULL"
REVISED = (
    "adjuster", "annex", "assignment", "attendance", "decision", "disqualification", "item",
    "meeting", "note", "proposal", "question", "recipient", "reservation", "stand_aside", "vote",
)  # fmt: skip
OF_MEETING = {
    "begins_at": sa.String(),
    "summoned_at": sa.DateTime(timezone=True),
    "cancelled_at": sa.DateTime(timezone=True),
    "submitted_at": sa.DateTime(timezone=True),
}


def _kinds(sentence: str) -> sa.Enum:
    return sa.Enum(*KINDS, name=sentence, native_enum=False, create_constraint=True, length=32)


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _rewrite_item(old: str, new: str) -> None:
    """Change what SQLite checks of a §, in place as its manual shows for ALTER TABLE.

    To make the table anew would drop the triggers that freeze it, and what refers to it.
    """
    bind = op.get_bind()
    schema = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'item'"
    written = bind.execute(sa.text(schema)).scalar_one()
    if written.count(old) != 1:
        raise RuntimeError(f"the table item does not say {old!r} once")
    version = bind.execute(sa.text("PRAGMA schema_version")).scalar_one()
    bind.execute(sa.text("PRAGMA writable_schema = ON"))
    bind.execute(
        sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = 'item'"),
        {"sql": written.replace(old, new)},
    )
    bind.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    bind.execute(sa.text("PRAGMA writable_schema = OFF"))


_NUMBER = "number INTEGER NOT NULL"
_POSITIVE = "CONSTRAINT number_is_positive CHECK (number > 0)"
_FROM = "fk_item_from_item_id"
_MORE = (
    f"{_POSITIVE}, CONSTRAINT withdrawn_item_has_no_number CHECK ({WITHDRAWN}), "
    f"CONSTRAINT {_FROM} FOREIGN KEY(from_item_id) REFERENCES item (id) ON DELETE RESTRICT"
)


def _loosen_item() -> None:
    if _on_sqlite():
        _rewrite_item(_NUMBER, "number INTEGER")
        _rewrite_item(_POSITIVE, _MORE)
        return
    op.alter_column("item", "number", nullable=True)
    op.create_check_constraint("withdrawn_item_has_no_number", "item", WITHDRAWN)
    op.create_foreign_key(_FROM, "item", "item", ["from_item_id"], ["id"], ondelete="RESTRICT")


def _tighten_item() -> None:
    if _on_sqlite():
        _rewrite_item(_MORE, _POSITIVE)
        _rewrite_item("number INTEGER", _NUMBER)
        return
    op.drop_constraint(_FROM, "item", type_="foreignkey")
    op.drop_constraint("withdrawn_item_has_no_number", "item", type_="check")
    op.alter_column("item", "number", nullable=False)


_TAKEN_BACK = "OLD.number IS NOT NULL AND (NEW.number IS NULL OR NEW.number <> OLD.number)"


def _guard_numbers() -> None:
    if _on_sqlite():
        op.execute(
            f"CREATE TRIGGER item_keeps_its_number BEFORE UPDATE OF number ON item "
            f"WHEN {_TAKEN_BACK} BEGIN SELECT RAISE(ABORT, '{GIVEN}'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION item_keeps_its_number() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {_TAKEN_BACK} THEN RAISE EXCEPTION '{GIVEN}'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER item_keeps_its_number BEFORE UPDATE OF number ON item "
        "FOR EACH ROW EXECUTE FUNCTION item_keeps_its_number()"
    )


def _new_tables() -> None:
    op.create_table(
        "standing_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", _kinds("standing_item_kind_is_known"), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("at_end", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_standing_item_body_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_item")),
        sa.UniqueConstraint("body_id", "position", name="standing_item_has_a_place"),
    )
    op.create_index("ix_standing_item_body_id", "standing_item", ["body_id"])
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("form_key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_submission_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("form_key", name="form_is_carried_out_once"),
    )  # fmt: skip
    op.create_index("ix_submission_account_id", "submission", ["account_id"])
    op.create_index("ix_submission_at", "submission", ["at"])


_OF_ITEM = {
    "presenter": "VARCHAR",
    "is_election": "BOOLEAN DEFAULT {no} NOT NULL",
    "added_at": "{moment}",
    "withdrawn_at": "{moment}",
    "standing": (
        "VARCHAR(32) CONSTRAINT standing_kind_is_known CHECK (standing IN "
        f"({', '.join(repr(kind) for kind in KINDS)}))"
    ),
    "from_item_id": "INTEGER",
}


def _extend_item() -> None:
    """Columns with their checks in one go: SQLite adds none to a table that stands."""
    words = (
        {"no": "0", "moment": "DATETIME"}
        if _on_sqlite()
        else {"no": "false", "moment": "TIMESTAMP WITH TIME ZONE"}
    )
    for column, definition in _OF_ITEM.items():
        op.execute(f"ALTER TABLE item ADD COLUMN {column} {definition.format(**words)}")
    op.create_index("ix_item_from_item_id", "item", ["from_item_id"])


def upgrade() -> None:
    _extend_item()
    _loosen_item()
    _guard_numbers()
    for column, kind in OF_MEETING.items():
        op.add_column("meeting", sa.Column(column, kind, nullable=True))
    for table in REVISED:
        op.add_column(
            table, sa.Column("revision", sa.Integer(), server_default="1", nullable=False)
        )
    _new_tables()


def downgrade() -> None:
    op.drop_table("submission")
    op.drop_table("standing_item")
    for table in REVISED:
        op.drop_column(table, "revision")
    for column in OF_MEETING:
        op.drop_column("meeting", column)
    op.execute("DROP TRIGGER item_keeps_its_number" + ("" if _on_sqlite() else " ON item"))
    if not _on_sqlite():
        op.execute("DROP FUNCTION item_keeps_its_number()")
    _tighten_item()
    op.drop_index("ix_item_from_item_id", "item")
    for column in reversed(_OF_ITEM):
        op.drop_column("item", column)
