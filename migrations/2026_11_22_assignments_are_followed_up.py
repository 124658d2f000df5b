"""assignments are followed up

A report may propose that its assignment is closed, and can be mended until its meeting is held;
the director's office enters who handles an assignment and when it is reported on next.

Revision ID: 1795378200
Revises: 1795377600
"""

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import on_sqlite
from minutes.store.schema.columns import day, integer, link, make, revised, words
from minutes.store.schema.triggers import unguarded

revision = "1795378200"
down_revision = "1795377600"
branch_labels = None
depends_on = None

# Where an assignment was proposed for closing, its last report is the one that proposed it.
PROPOSED = (
    "UPDATE measure SET proposes_closing = {yes} WHERE id IN (SELECT max(m.id) FROM measure m "
    "JOIN assignment a ON a.id = m.assignment_id WHERE a.status = 'proposed_for_closing' "
    "GROUP BY m.assignment_id)"
)


def upgrade() -> None:
    proposes = sa.Column(
        "proposes_closing", sa.Boolean(), server_default=sa.false(), nullable=False
    )
    op.add_column("measure", proposes)
    op.add_column("measure", revised())
    with unguarded("measure"):
        op.execute(PROPOSED.format(yes="1" if on_sqlite() else "true"))
    make(
        "handling",
        integer("assignment_id"),
        words("handler"),
        words("division"),
        day("report_on", nullable=True),
        integer("supplements_id", nullable=True),
        revised(),
        sa.UniqueConstraint("assignment_id", name="assignment_is_handled_once"),
        link("handling", "assignment_id", "assignment"),
        link("handling", "supplements_id", "assignment", "RESTRICT"),
    )


def downgrade() -> None:
    op.drop_table("handling")
    op.drop_column("measure", "revision")
    op.drop_column("measure", "proposes_closing")
