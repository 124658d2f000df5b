"""The files of a package: laid in its folder, each with its checksum."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from minutes.documents.render import BadDocument

REPORT = "validering.json"
"""What was found when the package was made."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to lay in a package: where, its bytes or the file that holds them, its title."""

    path: str
    content: bytes | Path
    media_type: str
    title: str

    def read(self) -> bytes:
        """Its bytes. Raises BadDocument where the file is lost."""
        if isinstance(self.content, bytes):
            return self.content
        try:
            return self.content.read_bytes()
        except FileNotFoundError as lost:
            raise BadDocument(
                f"filen ”{self.title}” saknas bland filerna: {lost.filename}"
            ) from lost


@dataclass(frozen=True, slots=True)
class Laid:
    """A file that lies in a package; its path is from the package's folder."""

    path: str
    media_type: str
    title: str
    size: int
    sha256: str

    def below(self, folder: str) -> str:
        """Its path from a folder of the package."""
        return self.path.removeprefix(f"{folder}/") if folder else self.path

    @property
    def key(self) -> str:
        """What it is called inside XML: the same for the same place."""
        return f"f{hashlib.sha256(self.path.encode()).hexdigest()[:24]}"


def lay(folder: Path, piece: Piece) -> Laid:
    """Write a file into the package's folder. Raises BadDocument and OSError."""
    content = piece.read()
    file = folder / piece.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    sha256 = hashlib.sha256(content).hexdigest()
    return Laid(piece.path, piece.media_type, piece.title, len(content), sha256)


def is_report(one: Laid) -> bool:
    """Whether a file tells of the packing itself: it differs each time."""
    return one.path.endswith(f"/{REPORT}")


def mark_of(laid: Iterable[Laid]) -> str:
    """The checksum (hex) of what a package holds: of all paths and checksums."""
    lines = sorted(f"{one.sha256}  {one.path}\n" for one in laid)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def settle(folder: Path) -> None:
    """Have the disk know all that lies in a folder."""
    for place in (folder, *folder.rglob("*")):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
