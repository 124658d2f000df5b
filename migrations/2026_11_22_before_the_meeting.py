"""before the meeting

A summons that was sent is kept as a file of its own kind, and a body may have standing items of
its own beside the usual kinds.

Revision ID: 1795341800
Revises: 1795340411
"""

from alembic import op

from minutes.store.schema.altering import choose

revision = "1795341800"
down_revision = "1795340411"
branch_labels = None
depends_on = None

STANDING = (
    "adjusters", "agenda", "publicity", "delegated_decisions", "communications",
    "assignment_report", "directors_report",
)  # fmt: skip
CHOICES = (
    ("document_kind_is_known", "document", "kind", ("source", "protocol", "annex", "picture"),
     "summons"),
    ("standing_kind_is_known", "item", "standing", STANDING, "other"),
    ("standing_item_kind_is_known", "standing_item", "kind", STANDING, "other"),
)  # fmt: skip
"""Each choice that gets one more: its sentence, table and column, what there was, what comes."""


def upgrade() -> None:
    for *choice, known, added in CHOICES:
        choose(*choice, known, (*known, added))


def downgrade() -> None:
    op.execute("UPDATE document SET kind = 'source' WHERE kind = 'summons'")
    op.execute("UPDATE item SET standing = NULL WHERE standing = 'other'")
    op.execute("DELETE FROM standing_item WHERE kind = 'other'")
    for *choice, known, added in CHOICES:
        choose(*choice, (*known, added), known)
