"""A register on a local address, by the server that serves in earnest."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from playwright.sync_api import StorageState
from sqlmodel import select

from minutes.store.session import session
from minutes.store.tables import Body, Item
from tests.browser.server import CLOCK, TEMPLATES, served
from tests.databases import Register, close, demonstration_in, opened
from tests.web.pages import Visitor

T = TypeVar("T")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
"""What the clock of a site shows until it is moved."""


class Site:
    """A register that is served, and can be stopped and started again on the same address.

    The socket listens before the server is up: whoever comes early waits in its queue.
    The sites of a `run` share compiled templates. `settings` are those of the environment beside
    the register's own.
    """

    def __init__(self, register: Register, run: Path, **settings: str) -> None:
        self.register = register
        self.more: Mapping[str, str] = settings
        self.templates = run / "templates"
        self.clock = register.settings.exports.parent / "clock"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.server: ForkServerProcess | None = None

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Serve."""
        settings = self.register.settings
        environment = {
            "MINUTES_DATABASE_URL": settings.database_url,
            "MINUTES_EXPORTS": str(settings.exports),
            "MINUTES_SECRET": settings.secret,
            TEMPLATES: str(self.templates),
            CLOCK: str(self.clock),
            **self.more,
        }
        self.templates.mkdir(exist_ok=True)
        with socket.create_server(("127.0.0.1", self.port)) as listening:
            self.server = served(listening, environment)

    def stop(self) -> None:
        """Serve no more: nobody answers at the address."""
        if self.server:
            self.server.terminate()
            self.server.join()
            self.server = None

    def go_to(self, moment: datetime) -> None:
        """Let it be another moment at the server."""
        unfinished = self.clock.with_suffix(".part")
        unfinished.write_text(moment.isoformat())
        unfinished.rename(self.clock)

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


def draft_item(site: Site, number: int) -> str:
    """The address of a § of the board's draft on the secretary's screen."""

    def key() -> int:
        with opened(site.register):
            of_board = select(Item.id).join(Body).where(Body.slug == "regionstyrelsen")
            return session().exec(of_board.where(Item.year == 2026, Item.number == number)).one()

    return f"{site.address}/arbete/regionstyrelsen/2026-10-28/punkt/{aside(key)}"


def aside(ask: Callable[[], T]) -> T:
    """What an application is asked, in a thread without Playwright's event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(ask).result()


@contextmanager
def own(run: Path, folder: Path) -> Iterator[Site]:
    """A demonstration to write in, on an address of its own."""
    register = aside(lambda: demonstration_in(run, folder))
    with Site(register, run) as site:
        yield site
    aside(lambda: close(register))


def kept_by(register: Register, address: str, email: str, at: datetime = NOON) -> StorageState:
    """What the browser keeps of somebody who has signed in, at noon or later."""
    register.app.config["CLOCK"] = lambda: at
    cookie = aside(lambda: Visitor(register.app, email).client.get_cookie("paragraf"))
    assert cookie
    return {"cookies": [{"name": "paragraf", "value": cookie.value, "url": address}], "origins": []}
