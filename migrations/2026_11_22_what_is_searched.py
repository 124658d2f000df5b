"""what is searched

The index of what is searched: passages of the record by their stems, who is named in each, and the
vocabulary. "minutes search" fills it.

Revision ID: 1795381200
Revises: 1795378200
"""

import sqlalchemy as sa
from alembic import op

from minutes.store.schema.altering import on_sqlite
from minutes.store.schema.columns import integer, make, words
from minutes.store.schema.indexes import follow

revision = "1795381200"
down_revision = "1795378200"
branch_labels = None
depends_on = None


def _tables() -> None:
    make(
        "passage",
        integer("item_id"),
        integer("row_id"),
        integer("meeting_id"),
        integer("body_id"),
        integer("year"),
        words("part"),
        words("outcome"),
        words("reading"),
    )
    op.create_index("ix_passage_item_id", "passage", ["item_id"])
    make("passage_stems", words("head"), words("words"))
    make(
        "passage_named",
        integer("passage_id"),
        words("name", nullable=True),
        words("party", nullable=True),
    )
    op.create_index("ix_passage_named_passage_id", "passage_named", ["passage_id"])
    make("term", words("stem"), sa.UniqueConstraint("stem", name="term_stands_once"))


def _for_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE passage_search USING fts5(head, words, content='passage_stems', "
        "content_rowid='id', tokenize=\"unicode61 remove_diacritics 0\")"
    )
    op.execute(
        "CREATE VIRTUAL TABLE term_pieces USING fts5(stem, content='term', content_rowid='id', "
        "tokenize='trigram')"
    )
    follow("passage_search", "passage_stems", "head, words")
    follow("term_pieces", "term", "stem")


def _for_postgresql() -> None:
    op.execute(
        "ALTER TABLE passage_stems ADD COLUMN search tsvector GENERATED ALWAYS AS ("
        "setweight(to_tsvector('simple', head), 'A') || "
        "setweight(to_tsvector('simple', words), 'B')) STORED"
    )
    op.execute("CREATE INDEX ix_passage_stems_search ON passage_stems USING gin (search)")


def upgrade() -> None:
    _tables()
    if on_sqlite():
        _for_sqlite()
    else:
        _for_postgresql()


def downgrade() -> None:
    if on_sqlite():
        for index in ("term_pieces", "passage_search"):
            op.execute(f"DROP TABLE {index}")
    for table in ("term", "passage_named", "passage_stems", "passage"):
        op.drop_table(table)
