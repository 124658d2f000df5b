"""The migrations make what the models say, and take it back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import CheckConstraint, Engine, inspect, text

from minutes.store.migrations import alembic, is_current, is_empty, upgrade
from minutes.store.session import db
from minutes.store.tables import Base
from tests.databases import Register, recorded

_CATALOGUES = {
    "sqlite": ["SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_master"],
    "postgresql": [
        "SELECT 'column ' || table_name || '.' || column_name || ': ' || data_type || is_nullable"
        " FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT 'constraint ' || conname || ': ' || pg_get_constraintdef(oid)"
        " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
        "SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
        "SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc"
        " WHERE pronamespace = 'public'::regnamespace",
        "SELECT 'sequence ' || sequencename FROM pg_sequences",
        "SELECT 'type ' || typname FROM pg_type"
        " WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'",
    ],
}
"""Where each kind of database tells everything that it holds, one line a thing."""


def _everything(engine: Engine) -> set[str]:
    """What the database holds, but for the table in which migrations are noted."""
    with engine.connect() as connection:
        lines = [
            line
            for query in _CATALOGUES[engine.dialect.name]
            for line in connection.execute(text(query)).scalars()
        ]
    return {line for line in lines if "alembic_version" not in line}


def _plain(condition: object) -> str:
    return " ".join(str(condition).split())


def _conditions() -> Iterator[tuple[str, str, str]]:
    """Table, name and condition of each check that the models want."""
    for table in Base.metadata.sorted_tables:
        for one in table.constraints:
            if isinstance(one, CheckConstraint):
                condition = one.sqltext.compile(compile_kwargs={"literal_binds": True})
                yield table.name, str(one.name), _plain(condition).replace(f"{table.name}.", "")


def test_a_new_database_is_empty_until_it_is_migrated(unmade: Register) -> None:
    assert is_empty()
    assert not is_current()

    upgrade()

    assert not is_empty()
    assert is_current()


def test_the_migrations_make_the_tables_of_the_models(unmade: Register) -> None:
    upgrade()

    assert alembic.compare_metadata() == []
    tables = recorded(inspect(db.engine))
    assert tables == set(Base.metadata.tables)


def test_the_migrations_make_the_checks_of_the_models(engine: Engine) -> None:
    found = {
        (table, check["name"])
        for table in Base.metadata.tables
        for check in inspect(engine).get_check_constraints(table)
    }

    assert found == {(table, name) for table, name, _ in _conditions()}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_each_check_has_the_condition_of_its_model(engine: Engine) -> None:
    found = {
        (table, check["name"], _plain(check["sqltext"]))
        for table in Base.metadata.tables
        for check in inspect(engine).get_check_constraints(table)
    }

    assert found == set(_conditions())


def test_going_back_to_the_base_leaves_nothing(unmade: Register) -> None:
    upgrade()

    alembic.downgrade("base")

    assert _everything(db.engine) == set()


def test_a_schema_taken_back_can_be_made_again(unmade: Register) -> None:
    upgrade()
    made = _everything(db.engine)
    alembic.downgrade("base")

    upgrade()

    assert _everything(db.engine) == made
    assert len(made) > len(Base.metadata.tables)


def test_each_migration_can_be_taken_back_by_itself(unmade: Register) -> None:
    upgrade()
    count = 0

    while alembic.current():
        alembic.downgrade(-1)
        count += 1

    assert _everything(db.engine) == set()
    assert count == len(list(alembic.script_directory.walk_revisions()))
