"""Chromium, and a register that it can visit."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.databases import Register

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
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def chromium(site: str) -> Iterator[Browser]:
    """The system's Chromium; script/bootstrap installs it.

    Playwright keeps an event loop in this thread, in which no application context can be left:
    it runs for one module at a time, and after the site is up.
    """
    assert site
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "Chromium is missing: run script/bootstrap check"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()
