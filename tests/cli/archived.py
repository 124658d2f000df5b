"""A package of a small register, copies of it to spoil, and registers to restore it to."""

from __future__ import annotations

import hashlib
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import select

from minutes.actions.adjustments import adjust
from minutes.actions.bodies import establish_body, found_organisation
from minutes.actions.history import Act
from minutes.actions.secrecy import keep_secret
from minutes.domain.bodies import BodyKind
from minutes.importing.load import record_meeting
from minutes.importing.recorder import Recorder
from minutes.store.session import session, writing
from minutes.store.tables import Item
from tests.cli.commands import Commands
from tests.databases import in_file, migrated_file, opened
from tests.importing.written import item, protocol, read_protocol

DAY = "2026-03-11"
SECRET = "tretton procent"
"""What stands in a secret § only."""


def small_register(folder: Path) -> Commands:
    """A register that holds one adjusted protocol with its file."""
    commands = Commands(folder)
    result = commands.run("import", commands.written("protokoll.txt", protocol(item(9), item(10))))
    assert result.exit_code == 0, result.output
    return commands


def secret_register(run: Path, folder: Path) -> Commands:
    """A register that holds one adjusted protocol, of which § 10 is secret."""
    migrated_file(run, folder)
    told = read_protocol(protocol(item(9), item(10).replace("åtta procent", SECRET)))
    act = Act("provet", datetime(2026, 3, 20, 9, tzinfo=UTC))
    with opened(in_file(folder)):
        organisation = found_organisation(writing(), act, "Region Älvmark")
        recorder = Recorder(session(), act, organisation)
        body = establish_body(session(), act, organisation, "Regionstyrelsen", kind=BodyKind.BOARD)
        meeting = record_meeting(recorder, body, told)
        row = session().exec(select(Item).where(Item.number == 10)).one()
        keep_secret(session(), act, row, "OSL 21 kap. 1 §")
        adjust(session(), act, meeting, told_on=act.at.date())
        session().commit()
    return Commands(folder)


def packed(commands: Commands, parent: Path, *options: str) -> Path:
    """The package of its meeting."""
    result = commands.run("archive", "regionstyrelsen", DAY, "-o", parent, *options)
    assert result.exit_code == 0, result.output
    (found,) = parent.iterdir()
    return found


def copied(package: Path, folder: Path) -> Path:
    """The package again, to do things to."""
    return Path(shutil.copytree(package, folder / package.name))


def _described_anew(text: str, path: str, content: bytes) -> str:
    """A METS document that tells of another content of a file."""
    sum_of = hashlib.sha256(content).hexdigest()
    element = re.compile(rf'<(?:file|mdRef) [^>]*>(?:\s*<FLocat [^>]*"{re.escape(path)}")?[^>]*>')

    def anew(match: re.Match[str]) -> str:
        if f'"{path}"' not in match[0]:
            return match[0]
        sized = re.sub(r'SIZE="\d+"', f'SIZE="{len(content)}"', match[0])
        return re.sub(r'CHECKSUM="\w+"', f'CHECKSUM="{sum_of}"', sized)

    return element.sub(anew, text)


def rewritten(package: Path, path: str, content: bytes) -> None:
    """Give a file another content, and have all METS documents say so."""
    (package / path).write_bytes(content)
    part = package.joinpath(*path.split("/")[:2])
    below = path.removeprefix(f"{part.relative_to(package)}/")
    for mets, name in ((part / "METS.xml", below), (package / "METS.xml", path)):
        if mets.is_file():
            text = mets.read_text(encoding="utf-8")
            mets.write_text(_described_anew(text, name, content), encoding="utf-8")
    if path.startswith("representations/") and not path.endswith("/METS.xml"):
        name = f"{part.relative_to(package)}/METS.xml"
        rewritten(package, name, (package / name).read_bytes())
