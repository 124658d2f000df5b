"""The shelf: what was printed lies under the checksum of what it was printed from.

The same sheet prints the same bytes, so a second asking costs nothing. What lies here can be
thrown away: it is made again when it is asked for.
"""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path

from minutes.documents.press import Sheet, packed, press

_PRINTERS = ("finalize.py", "letterhead.py", "press.py", "render.py")


@cache
def _press_mark() -> bytes:
    """What the press is made of: another press may print the same sheet differently."""
    here = Path(__file__).parent
    mark = hashlib.sha256(version("weasyprint").encode() + version("pikepdf").encode())
    for name in _PRINTERS:
        mark.update((here / name).read_bytes())
    return mark.digest()


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """One press at a time on a machine, however many ask."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "press.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def shelved(sheet: Sheet, exports: Path) -> Path:
    """The printed sheet's file, printed now if it does not lie there. Raises BadDocument."""
    folder = exports / "printed"
    file = folder / f"{hashlib.sha256(_press_mark() + packed(sheet)).hexdigest()}.pdf"
    if file.exists():
        return file
    with _one_at_a_time(folder):
        if not file.exists():
            unfinished = file.with_suffix(".part")
            unfinished.write_bytes(press(sheet))
            unfinished.replace(file)
    return file
