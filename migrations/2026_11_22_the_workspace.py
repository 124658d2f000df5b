"""the workspace

What is needed while a meeting is planned and held: an agenda whose items have no number until
they are closed, rows that tell how often they were revised, standing items, and the forms sent.
A number that was given stays, and so does its §.

Revision ID: 1795340411
Revises: 1795332559
"""

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import listed, on_sqlite, rewrite
from minutes.store.schema.columns import (
    boolean,
    choice,
    integer,
    link,
    make,
    moment,
    revised,
    words,
)
from minutes.store.schema.triggers import refuse, refuse_no_more

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


_NUMBER = "number INTEGER NOT NULL"
_POSITIVE = "CONSTRAINT number_is_positive CHECK (number > 0)"
_FROM = "fk_item_from_item_id"
_MORE = (
    f"{_POSITIVE}, CONSTRAINT withdrawn_item_has_no_number CHECK ({WITHDRAWN}), "
    f"CONSTRAINT {_FROM} FOREIGN KEY(from_item_id) REFERENCES item (id) ON DELETE RESTRICT"
)


def _loosen_item() -> None:
    if on_sqlite():
        rewrite("item", _NUMBER, "number INTEGER")
        rewrite("item", _POSITIVE, _MORE)
        return
    op.alter_column("item", "number", nullable=True)
    op.create_check_constraint("withdrawn_item_has_no_number", "item", WITHDRAWN)
    op.create_foreign_key(_FROM, "item", "item", ["from_item_id"], ["id"], ondelete="RESTRICT")


def _tighten_item() -> None:
    if on_sqlite():
        rewrite("item", _MORE, _POSITIVE)
        rewrite("item", "number INTEGER", _NUMBER)
        return
    op.drop_constraint(_FROM, "item", type_="foreignkey")
    op.drop_constraint("withdrawn_item_has_no_number", "item", type_="check")
    op.alter_column("item", "number", nullable=False)


_TAKEN_BACK = "OLD.number IS NOT NULL AND (NEW.number IS NULL OR NEW.number <> OLD.number)"


def _new_tables() -> None:
    make(
        "standing_item",
        integer("body_id"),
        integer("position"),
        sa.Column("kind", choice("standing_item_kind_is_known", *KINDS), nullable=False),
        words("title"),
        boolean("at_end"),
        revised(),
        link("standing_item", "body_id", "body"),
        sa.UniqueConstraint("body_id", "position", name="standing_item_has_a_place"),
    )
    make(
        "submission",
        integer("account_id"),
        words("form_key"),
        moment("at"),
        link("submission", "account_id", "account"),
        sa.UniqueConstraint("form_key", name="form_is_carried_out_once"),
    )
    op.create_index("ix_submission_at", "submission", ["at"])


_OF_ITEM = {
    "presenter": "VARCHAR",
    "is_election": "BOOLEAN DEFAULT {no} NOT NULL",
    "added_at": "{moment}",
    "withdrawn_at": "{moment}",
    "standing": (
        f"VARCHAR(32) CONSTRAINT standing_kind_is_known CHECK (standing IN ({listed(KINDS)}))"
    ),
    "from_item_id": "INTEGER",
}


def _extend_item() -> None:
    """Columns with their checks in one go: SQLite adds none to a table that stands."""
    words = (
        {"no": "0", "moment": "DATETIME"}
        if on_sqlite()
        else {"no": "false", "moment": "TIMESTAMP WITH TIME ZONE"}
    )
    for column, definition in _OF_ITEM.items():
        op.execute(f"ALTER TABLE item ADD COLUMN {column} {definition.format(**words)}")
    op.create_index("ix_item_from_item_id", "item", ["from_item_id"])


def upgrade() -> None:
    _extend_item()
    _loosen_item()
    refuse("item_keeps_its_number", "UPDATE OF number", "item", GIVEN, _TAKEN_BACK)
    for column, kind in OF_MEETING.items():
        op.add_column("meeting", sa.Column(column, kind, nullable=True))
    for table in REVISED:
        op.add_column(table, revised())
    _new_tables()


def downgrade() -> None:
    op.drop_table("submission")
    op.drop_table("standing_item")
    for table in REVISED:
        op.drop_column(table, "revision")
    for column in OF_MEETING:
        op.drop_column("meeting", column)
    refuse_no_more("item_keeps_its_number", "item")
    _tighten_item()
    op.drop_index("ix_item_from_item_id", "item")
    for column in reversed(_OF_ITEM):
        op.drop_column("item", column)
