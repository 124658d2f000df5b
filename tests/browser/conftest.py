"""Chromium, and a register that it can visit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState

from tests.browser.chromium import open_chromium
from tests.browser.served import Site, kept_by, own
from tests.databases import Register


@pytest.fixture(scope="session")
def site(demo_register: Register, run_folder: Path) -> Iterator[str]:
    """The demonstration on a local address, by the server that serves in earnest."""
    with Site(demo_register, run_folder) as served:
        yield served.address


@pytest.fixture
def own_site(run_folder: Path, tmp_path: Path) -> Iterator[Site]:
    """A demonstration to write in, on an address of its own."""
    with own(run_folder, tmp_path / "own") as served:
        yield served


@pytest.fixture(scope="module")
def module_site(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A demonstration to write in that the tests of one module share."""
    with own(run_folder, tmp_path_factory.mktemp("of-module") / "own") as served:
        yield served


@pytest.fixture(scope="session")
def registrar(demo_register: Register, site: str) -> StorageState:
    """What the browser keeps of a registrar who has signed in, and so reads drafts too."""
    return kept_by(demo_register, site, "registrator@sundevik.example")


@pytest.fixture(scope="module")
def chromium(site: str, registrar: StorageState) -> Iterator[Browser]:
    """A browser for one module, started when the site is up.

    Playwright keeps an event loop in this thread, in which no application context can be left.
    """
    assert site
    assert registrar
    with open_chromium() as browser:
        yield browser
