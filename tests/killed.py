"""A process that does one thing to a register, and is killed (SIGKILL) at a step of it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlmodel import Session

from minutes.store.session import db
from tests.databases import Register

_FILE_STEPS = {"open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_WRITES = ("INSERT", "UPDATE", "DELETE")
FAILED = 3
"""How the process ends where the work itself fails."""


class _Steps:
    """Counts what touches the disk or the transaction, and ends the process at one of them."""

    def __init__(self, folder: Path, last: int) -> None:
        self.folder = str(folder)
        self.shelf = str(folder / "printed")
        self.last = last
        self.count = 0

    def step(self, *_: Any) -> None:
        """Another step; the last one is never taken."""
        self.count += 1
        if self.count == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def sent(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        """A statement that is about to be sent; one that reads leaves nothing behind."""
        if statement.startswith(_WRITES):
            self.step()

    def audit(self, name: str, arguments: tuple[Any, ...]) -> None:
        """Python's own report of what is asked of the system.

        To read leaves nothing behind, and what is printed is printed again.
        """
        if name not in _FILE_STEPS or (name == "open" and not arguments[2] & _WRITING):
            return
        path = str(arguments[0])
        if path.startswith(self.folder) and not path.startswith(self.shelf):
            self.step()


def _do(register: Register, work: Callable[[], object], last: int) -> None:
    """The work in this process, which ends at the step if it comes that far."""
    steps = _Steps(register.settings.exports, last)
    with register.app.app_context():
        event.listen(db.engine, "before_cursor_execute", steps.sent)
        event.listen(db.engine, "commit", steps.step)
    event.listen(Session, "before_commit", steps.step)
    event.listen(Session, "after_commit", steps.step, insert=True)
    event.listen(Session, "after_transaction_end", steps.step, insert=True)
    sys.addaudithook(steps.audit)
    work()


def killed_at(last: int, register: Register, work: Callable[[], object]) -> bool:
    """Whether a process that does the work was killed at that step, or had done all before it.

    No connection of ours may be open: a process that is forked would share it.
    """
    child = os.fork()
    if child == 0:
        code = FAILED
        try:
            _do(register, work, last)
            code = 0
        finally:
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status) == signal.SIGKILL
    if os.WEXITSTATUS(status):
        raise RuntimeError("the work failed by itself")
    return False
