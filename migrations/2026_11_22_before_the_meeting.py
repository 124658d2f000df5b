"""before the meeting

A summons that was sent is kept as a file of its own kind, and a body may have standing items of
its own beside the usual kinds.

Revision ID: 1795341800
Revises: 1795340411
"""

import sqlalchemy as sa
from alembic import op

revision = "1795341800"
down_revision = "1795340411"
branch_labels = None
depends_on = None

STANDING = (
    "adjusters", "agenda", "publicity", "delegated_decisions", "communications",
    "assignment_report", "directors_report",
)  # fmt: skip
CHOICES = (
    ("document", "kind", "document_kind_is_known", ("source", "protocol", "annex", "picture"),
     "summons"),
    ("item", "standing", "standing_kind_is_known", STANDING, "other"),
    ("standing_item", "kind", "standing_item_kind_is_known", STANDING, "other"),
)  # fmt: skip
"""Each choice that gets one more: its table, column and sentence, what there was, what comes."""


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _rewrite(table: str, old: str, new: str) -> None:
    """Change what SQLite checks of a table, in place as its manual shows for ALTER TABLE.

    To make the table anew would drop the triggers that freeze it, and what refers to it.
    """
    bind = op.get_bind()
    schema = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table")
    written = bind.execute(schema, {"table": table}).scalar_one()
    if written.count(f"({old})") != 1:
        raise RuntimeError(f"the table {table} does not say {old!r} once")
    version = bind.execute(sa.text("PRAGMA schema_version")).scalar_one()
    bind.execute(sa.text("PRAGMA writable_schema = ON"))
    bind.execute(
        sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = :table"),
        {"sql": written.replace(f"({old})", f"({new})"), "table": table},
    )
    bind.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    bind.execute(sa.text("PRAGMA writable_schema = OFF"))


def _change(table: str, column: str, sentence: str, old: str, new: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        _rewrite(table, old, new)
        return
    op.drop_constraint(sentence, table, type_="check")
    op.create_check_constraint(sentence, table, f"{column} IN ({new})")


def upgrade() -> None:
    for table, column, sentence, known, added in CHOICES:
        _change(table, column, sentence, _listed(known), _listed((*known, added)))


def downgrade() -> None:
    op.execute("UPDATE document SET kind = 'source' WHERE kind = 'summons'")
    op.execute("UPDATE item SET standing = NULL WHERE standing = 'other'")
    op.execute("DELETE FROM standing_item WHERE kind = 'other'")
    for table, column, sentence, known, added in CHOICES:
        _change(table, column, sentence, _listed((*known, added)), _listed(known))
