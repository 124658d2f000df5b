"""A protocol that the register holds: the same one changes nothing, another is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import Commands
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


def test_the_same_decisions_in_other_words_are_the_same_protocol(held: Commands) -> None:
    text = protocol(item(9), item(10, "Li Öst (C)"), item(11)).replace("2026-03-11", "2026-02-11")
    before, kept = held.rows(), held.stored()

    result = held.run("import", held.written("b.txt", text))

    assert result.exit_code == 0
    assert "fanns redan i registret. Ingenting ändrades." in result.stderr
    assert "Besluten är desamma, men texten skiljer sig i § 10." in result.stderr
    assert (held.rows(), held.stored()) == (before, kept)


OTHERS = (
    pytest.param(("att höja", "att sänka"), "§§ 9, 10, 11.", id="other decisions"),
    pytest.param(("färdtjänst år 2010", "resor år 2010"), "§ 10.", id="another title"),
    pytest.param((item(11), ""), "§ 11.", id="a § fewer"),
    pytest.param((item(11), item(11) + item(12)), "§ 12.", id="a § more"),
)


@pytest.mark.parametrize(("change", "where"), OTHERS)
def test_another_protocol_of_the_same_day_is_told_apart_and_refused(
    held: Commands, change: tuple[str, str], where: str
) -> None:
    text = (held.folder / "held.txt").read_text(encoding="utf-8").replace(*change)
    before = held.rows()

    result = held.run("import", held.written("b.txt", text))

    assert result.exit_code == 2
    assert "Registret har redan ett protokoll från Regionstyrelsen 2026-02-11" in result.stderr
    assert f"det skiljer sig i {where} Ett justerat protokoll skrivs inte över" in result.stderr
    assert held.rows() == before


@pytest.fixture(scope="module")
def renderings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A protocol, and how another register prints it, with its record attached and without."""
    source = PROTOCOLS / "regionstyrelse.txt"
    other = Commands(tmp_path_factory.mktemp("annat"))
    other.run("import", source)
    found = {"txt": source}
    for variant in ("pdf/a-3a", "pdf/a-2a"):
        found[variant] = other.folder / f"{variant[-2:]}.pdf"
        printing = ("protocol", "Regionstyrelsen", "2026-03-11", "-o", found[variant])
        assert other.run(*printing, MINUTES_PDF_VARIANT=variant).exit_code == 0
    return found


@pytest.mark.parametrize("first", ["pdf/a-3a", "pdf/a-2a", "txt"])
def test_a_protocol_is_the_same_in_each_of_its_renderings(
    commands: Commands, renderings: dict[str, Path], first: str
) -> None:
    assert commands.run("import", renderings[first]).exit_code == 0
    before, kept = commands.rows(), commands.stored()
    again = [commands.run("import", file) for file in renderings.values()]

    assert [result.exit_code for result in again] == [0, 0, 0], [x.stderr for x in again]
    assert all("Ingenting ändrades." in result.stderr for result in again)
    assert (commands.rows(), commands.stored()) == (before, kept)
