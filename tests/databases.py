"""Registers for the tests: their databases are made by the migrations."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from sqlalchemy import Engine
from sqlmodel import Session

from minutes.app import create_app
from minutes.demonstration.load import load
from minutes.settings import Settings, read_settings
from minutes.store.migrations import upgrade
from minutes.store.session import db, writing
from tests.once import made_once
from tests.postgres import postgres_database

KINDS = ("sqlite", "postgresql")


class _Templates(BytecodeCache):
    """The templates that a process has compiled: its applications share them."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """The template as it was compiled for another application, if its source is the same."""
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        assert bucket.code
        self._compiled[bucket.key, bucket.checksum] = bucket.code


_TEMPLATES = _Templates()


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
    settings = read_settings(environment)
    app = create_app(settings)
    app.jinja_env.bytecode_cache = _TEMPLATES
    return Register(settings, app)


def in_file(folder: Path) -> Register:
    """A register on a SQLite file in the folder."""
    return register_at(f"sqlite:///{folder / 'minutes.sqlite3'}", folder)


@contextmanager
def empty_register(kind: str, run: Path, folder: Path) -> Iterator[Register]:
    """A register on an empty database of that kind, gone afterwards."""
    if kind == "sqlite":
        yield in_file(folder)
        return
    with postgres_database(run) as url:
        yield register_at(url, folder)


@contextmanager
def opened(register: Register) -> Iterator[Engine]:
    """The application's context with its engine; afterwards no connection stays open."""
    try:
        with register.app.app_context():
            yield db.engine
    finally:
        close(register)


def close(register: Register) -> None:
    """Close the connections of a register."""
    with register.app.app_context():
        db.engine.dispose()


@contextmanager
def migrated(kind: str, run: Path, folder: Path) -> Iterator[Engine]:
    """The engine of a migrated database of that kind, without rows, gone afterwards."""
    with empty_register(kind, run, folder) as register:
        try:
            with register.app.app_context():
                upgrade()
                engine = db.engine
            yield engine
        finally:
            close(register)


@contextmanager
def rolled_back(engine: Engine) -> Iterator[Session]:
    """A session whose work, committed or not, is undone at the end."""
    with engine.connect() as connection, connection.begin() as transaction:
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            yield session
        transaction.rollback()


def _load_demonstration(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    register = in_file(folder)
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
    shutil.copytree(loaded, folder, dirs_exist_ok=True)


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
