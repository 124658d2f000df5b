"""Chromium, and a register that it can visit."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState, sync_playwright

from tests.browser.served import Site, aside, kept_by
from tests.databases import Register, close, demonstration_in


@pytest.fixture(scope="session")
def site(demo_register: Register, run_folder: Path) -> Iterator[str]:
    """The demonstration on a local address, by the server that serves in earnest."""
    with Site(demo_register, run_folder) as served:
        yield served.address


@pytest.fixture
def own_site(run_folder: Path, tmp_path: Path) -> Iterator[Site]:
    """A demonstration to write in, on an address of its own."""
    register = aside(lambda: demonstration_in(run_folder, tmp_path / "own"))
    with Site(register, run_folder) as served:
        yield served
    aside(lambda: close(register))


@pytest.fixture(scope="session")
def registrar(demo_register: Register, site: str) -> StorageState:
    """What the browser keeps of a registrar who has signed in, and so reads drafts too."""
    return kept_by(demo_register, site, "registrator@sundevik.example")


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
