"""What every test shares: the shared material, how hard properties are tried, and registers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine
from sqlmodel import Session

from minutes.actions import passwords
from tests.databases import (
    KINDS,
    Register,
    close,
    demonstration_in,
    empty_register,
    migrated,
    opened,
    rolled_back,
)
from tests.once import close_run, folder_of, open_run, tell_worker
from tests.postgres import stop_server

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

settings.register_profile(
    "tests",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")


def pytest_configure(config: pytest.Config) -> None:
    open_run(config)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    tell_worker(node.config, node.workerinput)


def pytest_unconfigure(config: pytest.Config) -> None:
    close_run(config, before=stop_server)


class _Remembering(PasswordHasher):
    """Hashes at full cost, but a password once a process: registers are made with the same few."""

    hash = cache(PasswordHasher.hash)


@pytest.fixture(scope="session", autouse=True)
def hashed_once() -> Iterator[None]:
    """Accounts of one password have one hash, as they never have outside the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", _Remembering())
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real protocols and truths; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared protocols are not here: their tests need ../shared")
    return SHARED


@pytest.fixture(scope="session")
def run_folder(pytestconfig: pytest.Config) -> Path:
    """The folder that all processes of a run share."""
    return folder_of(pytestconfig)


@pytest.fixture(scope="session")
def demo_register(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register with the demonstration, to read: the tests of a process share it."""
    register = demonstration_in(run_folder, tmp_path_factory.mktemp("demonstration"))
    yield register
    close(register)


@pytest.fixture(params=KINDS)
def unmade(request: pytest.FixtureRequest, run_folder: Path, tmp_path: Path) -> Iterator[Register]:
    """A register whose database is empty, without a schema, in its application's context."""
    with empty_register(request.param, run_folder, tmp_path) as register, opened(register):
        yield register


@pytest.fixture(scope="session", params=KINDS)
def engine(
    request: pytest.FixtureRequest, run_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A migrated database of each kind, without rows."""
    with migrated(request.param, run_folder, tmp_path_factory.mktemp(request.param)) as engine:
        yield engine


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session on an empty register; what the test does is undone."""
    with rolled_back(engine) as session:
        yield session
