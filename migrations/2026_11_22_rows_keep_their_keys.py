"""rows keep their keys

Where only some columns of a row are guarded, its key was left out of them, or was guarded by its
name: SQLite changes it by the names `rowid`, `oid` and `_rowid_`, too, which such a trigger does
not see.

Revision ID: 1795377600
Revises: 1795374000
"""

from minutes.store.schema.triggers import KEPT, refuse, refuse_no_more

revision = "1795377600"
down_revision = "1795374000"
branch_labels = None
depends_on = None

TABLES = ("appeal", "assignment", "correction_proposal", "edition", "notice", "public_copy")
CHANGED = "OLD.id <> NEW.id"


def upgrade() -> None:
    for table in TABLES:
        refuse(f"{table}_keeps_its_key", "UPDATE", table, KEPT, CHANGED)


def downgrade() -> None:
    for table in TABLES:
        refuse_no_more(f"{table}_keeps_its_key", table)
