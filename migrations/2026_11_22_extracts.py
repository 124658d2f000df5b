"""extracts

An extract that was certified is kept as its file, with whom it was sent to, how and when; a body
knows the addresses of those it sends to. Files get the kinds that follow upon adjustment.

Revision ID: 1795357200
Revises: 1795356000
"""

import sqlalchemy as sa
from alembic import op

revision = "1795357200"
down_revision = "1795356000"
branch_labels = None
depends_on = None

KEPT = "this is kept for ever and never changed"
DOCUMENTS = ("source", "protocol", "annex", "picture", "summons", "signed")
ADDED = ("scan", "extract", "proof", "public_copy", "package")
TABLES = ("extract", "dispatch")


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _rewrite(table: str, old: str, new: str) -> None:
    """Change what SQLite checks of a table, in place as its manual shows for ALTER TABLE.

    To make the table anew would drop the triggers that freeze it, and what refers to it.
    """
    bind = op.get_bind()
    schema = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table")
    written = bind.execute(schema, {"table": table}).scalar_one()
    if written.count(old) != 1:
        raise RuntimeError(f"the table {table} does not say {old!r} once")
    version = bind.execute(sa.text("PRAGMA schema_version")).scalar_one()
    bind.execute(sa.text("PRAGMA writable_schema = ON"))
    bind.execute(
        sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = :table"),
        {"sql": written.replace(old, new), "table": table},
    )
    bind.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    bind.execute(sa.text("PRAGMA writable_schema = OFF"))


def _know_documents(old: str, new: str) -> None:
    if _on_sqlite():
        _rewrite("document", f"({old})", f"({new})")
        return
    op.drop_constraint("document_kind_is_known", "document", type_="check")
    op.create_check_constraint("document_kind_is_known", "document", f"kind IN ({new})")


def _choice(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _link(
    table: str, column: str, target: str, ondelete: str = "CASCADE"
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete
    )


def _make(table: str, *parts: sa.Column | sa.Constraint) -> None:
    """A table with its key, and an index for each reference."""
    key = sa.Column("id", sa.Integer(), nullable=False)
    primary = sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))
    op.create_table(table, key, *parts, primary)
    for part in parts:
        if isinstance(part, sa.ForeignKeyConstraint):
            column = part.column_keys[0]
            op.create_index(f"ix_{table}_{column}", table, [column])


def _integer(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _tables() -> None:
    _make(
        "extract",
        _integer("item_id"),
        _integer("document_id"),
        _integer("version"),
        sa.Column("certified_by", sa.String(), nullable=False),
        sa.Column("certified_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("item_id", "document_id", name="extract_is_certified_once"),
        _link("extract", "item_id", "item"),
        _link("extract", "document_id", "document", "RESTRICT"),
    )
    _make(
        "dispatch",
        _integer("extract_id"),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("channel", _choice("channel_is_known", "email", "post", "hand"), nullable=False),
        sa.Column("to_address", sa.String(), nullable=False),
        _integer("letter_id", nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.String(), nullable=False),
        sa.CheckConstraint("(channel = 'email') = (letter_id IS NOT NULL)",
                           name="what_goes_by_email_has_its_letter"),
        _link("dispatch", "extract_id", "extract"),
        _link("dispatch", "letter_id", "letter", "RESTRICT"),
    )  # fmt: skip
    _make(
        "addressee",
        _integer("body_id"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.UniqueConstraint("body_id", "name", name="addressee_has_one_address"),
        _link("addressee", "body_id", "body"),
    )


def _keep() -> None:
    """What was certified and sent stays as it was entered."""
    for table in TABLES:
        if _on_sqlite():
            for write in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_is_kept_on_{write.lower()} BEFORE {write} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
                )
            continue
        op.execute(
            f"CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION is_kept()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_is_not_emptied BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION is_kept()"
        )


def upgrade() -> None:
    _know_documents(_listed(DOCUMENTS), _listed((*DOCUMENTS, *ADDED)))
    _tables()
    _keep()


def downgrade() -> None:
    for table in ("addressee", "dispatch", "extract"):
        op.drop_table(table)
    _know_documents(_listed((*DOCUMENTS, *ADDED)), _listed(DOCUMENTS))
