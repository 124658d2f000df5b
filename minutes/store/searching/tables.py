"""The tables of the index, apart from those of the record."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Enum, Integer, MetaData, String, Table, UniqueConstraint
from sqlalchemy.dialects.postgresql import TSVECTOR

INDEX = MetaData()


class Part(StrEnum):
    """Which part of the record a passage is of; that of a § holds all of its parts."""

    ITEM = "item"
    DECISION = "decision"
    PROPOSAL = "proposal"
    RESERVATION = "reservation"
    NOTE = "note"
    ASSIGNMENT = "assignment"
    ANNEX = "annex"


class Reading(StrEnum):
    """Who reads a passage so: everybody, or, where words are masked, those within and the web."""

    EVERYBODY = "everybody"
    WITHIN = "within"
    WEB = "web"


PASSAGE = Table(
    "passage",
    INDEX,
    Column("id", Integer, primary_key=True),
    Column("item_id", Integer, nullable=False, index=True),
    Column("row_id", Integer, nullable=False),
    Column("meeting_id", Integer, nullable=False),
    Column("body_id", Integer, nullable=False),
    Column("year", Integer, nullable=False),
    Column("part", Enum(Part, native_enum=False, values_callable=list), nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("reading", String(32), nullable=False),
    Column("named", String, nullable=False),
)
"""A stretch of the record that is found as one; the newest have the highest keys.

`named` are the keys of those who are named in it.
"""

STEMS = Table(
    "passage_stems",
    INDEX,
    Column("id", Integer, primary_key=True),
    Column("words", String().with_variant(TSVECTOR(), "postgresql"), nullable=False),
)
"""What each passage is found by: its stems in their order, and its marks (expression.py)."""

NAMED = Table(
    "named",
    INDEX,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("party", String, nullable=False),
    UniqueConstraint("name", "party", name="named_stands_once"),
)
"""Who is named in any passage for what they did; one of both may be empty."""

TERM = Table(
    "term",
    INDEX,
    Column("id", Integer, primary_key=True),
    Column("stem", String, nullable=False),
    UniqueConstraint("stem", name="term_stands_once"),
)
"""The stems that any passage has had, for compounds and for words that were misspelt."""

FULL_TEXT, TERMS_BY_PIECE = "passage_search", "term_pieces"
"""SQLite's own indexes; PostgreSQL has its in the tables."""


def is_of_index(name: Any) -> bool:
    """Whether a table is the index's, or one that SQLite keeps for it."""
    return str(name).startswith((FULL_TEXT, TERMS_BY_PIECE)) or str(name) in INDEX.tables
