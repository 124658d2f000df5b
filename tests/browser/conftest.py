"""Chromium, and a register that it can visit."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from tests.databases import Register


@pytest.fixture(scope="session")
def site(demo_register: Register) -> Iterator[str]:
    """The demonstration on a local address, on 22 November 2026."""
    demo_register.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
    server = make_server("127.0.0.1", 0, demo_register.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


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
