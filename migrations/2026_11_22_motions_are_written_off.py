"""motions are written off

The assembly may write a motion off from further handling (KL 5:35): the motion tells by which §.

Revision ID: 1795392000
Revises: 1795389000
"""

from alembic import op

from minutes.store.schema.altering import refer, refer_no_more
from minutes.store.schema.columns import revised

revision = "1795392000"
down_revision = "1795389000"
branch_labels = None
depends_on = None


def upgrade() -> None:
    refer("motion", "written_off_id", "item")
    op.add_column("motion", revised())


def downgrade() -> None:
    op.drop_column("motion", "revision")
    refer_no_more("motion", "written_off_id", "item")
