"""Commands on the register itself: protocol, demo, migrate, serve."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes.cli.console import (
    FILE,
    Day,
    database,
    give_up,
    not_written,
    only_body,
    progress,
    register,
    say,
)
from minutes.cli.swedish import Command

if TYPE_CHECKING:
    from sqlmodel import Session


@click.command(cls=Command)
@click.argument("body", metavar="ORGAN")
@click.argument("day", metavar="ÅÅÅÅ-MM-DD", type=Day())
@click.option("-o", "--output", metavar="FIL", type=FILE, help="Filen att skriva.")
def protocol(body: str, day: date, output: Path | None) -> None:
    """Skriv ett sammanträdes protokoll som PDF."""
    from minutes.documents.edition import protocol_file
    from minutes.documents.render import BadDocument
    from minutes.store.records import meeting_of
    from minutes.store.session import session

    with register() as settings:
        found = only_body(session(), body)
        meeting = meeting_of(session(), found, day)
        if meeting is None:
            give_up(f"{found.name} har inget sammanträde {day} i registret.")
        file = output or Path(f"{found.slug}-{day}.pdf")
        try:
            file.write_bytes(
                protocol_file(
                    session(), meeting, settings.exports, settings.pdf_variant
                ).read_bytes()
            )
        except OSError as error:
            give_up(not_written(Path(error.filename or file), error))
        except BadDocument as error:
            give_up(f"Det gick inte att skriva {file}: {error}")
    say(f"{file} är skriven.")


def tell_accounts(session: Session) -> None:
    """Name the demonstration's accounts where the register has them."""
    from minutes.actions.accounts import find_account
    from minutes.demonstration.accounts import ACCOUNTS, sentences

    if find_account(session, ACCOUNTS[0].email):
        for sentence in sentences():
            say(sentence)


@click.command(cls=Command)
@click.option("--if-empty", is_flag=True, help="Gör ingenting om registret har något i sig.")
def demo(if_empty: bool) -> None:
    """Fyll ett tomt register med en påhittad region."""
    from minutes.demonstration.load import is_empty, load
    from minutes.demonstration.meetings import meetings
    from minutes.store.session import writing

    with register() as settings:
        session = writing()
        if not is_empty(session):
            if if_empty:
                tell_accounts(session)
                return
            give_up("Registret är inte tomt. Ange en annan databas i MINUTES_DATABASE_URL.")
        entered = load(session, settings.exports)
        with progress(entered, "Lägger in", len(meetings())) as bar:
            count = sum(len(one.items) for one in bar)
        session.commit()
        say(f"{len(meetings())} sammanträden med {count} paragrafer är inlagda.")
        tell_accounts(session)


@click.command(cls=Command)
def migrate() -> None:
    """Gör databasen, eller för den till den här versionens schema."""
    from minutes.store.migrations import upgrade
    from minutes.store.searching.index import index_all, is_missing
    from minutes.store.session import writing

    with database():
        upgrade()
        session = writing()
        if is_missing(session):
            with progress(index_all(session), "Läser paragrafer") as bar:
                max(bar, default=0)
        session.commit()


@click.command(cls=Command)
def serve() -> None:
    """Visa registret på webben."""
    from minutes.actions.enclosures import sweep
    from minutes.settings import keep_secret
    from minutes.store.session import writing

    with register() as settings:
        sweep(writing, settings.exports)
        given = os.environ.get("MINUTES_SECRET")
        os.environ["MINUTES_SECRET"] = given or keep_secret(Path("minutes.secret"))
    address = f"{settings.host}:{settings.port}"
    say(f"Paragraf svarar på http://{address}/  Avsluta med Ctrl+C.")
    arguments = [
        *(sys.executable, "-m", "gunicorn", "--no-control-socket"),
        *("--config", "python:minutes.cli.serving"),
        *("--bind", address),
        *("--workers", str(settings.workers), "--threads", "4"),
        "minutes.app:create_app()",
    ]
    os.execv(sys.executable, arguments)  # noqa: S606  # the server replaces this process
