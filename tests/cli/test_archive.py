"""A package is made, and read back: byte for byte the same files, the same record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.archived import DAY, packed, small_register
from tests.cli.commands import Commands
from tests.databases import KINDS, migrated_file
from tests.postgres import postgres_database

RECORD = f"representations/rep1/data/{DAY}"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    """The register that is archived."""
    return small_register(tmp_path_factory.mktemp("archived"))


@pytest.fixture(scope="module")
def package(register: Commands) -> Path:
    """Its package."""
    return packed(register, register.folder / "arkiv")


@pytest.fixture(params=KINDS)
def elsewhere(
    request: pytest.FixtureRequest, run_folder: Path, tmp_path: Path
) -> Iterator[dict[str, str]]:
    """The settings of an empty register of each kind."""
    if request.param == "sqlite":
        migrated_file(run_folder, tmp_path)
        yield {}
        return
    with postgres_database(run_folder) as url:
        yield {"MINUTES_DATABASE_URL": url}


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_package_has_the_protocol_its_data_and_what_tells_of_them(package: Path) -> None:
    names = {path.relative_to(package).as_posix() for path in package.rglob("*")}

    assert {
        "METS.xml",
        "metadata/descriptive/erms.xml",
        "metadata/preservation/premis.xml",
        "documentation/las-mig.txt",
        "schemas/protokoll.schema.json",
        "representations/rep1/METS.xml",
        "representations/rep2/METS.xml",
        "representations/rep2/data/history.jsonl",
        *(f"{RECORD}/{name}" for name in ("protokoll.pdf", "underskrifter.pdf", "protokoll.json")),
    } <= names


def test_what_is_restored_is_byte_for_byte_what_was_archived(
    register: Commands, package: Path, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    other = Commands(tmp_path)

    restored = other.run("restore", package, **elsewhere)

    assert restored.exit_code == 0, restored.output
    assert (
        _files(tmp_path / "exports").items()
        >= {
            name: content
            for name, content in _files(register.folder / "exports").items()
            if not name.startswith(("printed", "pending"))
        }.items()
    )
    verified = other.run("verify", **elsewhere)
    assert verified.exit_code == 0, verified.output
    again = other.run("archive", "regionstyrelsen", DAY, "-o", tmp_path / "arkiv", **elsewhere)
    assert again.exit_code == 0, again.output
    (second,) = (tmp_path / "arkiv").iterdir()
    assert second.name == package.name
    assert _content(second) == _content(package)


def _content(package: Path) -> dict[str, bytes]:
    """The files that do not tell of when the package was made."""
    files = _files(package)
    told = ("METS.xml", "premis.xml", "erms.xml", "validering.json")
    return {name: content for name, content in files.items() if not name.endswith(told)}


def test_the_same_content_is_packed_once(register: Commands, package: Path) -> None:
    result = register.run("archive", "regionstyrelsen", DAY, "-o", package.parent)

    assert result.exit_code == 2
    assert "finns redan: samma innehåll är redan packat." in result.output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(("regionstyrelsen", "2025"), "har inget sammanträde 2025", id="empty year"),
        pytest.param(("regionstyrelsen", "2026-03-12"), "har inget sammanträde", id="other day"),
        pytest.param(("regionstyrelsen", "mars"), "är varken en dag eller ett år", id="no day"),
        pytest.param(("nämnden", DAY), "Registret har inget organ", id="no such body"),
    ],
)
def test_what_is_not_there_is_not_archived(
    register: Commands, words: tuple[str, str], sentence: str, tmp_path: Path
) -> None:
    result = register.run("archive", *words, "-o", tmp_path / "arkiv")

    assert result.exit_code == 2
    assert sentence in result.output
    assert not (tmp_path / "arkiv").exists()


def test_a_register_that_holds_anything_takes_no_package(register: Commands, package: Path) -> None:
    before = register.rows()

    result = register.run("restore", package)

    assert result.exit_code == 2
    assert result.output.startswith("Registret är inte tomt")
    assert register.rows() == before | {"history": before["history"] + 1}
    assert register.run("verify").exit_code == 0


def test_entries_that_came_with_a_package_cannot_be_taken_out(
    package: Path, run_folder: Path, tmp_path: Path
) -> None:
    other = Commands(tmp_path)
    migrated_file(run_folder, tmp_path)
    assert other.run("restore", package).exit_code == 0
    with closing(sqlite3.connect(other.database, isolation_level=None)) as database:
        database.execute("DROP TRIGGER history_is_kept_on_delete")
        database.execute("DELETE FROM history WHERE id = (SELECT min(id) FROM history)")

    result = other.run("verify")

    assert result.exit_code == 1
    assert "Historiken före återställningen är inte den som kom" in result.output
