"""A database that cannot be used: a sentence that says so, and exit code 2."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minutes.cli import main
from tests.cli.commands import Commands
from tests.importing.written import protocol

COMMANDS = (
    pytest.param(["migrate"], id="migrate"),
    pytest.param(["serve"], id="serve"),
    pytest.param(["protocol", "Regionstyrelsen", "2026-10-28"], id="protocol"),
)


def _run(command: list[str], url: str) -> Result:
    return CliRunner().invoke(main, command, env={"MINUTES_DATABASE_URL": url})


def _made_by(folder: Path, revision: str) -> str:
    """The URL of a database that says it has this revision of the schema."""
    file = folder / "minutes.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        database.execute("INSERT INTO alembic_version VALUES (?)", (revision,))
        database.commit()
    return f"sqlite:///{file}"


@pytest.mark.parametrize("url", ["no address", "mysql://paragraf:hemligt@/paragraf", "sqlite:fil"])
@pytest.mark.parametrize("command", COMMANDS)
def test_an_address_that_is_none_is_named(command: list[str], url: str) -> None:
    result = _run(command, url)

    assert result.exit_code == 2
    assert result.output.startswith("MINUTES_DATABASE_URL går inte att använda")
    assert "hemligt" not in result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_a_database_out_of_reach_is_no_traceback(command: list[str], tmp_path: Path) -> None:
    result = _run(command, f"sqlite:///{tmp_path / 'no such folder' / 'minutes.sqlite3'}")

    assert result.exit_code == 2
    assert "Databasen svarar inte" in result.output
    assert "Kontrollera MINUTES_DATABASE_URL" in result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_a_database_of_a_later_version_is_left_alone(command: list[str], tmp_path: Path) -> None:
    result = _run(command, _made_by(tmp_path, "of a later version"))

    assert result.exit_code == 2
    assert "från en nyare version av Paragraf" in result.output


def test_a_folder_for_documents_that_cannot_be_made_is_named(commands: Commands) -> None:
    file = commands.written("a.txt", protocol())

    result = commands.run("import", file, MINUTES_EXPORTS=str(file))

    assert result.exit_code == 2
    assert f"Det gick inte att skriva {file}" in result.stderr
    assert "Kontrollera MINUTES_EXPORTS." in result.stderr
    assert "meeting" not in commands.rows()
