"""Registers for the tests: their databases are made by the migrations."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import Engine, Inspector
from sqlmodel import Session

from minutes.app import create_app
from minutes.demonstration.load import load
from minutes.settings import Settings, read_settings
from minutes.store.migrations import upgrade
from minutes.store.searching.tables import is_of_index
from minutes.store.session import db, writing
from tests.compiled import TEMPLATES
from tests.once import made_once
from tests.postgres import postgres_database, postgres_template
from tests.shelves import share_shelves

KINDS = ("sqlite", "postgresql")
_FILE = "minutes.sqlite3"


@dataclass(frozen=True, slots=True)
class Register:
    """An application with the settings that it was made for."""

    settings: Settings
    app: Flask


def register_at(url: str, folder: Path) -> Register:
    """A register on that database; its files lie in `folder`."""
    environment = {
        "MINUTES_DATABASE_URL": url,
        "MINUTES_EXPORTS": str(folder / "exports"),
        "MINUTES_SECRET": "known to the tests",
    }
    return made_for(environment)


def made_for(environment: Mapping[str, str]) -> Register:
    """A register with those settings."""
    settings = read_settings(environment)
    app = create_app(settings)
    app.jinja_env.bytecode_cache = TEMPLATES
    return Register(settings, app)


def in_file(folder: Path) -> Register:
    """A register on a SQLite file in the folder."""
    return register_at(f"sqlite:///{folder / _FILE}", folder)


@contextmanager
def empty_register(kind: str, run: Path, folder: Path) -> Iterator[Register]:
    """A register on an empty database of that kind, gone afterwards."""
    if kind == "sqlite":
        yield in_file(folder)
        return
    with postgres_database(run) as url:
        yield register_at(url, folder)


@contextmanager
def migrated_register(kind: str, run: Path, folder: Path) -> Iterator[Register]:
    """A register on a migrated database of that kind, without rows, gone afterwards.

    It is a copy of one that the migrations made for the run.
    """
    if kind == "sqlite":
        migrated_file(run, folder)
        with _closed(in_file(folder)) as register:
            yield register
        return
    template = postgres_template(run, _migrate)
    with postgres_database(run, template) as url, _closed(register_at(url, folder)) as register:
        yield register


@contextmanager
def _closed(register: Register) -> Iterator[Register]:
    try:
        yield register
    finally:
        close(register)


def migrated_file(run: Path, folder: Path) -> Path:
    """The file of a migrated database in the folder, without rows: a copy of the run's."""
    made = made_once(run / "migrated.sqlite3", _migrate_file)
    return Path(shutil.copyfile(made, folder / _FILE))


def _migrate_file(file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _migrate(f"sqlite:///{folder}/{_FILE}")
        shutil.copyfile(Path(folder) / _FILE, file)


def _migrate(url: str) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(register_at(url, Path(folder))):
        upgrade()


@contextmanager
def opened(register: Register) -> Iterator[Engine]:
    """The application's context with its engine; afterwards no connection stays open."""
    try:
        with register.app.app_context():
            yield db.engine
    finally:
        close(register)


def recorded(inspector: Inspector) -> set[str]:
    """The tables of the record: not those of the migrations, nor of the index made of it."""
    names = set(inspector.get_table_names()) - {"alembic_version"}
    return {name for name in names if not is_of_index(name)}


def close(register: Register) -> None:
    """Close the connections of a register."""
    with register.app.app_context():
        db.engine.dispose()


@contextmanager
def migrated(kind: str, run: Path, folder: Path) -> Iterator[Engine]:
    """The engine of a migrated database of that kind, without rows, gone afterwards."""
    with migrated_register(kind, run, folder) as register:
        with register.app.app_context():
            engine = db.engine
        yield engine


@contextmanager
def rolled_back(engine: Engine) -> Iterator[Session]:
    """A session whose work, committed or not, is undone at the end."""
    with engine.connect() as connection, connection.begin() as transaction:
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            yield session
        transaction.rollback()


def _load_demonstration(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    register = in_file(folder)
    share_shelves(folder.parent, register.settings.exports)
    with opened(register):
        upgrade()
        session = writing()
        for _ in load(session, register.settings.exports):
            session.flush()
        session.commit()


def demonstration_in(run: Path, folder: Path) -> Register:
    """A register with the demonstration, copied into the folder from the one of the run."""
    _copy_demonstration(run, folder)
    return in_file(folder)


def _copy_demonstration(run: Path, folder: Path) -> None:
    loaded = made_once(run / "demonstration", _load_demonstration)
    shutil.copytree(loaded, folder, symlinks=True, dirs_exist_ok=True)


@contextmanager
def as_new(register: Register, run: Path) -> Iterator[Register]:
    """A register with the demonstration as it was at first: its files, and how it is set."""
    folder = register.settings.exports.parent
    shutil.rmtree(folder)
    _copy_demonstration(run, folder)
    config = dict(register.app.config)
    yield register
    close(register)
    register.app.config.clear()
    register.app.config.update(config)
