"""The tables of the index, apart from those of the record."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Integer, MetaData, String, Table, UniqueConstraint

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
    Column("part", String(32), nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("reading", String(32), nullable=False),
)
"""A stretch of the record that is found as one; the newest have the highest keys."""

STEMS = Table(
    "passage_stems",
    INDEX,
    Column("id", Integer, primary_key=True),
    Column("head", String, nullable=False),
    Column("words", String, nullable=False),
)
"""The stems of each passage: of the §'s title, and of the rest."""

NAMED = Table(
    "passage_named",
    INDEX,
    Column("id", Integer, primary_key=True),
    Column("passage_id", Integer, nullable=False, index=True),
    Column("name", String),
    Column("party", String),
)
"""Who is named in a passage for what they did."""

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
