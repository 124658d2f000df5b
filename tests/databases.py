"""Registers for the tests: their databases are made by the migrations."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
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
    return Register(settings, create_app(settings))


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
    loaded = made_once(run / "demonstration", _load_demonstration)
    shutil.copytree(loaded, folder, dirs_exist_ok=True)
    return in_file(folder)
