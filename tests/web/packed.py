"""An archivist at work: packages are made, fetched and restored."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from minutes.actions.delegation import enter_delegated
from minutes.actions.history import Act
from minutes.domain.delegation import DelegatedDecision
from minutes.store.queries.bodies import find_slug
from minutes.store.session import session, writing
from minutes.web.archiving.packing import workers
from tests.cli.commands import Commands
from tests.databases import migrated_file, opened
from tests.web.conftest import NOW
from tests.web.desk import Desk

YEAR = "/arkiv/regionala-utvecklingsnamnden/2026"
DAY = "2026-11-04"
PACK, PACK_YEAR = f"packa-{DAY}", "packa-2026"


def wait(desk: Desk) -> None:
    """Until what was begun is over."""
    workers(desk.app).submit(lambda: None).result()


def packed(desk: Desk, form: str = PACK) -> str:
    """Have it packed; the address of the package."""
    desk.send(form)
    wait(desk)
    desk.open(YEAR)
    return next(link for link in desk.page.links() if link.endswith(".zip"))


def fetched(desk: Desk, address: str) -> ZipFile:
    """A package as it is downloaded."""
    with desk.visitor.client.get(address) as answer:
        assert answer.mimetype == "application/zip"
        return ZipFile(io.BytesIO(answer.data))


def restored_in(package: ZipFile, run: Path, folder: Path) -> Commands:
    """An empty register that has read a package back."""
    package.extractall(folder / "hämtat")
    (unpacked,) = (folder / "hämtat").iterdir()
    migrated_file(run, folder)
    commands = Commands(folder)
    done = commands.run("restore", unpacked)
    assert done.exit_code == 0, done.output
    return commands


def decide_by_delegate(desk: Desk) -> None:
    """A delegate decides something that no § reports."""
    made = DelegatedDecision("Trafikchefen", "En ny hållplats.", date(2026, 11, 12))
    with opened(desk.register):
        writing()
        body = find_slug(session(), YEAR.split("/")[2])
        assert body
        enter_delegated(session(), Act("provet", NOW), body, made, today=NOW.date())
        session().commit()
