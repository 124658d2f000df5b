"""passages have marks

What a passage can be narrowed by stands among its words, so that the index of the words answers a
search alone. The index is emptied: it is made anew of the record.

Revision ID: 1795389000
Revises: 1795388400
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

from minutes.store.schema.altering import on_sqlite
from minutes.store.schema.columns import integer, make, words
from minutes.store.schema.indexes import follow

revision = "1795389000"
down_revision = "1795388400"
branch_labels = None
depends_on = None

_MADE_OF_BOTH = (
    "ALTER TABLE passage_stems ADD COLUMN search tsvector GENERATED ALWAYS AS ("
    "setweight(to_tsvector('simple', head), 'A') || "
    "setweight(to_tsvector('simple', words), 'B')) STORED"
)


def _empty(*tables: str) -> None:
    for table in ("passage_stems", "passage", "term", *tables):
        op.execute(f"DELETE FROM {table}")


def _in_sqlite(columns: str) -> None:
    """SQLite's index of these columns, in place of the one that there is."""
    for event in ("insert", "delete"):
        op.execute(f"DROP TRIGGER passage_search_follows_on_{event}")
    op.execute("DROP TABLE passage_search")
    if columns == "words":
        op.execute("ALTER TABLE passage_stems DROP COLUMN head")
    else:
        op.execute("ALTER TABLE passage_stems ADD COLUMN head VARCHAR NOT NULL DEFAULT ''")
    op.execute(
        f"CREATE VIRTUAL TABLE passage_search USING fts5({columns}, content='passage_stems', "
        "content_rowid='id', tokenize=\"unicode61 remove_diacritics 0\")"
    )
    follow("passage_search", "passage_stems", columns)


def _for_postgresql() -> None:
    for column in ("search", "head", "words"):
        op.drop_column("passage_stems", column)
    op.add_column("passage_stems", sa.Column("words", TSVECTOR(), nullable=False))
    op.execute("CREATE INDEX ix_passage_stems_words ON passage_stems USING gin (words)")
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    op.execute("CREATE INDEX ix_term_pieces ON term USING gin (stem gin_trgm_ops)")


def upgrade() -> None:
    _empty("passage_named")
    op.drop_table("passage_named")
    once = sa.UniqueConstraint("name", "party", name="named_stands_once")
    make("named", words("name"), words("party"), once)
    named = sa.Column("named", sa.String(), nullable=False, server_default="")
    op.add_column("passage", named)
    op.create_index("ix_item_number", "item", ["number", "year"])
    if on_sqlite():
        _in_sqlite("words")
    else:
        _for_postgresql()


def downgrade() -> None:
    _empty("named")
    op.drop_index("ix_item_number", "item")
    op.drop_table("named")
    op.drop_column("passage", "named")
    make(
        "passage_named",
        integer("passage_id"),
        words("name", nullable=True),
        words("party", nullable=True),
    )
    op.create_index("ix_passage_named_passage_id", "passage_named", ["passage_id"])
    if on_sqlite():
        _in_sqlite("head, words")
        return
    op.drop_index("ix_term_pieces", "term")
    op.execute("DROP EXTENSION pg_trgm")
    op.drop_column("passage_stems", "words")
    for column in ("head", "words"):
        op.add_column("passage_stems", words(column))
    op.execute(_MADE_OF_BOTH)
    op.execute("CREATE INDEX ix_passage_stems_search ON passage_stems USING gin (search)")
