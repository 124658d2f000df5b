"""The command line on a register of its own, and a package to restore."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.archived import packed, small_register
from tests.cli.commands import Commands, holding
from tests.databases import migrated_file
from tests.importing.written import item, protocol


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that is as it was made; copy it to do things to it."""
    register = small_register(tmp_path_factory.mktemp("archived"))
    return packed(register, register.folder / "arkiv")


@pytest.fixture
def bare(tmp_path: Path) -> Commands:
    """The command line on an empty folder."""
    return Commands(tmp_path)


@pytest.fixture
def commands(bare: Commands, run_folder: Path) -> Commands:
    """The command line on a register without rows."""
    migrated_file(run_folder, bare.folder)
    return bare


@pytest.fixture
def held(bare: Commands, run_folder: Path) -> Commands:
    """A register that holds one protocol already, that of the day before."""
    text = protocol(item(9), item(10), item(11)).replace("2026-03-11", "2026-02-11")
    return holding(bare, run_folder / "held", text)
