"""Trays: where files wait for the transaction that names them, each tray for one transaction.

A tray is locked by the process that fills it; the lock goes with the process, however it dies.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy.orm import SessionTransaction

_UNFINISHED = ".part"
_READ_ONLY = 0o444


def pending(exports: Path) -> Path:
    """The folder of the trays."""
    return exports / "pending"


def kept_path(exports: Path, sha256: str) -> Path:
    """Where a file of that checksum is kept."""
    return exports / sha256[:2] / sha256


def _sync(folder: Path) -> None:
    """Have the disk know what lies in a folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make(folder: Path) -> None:
    """A folder that survives the power going."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(exist_ok=True)
        _sync(folder.parent)


@dataclass(slots=True)
class Tray:
    """The files that wait for one transaction, each with the savepoint that it came in."""

    folder: Path
    lock: int
    files: dict[str, SessionTransaction | None] = field(default_factory=dict)

    def add(self, content: bytes, sha256: str, within: SessionTransaction | None) -> None:
        """Write a file, whole or not at all."""
        unfinished = self.folder / f"{sha256}{_UNFINISHED}"
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), _READ_ONLY)
            os.fsync(file.fileno())
        unfinished.rename(self.folder / sha256)
        _sync(self.folder)
        self.files[sha256] = within

    def settle(self, names: Iterable[str]) -> None:
        """Lay files among those that are kept; what lies there is never written over."""
        for sha256 in list(names):
            kept = kept_path(self.folder.parent.parent, sha256)
            _make(kept.parent)
            with suppress(FileExistsError):
                os.link(self.folder / sha256, kept)
            _sync(kept.parent)
            self.discard(sha256)

    def discard(self, name: str) -> None:
        """Throw a file away."""
        (self.folder / name).unlink(missing_ok=True)
        self.files.pop(name, None)

    def close(self) -> None:
        """Let go of the tray; one that still holds something waits for the sweep."""
        with suppress(OSError):
            self.folder.rmdir()
        os.close(self.lock)


def _try_lock(folder: Path) -> int | None:
    """A lock on a tray that stands and that no other holds."""
    with suppress(FileNotFoundError):
        lock = os.open(folder, os.O_RDONLY)
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(lock).st_nlink:
                return lock
        os.close(lock)
    return None


def new_tray(exports: Path) -> Tray:
    """An empty tray, locked by us."""
    _make(pending(exports))
    while True:
        folder = Path(mkdtemp(dir=pending(exports)))
        lock = _try_lock(folder)
        if lock is not None:  # a sweep that came between has taken it away
            _sync(folder.parent)
            return Tray(folder, lock)


@contextmanager
def abandoned(exports: Path) -> Iterator[list[Tray]]:
    """The trays whose process has died, ours as long as this lasts."""
    found = []
    for folder in sorted(pending(exports).glob("*/")):
        lock = _try_lock(folder)
        if lock is not None:
            found.append(Tray(folder, lock, dict.fromkeys(os.listdir(folder))))
    try:
        yield found
    finally:
        for tray in found:
            tray.close()
