"""What every command shares: what it says, how it gives up, the register it opens."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from flask import Flask
    from sqlmodel import Session

    from minutes.actions.history import Act
    from minutes.settings import Settings
    from minutes.store.tables import Body

FAULT = 2
"""Exit code for input that cannot be used."""

FILE = click.Path(path_type=Path)
"""A file's path; whether it can be read is found out by reading it."""

T = TypeVar("T")

_UNWRITTEN = {
    errno.ENOENT: "mappen finns inte",
    errno.ENOTDIR: "en del av sökvägen är ingen mapp",
    errno.EISDIR: "det är en mapp, ange en fil i den",
    errno.EACCES: "du har inte rätt att skriva där",
    errno.EPERM: "du har inte rätt att skriva där",
    errno.EEXIST: "det är en fil, ingen mapp",
    errno.EROFS: "disken är skrivskyddad",
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "ditt utrymme på disken är slut",
}


def not_written(file: Path, error: OSError) -> str:
    """Why a file could not be written."""
    reason = _UNWRITTEN.get(error.errno or 0, f"operativsystemets fel {error.errno}")
    return f"Det gick inte att skriva {file}: {reason}."


def say(sentence: object) -> None:
    """Tell the one at the keyboard; what is piped on stays clean."""
    click.echo(str(sentence), err=True)


def give_up(*sentences: object) -> NoReturn:
    """Say why, and leave with exit code 2."""
    for sentence in sentences:
        say(sentence)
    raise click.exceptions.Exit(FAULT)


@contextmanager
def progress(of: Iterable[T], label: str, length: int | None = None) -> Iterator[Iterable[T]]:
    """A progress bar on a terminal's standard error; nothing where nobody watches."""
    with click.progressbar(
        of, length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        yield bar


class Day(click.ParamType[date]):
    """A day as ÅÅÅÅ-MM-DD."""

    name = "ÅÅÅÅ-MM-DD"

    def convert(self, value: object, param: object, ctx: object) -> date:
        """The day. Leaves with exit code 2 where it is none."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            give_up(f"”{value}” är ingen dag. Skriv den som 2026-10-28.")


def settings_or_leave() -> Settings:
    """The settings of the environment. Leaves with exit code 2 where one cannot be used."""
    from minutes.settings import BadSetting, read_settings

    try:
        return read_settings()
    except BadSetting as error:
        give_up(error)


@contextmanager
def _opened(app: Flask) -> Iterator[None]:
    """The application's context; afterwards no connection stays open."""
    from minutes.store.session import db

    with app.app_context():
        engine = db.engine
    try:
        with app.app_context():
            yield
    finally:
        engine.dispose()


@contextmanager
def database() -> Iterator[Settings]:
    """The database as it is. Leaves with exit code 2 where it cannot be used."""
    from alembic.util import CommandError
    from sqlalchemy.exc import ArgumentError, OperationalError

    from minutes.app import create_app

    settings = settings_or_leave()
    try:
        with _opened(create_app(settings)):
            yield settings
    except ArgumentError as error:
        give_up(f"MINUTES_DATABASE_URL går inte att använda: {error}")
    except OperationalError as error:
        give_up(f"Databasen svarar inte: {error.orig}", "Kontrollera MINUTES_DATABASE_URL.")
    except OSError as error:
        if error.filename is None:
            raise
        give_up(not_written(Path(error.filename), error), "Kontrollera MINUTES_EXPORTS.")
    except CommandError as error:
        give_up(f"Databasen är från en nyare version av Paragraf än den här: {error}.")


@contextmanager
def register() -> Iterator[Settings]:
    """The register's database, made where there is none."""
    from minutes.store.migrations import is_current, is_empty, upgrade

    with database() as settings:
        if is_empty():
            upgrade()
        elif not is_current():
            give_up("Databasen är från en annan version av Paragraf. Kör först: minutes migrate")
        yield settings


def act() -> Act:
    """What is done now, by the one at the keyboard."""
    from minutes.actions.history import Act
    from minutes.clock import now

    return Act(os.environ.get("USER", "kommandoraden"), now())


def only_body(session: Session, name: str) -> Body:
    """The one body that is meant. Leaves with exit code 2 where there is none, or several."""
    from minutes.store.records import find_bodies

    found = find_bodies(session, name)
    if not found:
        give_up(f"Registret har inget organ som heter ”{name}”.")
    if len(found) > 1:
        addresses = ", ".join(one.slug for one in found)
        give_up(f"Flera organ heter ”{name}”. Ange ett av dem med dess adress: {addresses}.")
    return found[0]
