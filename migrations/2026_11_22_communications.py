"""communications

What a § reports for information is told in columns, too, so that it can be listed.

Revision ID: 1795388400
Revises: 1795384800
"""

from alembic import op

from minutes.store.schema.columns import day, integer, link, make, revised, words
from minutes.store.schema.triggers import KEPT, refuse, refuse_no_more

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
    refuse("communication_keeps_its_key", "UPDATE", "communication", KEPT, "OLD.id <> NEW.id")


def downgrade() -> None:
    refuse_no_more("communication_keeps_its_key", "communication")
    op.drop_table("communication")
