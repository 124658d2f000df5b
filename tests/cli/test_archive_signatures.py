"""Minutes with real signatures are archived with what was found of them, and read back whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Commands
from tests.databases import migrated_file
from tests.documents.kept import ADJUSTER, BODY, CHAIR, DAY, SEAL, Kept, keep_signed


@pytest.fixture(scope="module")
def kept(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return keep_signed(run_folder, tmp_path_factory.mktemp("kept") / "register")


@pytest.fixture(scope="module")
def package(kept: Kept) -> Path:
    """The package of the signed meeting."""
    parent = kept.folder / "arkiv"
    result = kept.commands.run("archive", BODY, DAY, "-o", parent, **kept.settings)
    assert result.exit_code == 0, result.output
    (found,) = parent.iterdir()
    return found


def _data(package: Path) -> Path:
    return package / "representations/rep1/data" / str(DAY)


def _report(package: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((_data(package) / "validering.json").read_bytes())
    return told


def test_the_report_of_the_validation_knows_whom_the_register_trusts(package: Path) -> None:
    told = _report(package)

    (file,) = told["files"]
    assert (told["anchors"], file["is_sound"], file["flaws"]) == (2, True, [])
    assert [one["holder"]["name"] for one in file["signatures"]] == [SEAL, CHAIR]
    assert [one["said_name"].split(" (")[0] for one in file["signatures"]] == [ADJUSTER, CHAIR]


def test_a_seal_that_cannot_be_opened_stops_the_packing(kept: Kept, tmp_path: Path) -> None:
    settings = {**kept.settings, "MINUTES_SEAL_PASSPHRASE": "fel"}

    result = kept.commands.run("archive", BODY, DAY, "-o", tmp_path / "arkiv", **settings)

    assert result.exit_code == 2
    assert "MINUTES_SEAL går inte att använda" in result.output
    assert not (tmp_path / "arkiv").exists()


def test_signatures_are_valid_when_the_package_is_read_back(
    kept: Kept, package: Path, run_folder: Path, tmp_path: Path
) -> None:
    other = Commands(tmp_path)
    migrated_file(run_folder, tmp_path)

    restored = other.run("restore", package)

    assert restored.exit_code == 0, restored.output
    verified = other.run("verify", **kept.settings)
    assert verified.exit_code == 0, verified.output
    signed = (_data(package) / "protokoll-undertecknat.pdf").read_bytes()
    files = {path.read_bytes() for path in (tmp_path / "exports").glob("??/*")}
    assert signed in files
