"""public copies

What of the adjusted minutes is on the web: a copy that somebody approved, masked where a person
marked it. What was on the web before stays there as it was.

Revision ID: 1795370400
Revises: 1795367400
"""

import sqlalchemy as sa
from alembic import op

revision = "1795370400"
down_revision = "1795367400"
branch_labels = None
depends_on = None

KEPT = "this is kept for ever and never changed"
PUBLISHING = ("never", "reviewed", "unreviewed")
APPROVED = (
    "id, meeting_id, number, document_id, approved_by, approved_at, expires_on, corrections_to"
)
WITHDRAWN_ONCE = "copy_is_withdrawn_once"


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _link(
    table: str, column: str, target: str, ondelete: str = "CASCADE"
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete
    )


def _make(table: str, *parts: sa.Column | sa.Constraint) -> None:
    """A table with its key, and an index for each reference."""
    key = sa.Column("id", sa.Integer(), nullable=False)
    op.create_table(table, key, *parts, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")))
    for part in parts:
        if isinstance(part, sa.ForeignKeyConstraint):
            column = part.column_keys[0]
            op.create_index(f"ix_{table}_{column}", table, [column])


def _integer(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _words(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _once(name: str, table: str, columns: list[str], missing: str) -> None:
    where = sa.text(f"{missing} IS NULL")
    op.create_index(name, table, columns, unique=True, sqlite_where=where, postgresql_where=where)


def _copies() -> None:
    _make(
        "public_copy",
        _integer("meeting_id"),
        _integer("number"),
        _integer("document_id", nullable=True),
        _words("approved_by"),
        _moment("approved_at"),
        sa.Column("expires_on", sa.Date(), nullable=True),
        _integer("corrections_to"),
        _moment("withdrawn_at", nullable=True),
        _words("withdrawn_by", nullable=True),
        sa.UniqueConstraint("meeting_id", "number", name="copy_is_numbered_once"),
        sa.CheckConstraint("number > 0", name="copy_number_is_positive"),
        _link("public_copy", "meeting_id", "meeting"),
        _link("public_copy", "document_id", "document", "RESTRICT"),
    )
    _once("meeting_has_one_copy_at_a_time", "public_copy", ["meeting_id"], "withdrawn_at")
    _make(
        "masked_text",
        _integer("copy_id"),
        _integer("place"),
        _words("original"),
        _words("text"),
        sa.UniqueConstraint("copy_id", "place", name="masked_text_has_a_place"),
        _link("masked_text", "copy_id", "public_copy"),
    )


def _masks() -> None:
    ruling = sa.Enum("masked", "stays", name="ruling_is_known", native_enum=False,
                     create_constraint=True, length=32)  # fmt: skip
    _make(
        "mask",
        _integer("meeting_id"),
        _integer("item_id", nullable=True),
        _words("words"),
        sa.Column("ruling", ruling, nullable=False),
        _words("reason"),
        _words("ruled_by"),
        _moment("ruled_at"),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.UniqueConstraint("meeting_id", "item_id", "words", name="words_are_ruled_once"),
        sa.CheckConstraint("reason <> ''", name="mask_has_a_reason"),
        _link("mask", "meeting_id", "meeting"),
        _link("mask", "item_id", "item"),
    )
    _once("words_of_the_whole_are_ruled_once", "mask", ["meeting_id", "words"], "item_id")


def _keep() -> None:
    """What was approved stays as it was; that it is withdrawn is entered once."""
    kept = (("public_copy", f"UPDATE OF {APPROVED}"), ("masked_text", "UPDATE"))
    for table, update in kept:
        if _on_sqlite():
            for write in (update, "DELETE"):
                name = f"{table}_is_kept_on_{write.split()[0].lower()}"
                op.execute(
                    f"CREATE TRIGGER {name} BEFORE {write} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
                )
            continue
        for name, moment in (
            ("is_kept", f"{update} OR DELETE ON {table} FOR EACH ROW"),
            ("is_not_emptied", f"TRUNCATE ON {table} FOR EACH STATEMENT"),
        ):
            op.execute(f"CREATE TRIGGER {table}_{name} BEFORE {moment} EXECUTE FUNCTION is_kept()")
    withdrawn = "BEFORE UPDATE OF withdrawn_at, withdrawn_by ON public_copy"
    if _on_sqlite():
        op.execute(
            f"CREATE TRIGGER {WITHDRAWN_ONCE} {withdrawn} WHEN OLD.withdrawn_at IS NOT NULL "
            f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
        )
        return
    op.execute(
        f"CREATE TRIGGER {WITHDRAWN_ONCE} {withdrawn} FOR EACH ROW "
        "WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION is_kept()"
    )


def upgrade() -> None:
    listed = ", ".join(f"'{one}'" for one in PUBLISHING)
    op.execute(
        "ALTER TABLE body ADD COLUMN publishing VARCHAR(32) DEFAULT 'unreviewed' NOT NULL "
        f"CONSTRAINT publishing_is_known CHECK (publishing IN ({listed}))"
    )
    op.execute("ALTER TABLE body ADD COLUMN publishing_decision VARCHAR")
    _copies()
    _masks()
    _keep()


def downgrade() -> None:
    for table in ("mask", "masked_text", "public_copy"):
        op.drop_table(table)
    for column in ("publishing_decision", "publishing"):
        op.execute(f"ALTER TABLE body DROP COLUMN {column}")
