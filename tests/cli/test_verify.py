"""The command that goes through what is kept, and names the first thing that is not as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.commands import Commands


def _kept(folder: Path) -> Path:
    (file,) = (folder / "exports").glob("??/*")
    return file


def _write(file: Path, content: bytes) -> None:
    file.unlink(missing_ok=True)
    file.write_bytes(content)


def _flipped(file: Path) -> None:
    content = file.read_bytes()
    _write(file, bytes([content[0] ^ 1]) + content[1:])


def test_a_register_that_is_as_it_was_is_said_to_be(held: Commands) -> None:
    result = held.run("verify")

    assert result.exit_code == 0
    assert result.output.startswith("Allt är som det var: ")


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        pytest.param(_flipped, "är ändrad: den har inte längre sin checksumma.", id="one bit"),
        pytest.param(lambda f: _write(f, b"short"), "är 5 byte, men var", id="another size"),
        pytest.param(lambda f: f.unlink(), "saknas i", id="gone"),
        pytest.param(
            lambda f: _write(f.with_name(f.name[:-1] + "x"), b"more"),
            "finns inte i registret.",
            id="one more",
        ),
    ],
)
def test_a_file_that_is_not_as_it_was_is_named(
    held: Commands, damage: Callable[[Path], None], sentence: str
) -> None:
    file = _kept(held.folder)
    damage(file)

    result = held.run("verify")

    assert result.exit_code == 1
    assert result.output.startswith("Inte som det var: Filen ")
    assert sentence in result.output


def _tampered(held: Commands, *statements: str) -> None:
    with closing(sqlite3.connect(held.database, isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)


def test_a_vote_changed_past_everything_is_named_with_its_meeting(held: Commands) -> None:
    _tampered(
        held,
        "DROP TRIGGER item_is_frozen_on_update",
        "UPDATE item SET title = 'Annat' WHERE id = 1",
        "CREATE TRIGGER item_is_frozen_on_update BEFORE UPDATE ON item BEGIN SELECT 1; END",
    )

    result = held.run("verify")

    assert result.exit_code == 1
    assert "2026-02-11 är inte det som justerades: ändrat i item." in result.output


def test_a_reference_to_nothing_is_named(held: Commands) -> None:
    _tampered(held, "DELETE FROM organisation")

    result = held.run("verify")

    assert result.exit_code == 1
    assert "hör till en rad i organisation som inte finns." in result.output
