"""A protocol that the register holds: the same one changes nothing, another is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Commands
from tests.importing.files import text_pdf
from tests.importing.written import item, protocol

PROTOCOLS = Path(__file__).parent.parent / "importing" / "protocols"


@pytest.mark.parametrize("file", sorted(PROTOCOLS.glob("*.txt")), ids=lambda file: file.stem)
def test_a_second_import_changes_nothing_and_says_so(file: Path, commands: Commands) -> None:
    assert commands.run("import", file).exit_code == 0
    before, kept = commands.rows(), commands.stored()

    result = commands.run("import", file)

    assert result.exit_code == 0
    assert "fanns redan i registret. Ingenting ändrades." in result.stderr
    assert (commands.rows(), commands.stored()) == (before, kept)


def test_a_pdf_with_the_same_text_is_the_same_protocol(commands: Commands) -> None:
    commands.run("import", commands.written("a.txt", protocol()))

    result = commands.run("import", commands.written("a.pdf", text_pdf(protocol())))

    assert "fanns redan i registret. Ingenting ändrades." in result.stderr


def test_another_protocol_of_the_same_day_is_told_apart_and_refused(held: Commands) -> None:
    text = protocol(item(9), item(10, "Li Öst (C)"), item(11)).replace("2026-03-11", "2026-02-11")
    before = held.rows()

    result = held.run("import", held.written("b.txt", text))

    assert result.exit_code == 2
    assert "Registret har redan ett protokoll från Regionstyrelsen 2026-02-11" in result.stderr
    assert "det skiljer sig i § 10." in result.stderr
    assert held.rows() == before
