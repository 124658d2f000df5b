"""Commands on the archive: a package is made, and read back into a register that holds nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes.cli.console import (
    FILE,
    act,
    give_up,
    not_written,
    only_body,
    progress,
    register,
    say,
)
from minutes.cli.signatures import signing_means
from minutes.cli.swedish import Command

if TYPE_CHECKING:
    from sqlmodel import Session

    from minutes.documents.archive.contents import Means
    from minutes.documents.archive.making import Wanted
    from minutes.importing.packages import Package
    from minutes.settings import Settings
    from minutes.store.tables import Body, Meeting

_YEAR = re.compile(r"\d{4}")


def _held(session: Session, body: Body, when: str) -> Sequence[Meeting]:
    """The meetings of a day or year. Leaves with exit code 2 where there is none."""
    from minutes.store.adjusted import meetings_in
    from minutes.store.records import meeting_of

    if _YEAR.fullmatch(when):
        found = meetings_in(session, body, int(when))
    else:
        try:
            meeting = meeting_of(session, body, date.fromisoformat(when))
        except ValueError:
            give_up(f"”{when}” är varken en dag eller ett år. Skriv 2026-10-28 eller 2026.")
        found = [meeting] if meeting else []
    if not found:
        give_up(f"{body.name} har inget sammanträde {when} i registret.")
    return found


def _wanted(session: Session, name: str, when: str) -> Wanted:
    from minutes.documents.archive.making import Wanted
    from minutes.store.records import is_adjusted

    body = only_body(session, name)
    held = _held(session, body, when)
    ready = [one for one in held if is_adjusted(session, one)]
    for one in held:
        if one not in ready:
            say(f"Protokollet {one.held_on} är inte justerat och följer inte med.")
    if not ready:
        give_up("Det finns inget justerat protokoll att arkivera.")
    return Wanted(body, ready, when)


def _means(settings: Settings, *, secret: bool) -> Means:
    from importlib.metadata import version

    from minutes.documents.archive.contents import Means

    made = version("paragraf")
    trust = signing_means(settings).trust
    return Means(settings.exports, settings.pdf_variant, made, act().at, trust, secret)


@click.command(cls=Command)
@click.argument("body", metavar="ORGAN")
@click.argument("when", metavar="ÅÅÅÅ-MM-DD|ÅÅÅÅ")
@click.option("-o", "--output", metavar="MAPP", type=FILE, help="Mappen att lägga paketet i.")
@click.option("--secret", is_flag=True, help="Ta med paragrafer med sekretess, i ett eget paket.")
def archive(body: str, when: str, output: Path | None, *, secret: bool) -> None:
    """Gör ett arkivpaket (E-ARK) av ett sammanträde eller ett år."""
    from minutes.documents.archive.package import made, steps
    from minutes.documents.render import BadDocument
    from minutes.store.session import session

    package = parent = output or Path()
    with register() as settings:
        wanted = _wanted(session(), body, when)
        making = made(session(), wanted, _means(settings, secret=secret), parent)
        try:
            with progress(making, "Packar", steps(wanted)) as bar:
                for package in bar:  # noqa: B007  # the last is the package
                    pass
        except FileExistsError as error:
            give_up(f"{error.filename} finns redan: samma innehåll är redan packat.")
        except OSError as error:
            give_up(not_written(Path(error.filename or parent), error))
        except BadDocument as error:
            give_up(f"Det gick inte att göra paketet: {error}")
    say(f"{package} är skriven.")


def _opened(folder: Path) -> Package:
    """The package, found whole. Raises BadPackage."""
    from minutes.importing.packages import opened, package_in, steps

    place = package_in(folder)
    found = None
    with progress(opened(place), "Prövar", steps(place)) as bar:
        for found in bar:  # noqa: B007  # the last is the package
            pass
    assert found
    return found


def _unpack(session: Session, package: Package, settings: Settings) -> int:
    """Enter the package; gives how many meetings it held. Raises BadPackage."""
    from minutes.actions.unpacking import Whence, unpack
    from minutes.documents.archive.returned import require_same_records

    dump = package.dump
    whence = Whence(package.identity, dump.get("masked", []))
    unpack(
        session, act(), package.rows(), package.content, package=whence, exports=settings.exports
    )
    meetings: dict[str, int] = dump.get("meetings", {})
    secret = bool(dump.get("secret"))
    require_same_records(session, meetings, dict(package.records()), secret=secret)
    return len(meetings)


@click.command(cls=Command)
@click.argument("folder", metavar="MAPP", type=FILE)
def restore(folder: Path) -> None:
    """Läs tillbaka ett arkivpaket till ett register som är tomt."""
    from minutes.actions.unpacking import refuse
    from minutes.domain.archiving import BadPackage
    from minutes.store.session import writing

    with register() as settings:
        session = writing()
        try:
            package = _opened(folder)
            number = _unpack(session, package, settings)
        except BadPackage as bad:
            session.rollback()
            refuse(writing(), act(), folder.name, str(bad))
            session.commit()
            give_up(bad)
        session.commit()
    say(f"{number} sammanträden ur {package.identity} är återställda. Pröva dem: minutes verify")
