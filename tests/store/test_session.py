"""The database session: SQLite as it should be set, PostgreSQL as it comes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from minutes.actions.bodies import found_organisation
from minutes.store.migrations import upgrade
from minutes.store.session import session, writing
from minutes.store.tables import History, Organisation
from tests.databases import Register
from tests.store.registered import ACT

on_sqlite = pytest.mark.parametrize("unmade", ["sqlite"], indirect=True)


@contextmanager
def _stranger(register: Register) -> Iterator[sqlite3.Connection]:
    """Another process at the same file, that does not wait."""
    path = Path(register.settings.database_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        pytest.param("foreign_keys", 1, id="references hold"),
        pytest.param("recursive_triggers", 1, id="what REPLACE deletes meets the triggers"),
        pytest.param("journal_mode", "wal", id="readers and a writer do not wait for each other"),
        pytest.param("synchronous", 2, id="what is committed outlives the power"),
        pytest.param("busy_timeout", 10000, id="writers wait for each other"),
    ],
)
@on_sqlite
def test_sqlite_is_set_as_the_register_needs_it(
    unmade: Register, pragma: str, value: object
) -> None:
    assert session().connection().scalar(text(f"PRAGMA {pragma}")) == value


@on_sqlite
def test_a_writer_takes_its_place_before_it_writes(unmade: Register) -> None:
    with _stranger(unmade) as stranger:
        writing()

        with pytest.raises(sqlite3.OperationalError, match="locked"):
            stranger.execute("BEGIN IMMEDIATE")


@on_sqlite
def test_a_reader_stands_in_no_writers_way(unmade: Register) -> None:
    upgrade()

    with _stranger(unmade) as stranger:
        session().exec(select(Organisation)).all()
        stranger.execute("BEGIN IMMEDIATE")
        stranger.execute("INSERT INTO organisation (name) VALUES ('Region Älvmark')")
        stranger.execute("COMMIT")

    session().rollback()
    assert session().exec(select(Organisation.name)).one() == "Region Älvmark"


def test_what_is_rolled_back_leaves_no_trace(engine: Engine) -> None:
    with Session(engine) as one:
        found_organisation(one, ACT, "Region Älvmark")
        one.rollback()

    with Session(engine) as other:
        assert other.exec(select(Organisation)).all() == []
        assert other.exec(select(History)).all() == []
