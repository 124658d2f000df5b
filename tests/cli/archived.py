"""A package of a small register, copies of it to spoil, and registers to restore it to."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

from tests.cli.commands import Commands
from tests.importing.written import item, protocol

DAY = "2026-03-11"


def small_register(folder: Path) -> Commands:
    """A register that holds one adjusted protocol with its file."""
    commands = Commands(folder)
    result = commands.run("import", commands.written("protokoll.txt", protocol(item(9), item(10))))
    assert result.exit_code == 0, result.output
    return commands


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
