"""communications

What a § reports for information is told in columns, too, so that it can be listed.

Revision ID: 1795388400
Revises: 1795384800
"""

from alembic import op

from minutes.store.schema.columns import day, integer, link, make, revised, words

revision = "1795388400"
down_revision = "1795384800"
branch_labels = None
depends_on = None


def upgrade() -> None:
    make(
        "communication",
        integer("item_id"),
        words("sender"),
        words("subject"),
        day("received_on", nullable=True),
        words("dnr", nullable=True),
        revised(),
        link("communication", "item_id", "item"),
    )


def downgrade() -> None:
    op.drop_table("communication")
