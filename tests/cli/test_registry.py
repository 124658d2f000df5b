"""`minutes protocol`, `demo` and `migrate`: what they write, and what they say no to."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.domain.record_json import loads
from tests.cli.commands import Commands, holding
from tests.databases import close, demonstration_in
from tests.importing.written import protocol


@pytest.fixture
def held(bare: Commands, run_folder: Path) -> Commands:
    """A register with one small protocol."""
    return holding(bare, run_folder / "of-one", protocol())


@pytest.fixture
def demonstration(bare: Commands, run_folder: Path) -> Commands:
    """A register with the demonstration in it."""
    close(demonstration_in(run_folder, bare.folder))
    return bare


def test_a_protocol_is_written_and_carries_its_record(held: Commands) -> None:
    file = held.folder / "ut.pdf"

    result = held.run("protocol", "Regionstyrelsen", "2026-03-11", "-o", file)

    assert (result.exit_code, result.stderr) == (0, f"{file} är skriven.\n")
    of_pdf = loads(held.run("parse", file).stdout)
    of_text = loads(held.run("parse", held.folder / "held.txt").stdout)
    assert of_pdf.items == of_text.items
    assert of_pdf.attendance == of_text.attendance


def test_a_protocol_is_named_after_body_and_day(
    held: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(held.folder)

    assert held.run("protocol", "Regionstyrelsen", "2026-03-11").exit_code == 0

    assert (held.folder / "regionstyrelsen-2026-03-11.pdf").read_bytes().startswith(b"%PDF")


UNWRITTEN = (
    pytest.param(
        ["Trafiknämnden", "2026-03-11"],
        "Registret har inget organ som heter ”Trafiknämnden”.",
        id="no such body",
    ),
    pytest.param(
        ["Regionstyrelsen", "2026-03-12"],
        "Regionstyrelsen har inget sammanträde 2026-03-12 i registret.",
        id="no such meeting",
    ),
    pytest.param(
        ["Regionstyrelsen", "12 mars"], "”12 mars” är ingen dag. Skriv den som", id="no such day"
    ),
    pytest.param(
        ["Regionstyrelsen", "2026-03-11", "-o", "/finns/inte/ut.pdf"],
        "Det gick inte att skriva /finns/inte/ut.pdf: mappen finns inte.",
        id="no such folder",
    ),
    pytest.param(
        ["Regionstyrelsen", "2026-03-11", "-o", "/"],
        "Det gick inte att skriva /: det är en mapp, ange en fil i den.",
        id="a folder",
    ),
    pytest.param(
        ["Regionstyrelsen", "2026-03-11", "-o", "/dev/full"],
        "Det gick inte att skriva /dev/full: disken är full.",
        id="no room",
    ),
)


@pytest.mark.parametrize(("words", "sentence"), UNWRITTEN)
def test_what_cannot_be_written_is_told(words: list[str], sentence: str, held: Commands) -> None:
    result = held.run("protocol", *words)

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert not list(held.folder.glob("*.pdf"))


def test_a_register_with_something_in_it_gets_no_demonstration(held: Commands) -> None:
    before = held.rows()

    result = held.run("demo")

    assert result.exit_code == 2
    assert "Registret är inte tomt. Ange en annan databas" in result.stderr
    assert held.rows() == before


def test_a_second_demonstration_is_left_out_where_it_is_asked_for(demonstration: Commands) -> None:
    before = demonstration.rows()

    result = demonstration.run("demo", "--if-empty")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Konton att prova med")
    assert demonstration.rows() == before


def test_migrate_makes_the_schema_and_may_be_run_again(bare: Commands) -> None:
    first, second = bare.run("migrate"), bare.run("migrate")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert set(bare.rows()) == {"alembic_version"}


def test_a_register_is_made_by_the_first_command_that_needs_it(bare: Commands) -> None:
    result = bare.run("protocol", "Regionstyrelsen", "2026-03-11")

    assert "inget organ som heter" in result.stderr
    assert "alembic_version" in bare.rows()
