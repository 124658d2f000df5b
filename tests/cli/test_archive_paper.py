"""Minutes that were signed on paper are archived with the scan of the original, and read back."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import Commands
from tests.databases import migrated_file
from tests.documents.kept import BODY, DAY, Kept, sign_draft_on_paper
from tests.documents.reading import words
from tests.importing.test_attached import made

SCAN = made()


@pytest.fixture(scope="module")
def kept(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return sign_draft_on_paper(tmp_path_factory.mktemp("kept") / "register", run_folder, SCAN)


@pytest.fixture(scope="module")
def package(kept: Kept) -> Path:
    """The package of the meeting."""
    parent = kept.folder / "arkiv"
    result = kept.commands.run("archive", BODY, DAY, "-o", parent)
    assert result.exit_code == 0, result.output
    (found,) = parent.iterdir()
    return found


def test_the_scan_lies_beside_the_protocol_and_is_told_of_in_words(package: Path) -> None:
    folder = package / "representations/rep1/data" / str(DAY)

    assert (folder / "protokoll-skannat-1.pdf").read_bytes() == SCAN
    assert (folder / "protokoll.pdf").is_file()
    assert not (folder / "protokoll-undertecknat.pdf").exists()
    told = words(folder / "underskrifter.pdf")
    assert "Marie Sandelius (S), den 24 november 2026, på papper" in told
    assert hashlib.sha256(SCAN).hexdigest() in told.replace(" ", "")


def test_the_scan_comes_back_with_the_package(
    package: Path, run_folder: Path, tmp_path: Path
) -> None:
    other = Commands(tmp_path)
    migrated_file(run_folder, tmp_path)

    restored = other.run("restore", package)

    assert restored.exit_code == 0, restored.output
    assert hashlib.sha256(SCAN).hexdigest() in other.stored()
    verified = other.run("verify")
    assert verified.exit_code == 0, verified.output
