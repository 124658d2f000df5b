"""Chromium, and a register that it can visit."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState, sync_playwright

from tests.databases import Register
from tests.web.pages import Visitor

ROOT = Path(__file__).resolve().parent.parent.parent
_SERVER = ["gunicorn", "--no-control-socket", "--threads", "4", "tests.browser.site:application"]


@pytest.fixture(scope="session")
def site(demo_register: Register) -> Iterator[str]:
    """The demonstration on a local address, by the server that serves in earnest.

    The socket listens before the server is up: whoever comes early waits in its queue.
    """
    settings = demo_register.settings
    environment = {
        **os.environ,
        "MINUTES_DATABASE_URL": settings.database_url,
        "MINUTES_EXPORTS": str(settings.exports),
        "MINUTES_SECRET": settings.secret,
    }
    with socket.create_server(("127.0.0.1", 0)) as listening:
        command = [sys.executable, "-m", *_SERVER, "--bind", f"fd://{listening.fileno()}"]
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            pass_fds=[listening.fileno()],
            stderr=subprocess.DEVNULL,
        )
        yield f"http://localhost:{listening.getsockname()[1]}"
        server.terminate()
        server.wait()


@pytest.fixture(scope="session")
def registrar(demo_register: Register, site: str) -> StorageState:
    """What the browser keeps of a registrar who has signed in, and so reads drafts too."""
    demo_register.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
    signed_in = Visitor(demo_register.app, "registrator@sundevik.example")
    cookie = signed_in.client.get_cookie("paragraf")
    assert cookie
    return {"cookies": [{"name": "paragraf", "value": cookie.value, "url": site}], "origins": []}


@pytest.fixture(scope="module")
def chromium(site: str, registrar: StorageState) -> Iterator[Browser]:
    """The system's Chromium; script/bootstrap installs it.

    Playwright keeps an event loop in this thread, in which no application context can be left:
    it runs for one module at a time, and after the site is up.
    """
    assert site
    assert registrar
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "Chromium is missing: run script/bootstrap check"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()
