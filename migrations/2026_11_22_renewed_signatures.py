"""renewed signatures

A file whose last timestamp nears its end gets a new one, in a new file beside the old.

Revision ID: 1795374000
Revises: 1795370400
"""

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.columns import integer, link, make
from minutes.store.schema.triggers import keep, keep_filled

revision = "1795374000"
down_revision = "1795370400"
branch_labels = None
depends_on = None


def upgrade() -> None:
    make(
        "renewal",
        integer("edition_id"),
        integer("document_id"),
        sa.UniqueConstraint("document_id", name="file_renews_once"),
        link("renewal", "edition_id", "edition"),
        link("renewal", "document_id", "document", "RESTRICT"),
    )
    keep("renewal")
    keep_filled("renewal")


def downgrade() -> None:
    op.drop_table("renewal")
