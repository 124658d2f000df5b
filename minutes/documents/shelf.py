"""The shelf: what was printed lies under the checksum of what it was printed from.

The same sheet prints the same bytes, so a second asking costs nothing. What lies here can be
thrown away: it is made again when it is asked for.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

from minutes.documents.press import Sheet, packed, press

_PRINTERS = (
    "fields.py", "finalize.py", "joined.py", "letterhead.py", "pictured.py", "press.py",
    "render.py",
)  # fmt: skip


@cache
def _press_mark() -> bytes:
    """What the press is made of: another press may print the same sheet differently."""
    here = Path(__file__).parent
    mark = hashlib.sha256(version("weasyprint").encode() + version("pikepdf").encode())
    for name in _PRINTERS:
        mark.update((here / name).read_bytes())
    return mark.digest()


def mark_of(*printed_from: bytes) -> str:
    """The checksum of what is printed from this, by this press."""
    mark = hashlib.sha256(_press_mark())
    for one in printed_from:
        mark.update(hashlib.sha256(one).digest())
    return mark.hexdigest()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of what was printed; where it has a bound (bytes), what lay longest unused goes."""

    folder: Path
    bound: int | None = None

    def kept(self, name: str, make: Callable[[], bytes]) -> Path:
        """The file of that name, made now if it does not lie there."""
        file = self.folder / name
        with suppress(FileNotFoundError):
            os.utime(file)
            return file
        content = make()
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, suffix=".part", delete=False) as unfinished:
            unfinished.write(content)
        Path(unfinished.name).replace(file)
        self._make_room()
        return file

    def _make_room(self) -> None:
        if self.bound is None:
            return
        used = [(s.st_mtime_ns, s.st_size, f) for f in self.folder.iterdir() if (s := _stat(f))]
        total = 0
        for place, (_, size, file) in enumerate(sorted(used, reverse=True)):
            total += size
            if place and total > self.bound:  # the newest is kept, however large
                file.unlink(missing_ok=True)


def _stat(file: Path) -> os.stat_result | None:
    """The facts of a file, unless another process has just thrown it away."""
    with suppress(FileNotFoundError):
        return file.stat()
    return None


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """One press at a time on a machine, however many ask."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "press.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def shelved(sheet: Sheet, exports: Path, folder: str = "printed", bound: int | None = None) -> Path:
    """The printed sheet's file, printed now if it does not lie there. Raises BadDocument.

    `bound` is that of the shelf, in bytes.
    """
    shelf, name = Shelf(exports / folder, bound), f"{mark_of(packed(sheet))}.pdf"
    if (shelf.folder / name).exists():
        return shelf.folder / name
    with _one_at_a_time(shelf.folder):
        return shelf.kept(name, lambda: press(sheet))
