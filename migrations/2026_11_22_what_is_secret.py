"""what is secret

The legal ground on which a § is secret, and what others read in the place of its title.

Revision ID: 1795363200
Revises: 1795357200
"""

from alembic import op

revision = "1795363200"
down_revision = "1795357200"
branch_labels = None
depends_on = None

COLUMNS = {
    "secrecy": "VARCHAR CONSTRAINT secrecy_has_a_ground CHECK (secrecy <> '')",
    "open_title": (
        "VARCHAR CONSTRAINT open_title_stands_for_a_secret_one "
        "CHECK (open_title IS NULL OR secrecy IS NOT NULL)"
    ),
}


def upgrade() -> None:
    """Columns with their checks in one go: SQLite adds none to a table that stands."""
    for column, definition in COLUMNS.items():
        op.execute(f"ALTER TABLE item ADD COLUMN {column} {definition}")


def downgrade() -> None:
    for column in reversed(COLUMNS):
        op.execute(f"ALTER TABLE item DROP COLUMN {column}")
