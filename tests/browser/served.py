"""A register on a local address, by the server that serves in earnest."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from playwright.sync_api import StorageState

from tests.databases import Register
from tests.web.pages import Visitor

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent.parent
_SERVER = ["gunicorn", "--no-control-socket", "--threads", "4", "tests.browser.site:application"]


class Site:
    """A register that is served, and can be stopped and started again on the same address.

    The socket listens before the server is up: whoever comes early waits in its queue.
    """

    def __init__(self, register: Register) -> None:
        self.register = register
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.server: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Serve."""
        settings = self.register.settings
        environment = {
            **os.environ,
            "MINUTES_DATABASE_URL": settings.database_url,
            "MINUTES_EXPORTS": str(settings.exports),
            "MINUTES_SECRET": settings.secret,
        }
        with socket.create_server(("127.0.0.1", self.port)) as listening:
            command = [sys.executable, "-m", *_SERVER, "--bind", f"fd://{listening.fileno()}"]
            self.server = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                pass_fds=[listening.fileno()],
                stderr=subprocess.DEVNULL,
            )

    def stop(self) -> None:
        """Serve no more: nobody answers at the address."""
        if self.server:
            self.server.terminate()
            self.server.wait()
            self.server = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def aside(ask: Callable[[], T]) -> T:
    """What an application is asked, in a thread without Playwright's event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(ask).result()


def kept_by(register: Register, address: str, email: str) -> StorageState:
    """What the browser keeps of somebody who has signed in."""
    register.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
    cookie = aside(lambda: Visitor(register.app, email).client.get_cookie("paragraf"))
    assert cookie
    return {"cookies": [{"name": "paragraf", "value": cookie.value, "url": address}], "origins": []}
