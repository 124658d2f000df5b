"""Writers to a SQLite file stand in line.

SQLite lets them wait, but in no order: who has waited longest asks least often, and is passed by
those who come later until its patience ends.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import MutableMapping
from typing import Any

from sqlalchemy import URL

_PLACE = "place in line"
_PAUSE = 0.002


class Line:
    """The line before one file: those of a process in their order, and one of each process.

    A connection keeps its place in its `info` (SQLAlchemy's).
    """

    def __init__(self, file: str, patience: float) -> None:
        self._file = f"{file}-line"
        self._patience = patience
        self._here = threading.Lock()

    def enter(self, info: MutableMapping[Any, Any]) -> None:
        """Wait for one's turn; whoever has lost patience leaves the waiting to SQLite."""
        until = time.monotonic() + self._patience
        if _PLACE in info or not self._here.acquire(timeout=self._patience):
            return
        info[_PLACE] = handle = os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600)
        while not _is_free(handle) and time.monotonic() < until:
            time.sleep(_PAUSE)

    def leave(self, info: MutableMapping[Any, Any]) -> None:
        """Let the next one in."""
        handle = info.pop(_PLACE, None)
        if handle is not None:
            os.close(handle)
            self._here.release()


def _is_free(handle: int) -> bool:
    """Whether no other process is at the file; from now on it is ours."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def line_at(url: URL, patience: float) -> Line | None:
    """The line before the database, where it is a file; `patience` is in seconds."""
    name = url.database or ""
    return None if name in {"", ":memory:"} or name.startswith("file:") else Line(name, patience)
