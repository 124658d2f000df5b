"""A process kept warm beside the server: what is shown while one writes is printed in it.

It has the engine in memory, so a § costs what its own words cost; laying out holds the
interpreter's lock, which here is another's. The press (press.py) begins anew for each protocol
instead: that takes long, and its memory is given back.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from multiprocessing import get_context, parent_process
from threading import Lock, Thread
from typing import ParamSpec, TypeVar

from minutes.documents.render import BadDocument

P = ParamSpec("P")
T = TypeVar("T")
_SECONDS = 60
_TURNS = 1000
"""After so many turns a new process takes over; what the engine forgot to give back goes."""


class Superseded(Exception):
    """Newer words of the same thing wait to be printed, so these are not."""


def _end_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(0)


def _warm() -> None:
    """Load the engine and let it find its fonts, before anybody waits for it."""
    import pypdfium2  # noqa: F401  # loaded for the turns to come

    from minutes.documents.render import lay_out

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    lay_out('<html lang="sv"><title>Varm</title><p>Å</p></html>', "pdf/a-3a")
    gc.freeze()


def _turn(work: Callable[[], T]) -> T:
    """Do the work; a process that takes too long ends, and is replaced."""
    signal.alarm(_SECONDS)
    try:
        return work()
    finally:
        signal.alarm(0)


class Worker:
    """One process, started when it is needed, that does one thing at a time."""

    def __init__(self, turns: int = _TURNS) -> None:
        self._turns = turns
        self._left = 0
        self._pool: ProcessPoolExecutor | None = None
        self._busy = Lock()
        self.wanted: dict[str, str] = {}

    def _ready(self) -> ProcessPoolExecutor:
        if self._pool is None or not self._left:
            self.end()
            context = get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=_warm)
            self._left = self._turns
        self._left -= 1
        return self._pool

    def end(self) -> None:
        """Let the process go; the next turn starts another."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def start(self) -> None:
        """Have the process begin, without waiting for it."""
        if self._busy.acquire(blocking=False):
            try:
                self._ready().submit(_turn, int)
            finally:
                self._busy.release()

    def turn(
        self, thing: str, words: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """What the work gives, done in the process when it is free.

        `thing` is what is printed, `words` the mark of what it says now. Raises Superseded where
        other words of the thing were asked for meanwhile, and BadDocument where the process ended.
        """
        self.wanted[thing] = words
        with self._busy:
            if self.wanted.get(thing, words) != words:
                raise Superseded
            try:
                return self._ready().submit(_turn, partial(work, *args, **kwargs)).result()
            except BrokenProcessPool as broken:
                self.end()
                raise BadDocument("utskriften avbröts") from broken
            finally:
                self._forget(thing, words)

    def _forget(self, thing: str, words: str) -> None:
        if self.wanted.get(thing) == words:
            self.wanted.pop(thing, None)


@cache
def worker() -> Worker:
    """The worker of this process."""
    return Worker()
