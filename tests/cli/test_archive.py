"""A package is made, and read back: byte for byte the same files, the same record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.archived import DAY, SECRET, packed, secret_register, small_register
from tests.cli.commands import Commands
from tests.databases import KINDS, migrated_file
from tests.documents.reading import words
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


def _with(sought: str, package: Path) -> set[str]:
    """The files of data in which some words stand."""
    data = {name for name, content in _files(package).items() if sought.encode() in content}
    return {name.rpartition("/")[2] for name in data}


def test_what_is_secret_is_in_the_package_that_is_asked_to_hold_it_and_in_no_other(
    run_folder: Path, tmp_path: Path
) -> None:
    register = secret_register(run_folder, tmp_path)

    told, whole = packed(register, tmp_path / "a"), packed(register, tmp_path / "b", "--secret")

    assert _with(SECRET, told) == set()
    assert _with(SECRET, whole) == {"protokoll.json", "text_revision.jsonl"}
    assert ("sekretess" in told.name, "sekretess" in whole.name) == (False, True)
    assert "OSL 21 kap. 1 §" in (told / RECORD / "protokoll.json").read_text(encoding="utf-8")
    assert not (told / RECORD / "protokoll-sekretess.pdf").exists()
    assert SECRET in words(whole / RECORD / "protokoll-sekretess.pdf")


@pytest.mark.parametrize("options", [(), ("--secret",)], ids=["open", "secret"])
def test_a_package_of_secret_minutes_is_restored_as_it_was_packed(
    options: tuple[str, ...], run_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    register, other = secret_register(run_folder, tmp_path), Commands(tmp_path / "other")
    package = packed(register, tmp_path / "arkiv", *options)
    migrated_file(run_folder, other.folder)

    restored = other.run("restore", package)

    assert restored.exit_code == 0, restored.output
    assert other.run("verify").exit_code == 0
    assert packed(other, tmp_path / "igen", *options).name == package.name


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        pytest.param(("regionstyrelsen", "2025"), "har inget sammanträde 2025", id="empty year"),
        pytest.param(("regionstyrelsen", "2026-03-12"), "har inget sammanträde", id="other day"),
        pytest.param(("regionstyrelsen", "mars"), "är varken en dag eller ett år", id="no day"),
        pytest.param(("nämnden", DAY), "Registret har inget organ", id="no such body"),
    ],
)
def test_what_is_not_there_is_not_archived(
    register: Commands, asked: tuple[str, str], sentence: str, tmp_path: Path
) -> None:
    result = register.run("archive", *asked, "-o", tmp_path / "arkiv")

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
