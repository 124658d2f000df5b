"""public copies

What of the adjusted minutes is on the web: a copy that somebody approved, masked where a person
marked it. What was on the web before stays there as it was.

Revision ID: 1795370400
Revises: 1795367400
"""

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import listed
from minutes.store.schema.columns import (
    choice,
    day,
    integer,
    link,
    make,
    moment,
    once,
    revised,
    words,
)
from minutes.store.schema.triggers import keep, keep_filled, keep_what_is_entered

revision = "1795370400"
down_revision = "1795367400"
branch_labels = None
depends_on = None

PUBLISHING = ("never", "reviewed", "unreviewed")
APPROVED = (
    "id, meeting_id, number, document_id, approved_by, approved_at, expires_on, corrections_to"
)
WITHDRAWN = "UPDATE OF withdrawn_at, withdrawn_by"


def _copies() -> None:
    make(
        "public_copy",
        integer("meeting_id"),
        integer("number"),
        integer("document_id", nullable=True),
        words("approved_by"),
        moment("approved_at"),
        day("expires_on", nullable=True),
        integer("corrections_to"),
        moment("withdrawn_at", nullable=True),
        words("withdrawn_by", nullable=True),
        sa.UniqueConstraint("meeting_id", "number", name="copy_is_numbered_once"),
        sa.CheckConstraint("number > 0", name="copy_number_is_positive"),
        link("public_copy", "meeting_id", "meeting"),
        link("public_copy", "document_id", "document", "RESTRICT"),
    )
    once("meeting_has_one_copy_at_a_time", "public_copy", ["meeting_id"], "withdrawn_at IS NULL")
    make(
        "masked_text",
        integer("copy_id"),
        integer("place"),
        words("original"),
        words("text"),
        sa.UniqueConstraint("copy_id", "place", name="masked_text_has_a_place"),
        link("masked_text", "copy_id", "public_copy"),
    )


def _masks() -> None:
    make(
        "mask",
        integer("meeting_id"),
        integer("item_id", nullable=True),
        words("words"),
        sa.Column("ruling", choice("ruling_is_known", "masked", "stays"), nullable=False),
        words("reason"),
        words("ruled_by"),
        moment("ruled_at"),
        revised(),
        sa.UniqueConstraint("meeting_id", "item_id", "words", name="words_are_ruled_once"),
        sa.CheckConstraint("reason <> ''", name="mask_has_a_reason"),
        link("mask", "meeting_id", "meeting"),
        link("mask", "item_id", "item"),
    )
    once("words_of_the_whole_are_ruled_once", "mask", ["meeting_id", "words"], "item_id IS NULL")


def upgrade() -> None:
    op.execute(
        "ALTER TABLE body ADD COLUMN publishing VARCHAR(32) DEFAULT 'unreviewed' NOT NULL "
        f"CONSTRAINT publishing_is_known CHECK (publishing IN ({listed(PUBLISHING)}))"
    )
    op.execute("ALTER TABLE body ADD COLUMN publishing_decision VARCHAR")
    _copies()
    _masks()
    keep("public_copy", f"UPDATE OF {APPROVED}")
    keep("masked_text")
    keep_filled("public_copy", "masked_text")
    keep_what_is_entered("copy_is_withdrawn_once", WITHDRAWN, "public_copy", "withdrawn_at")


def downgrade() -> None:
    for table in ("mask", "masked_text", "public_copy"):
        op.drop_table(table)
    for column in ("publishing_decision", "publishing"):
        op.execute(f"ALTER TABLE body DROP COLUMN {column}")
