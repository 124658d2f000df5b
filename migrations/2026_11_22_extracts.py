"""extracts

An extract that was certified is kept as its file, with whom it was sent to, how and when; a body
knows the addresses of those it sends to. Files get the kinds that follow upon adjustment.

Revision ID: 1795357200
Revises: 1795356000
"""

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import choose
from minutes.store.schema.columns import choice, integer, link, make, moment, words
from minutes.store.schema.triggers import keep, keep_filled

revision = "1795357200"
down_revision = "1795356000"
branch_labels = None
depends_on = None

KIND = ("document_kind_is_known", "document", "kind")
DOCUMENTS = ("source", "protocol", "annex", "picture", "summons", "signed")
ADDED = ("scan", "extract", "proof", "public_copy", "package")
TABLES = ("extract", "dispatch")


def _tables() -> None:
    make(
        "extract",
        integer("item_id"),
        integer("document_id"),
        integer("version"),
        words("certified_by"),
        moment("certified_at"),
        sa.UniqueConstraint("item_id", "document_id", name="extract_is_certified_once"),
        link("extract", "item_id", "item"),
        link("extract", "document_id", "document", "RESTRICT"),
    )
    make(
        "dispatch",
        integer("extract_id"),
        words("recipient"),
        sa.Column("channel", choice("channel_is_known", "email", "post", "hand"), nullable=False),
        words("to_address"),
        integer("letter_id", nullable=True),
        moment("sent_at"),
        words("sent_by"),
        sa.CheckConstraint("(channel = 'email') = (letter_id IS NOT NULL)",
                           name="what_goes_by_email_has_its_letter"),
        link("dispatch", "extract_id", "extract"),
        link("dispatch", "letter_id", "letter", "RESTRICT"),
    )  # fmt: skip
    make(
        "addressee",
        integer("body_id"),
        words("name"),
        words("email"),
        sa.UniqueConstraint("body_id", "name", name="addressee_has_one_address"),
        link("addressee", "body_id", "body"),
    )


def upgrade() -> None:
    choose(*KIND, DOCUMENTS, (*DOCUMENTS, *ADDED))
    _tables()
    for table in TABLES:
        keep(table)
    keep_filled(*TABLES)


def downgrade() -> None:
    for table in ("addressee", "dispatch", "extract"):
        op.drop_table(table)
    choose(*KIND, (*DOCUMENTS, *ADDED), DOCUMENTS)
