"""`minutes import`: a file is taken in whole, in a transaction of its own, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import Commands
from tests.importing.files import locked_pdf, picture_pdf, truncated_pdf
from tests.importing.written import item, line_of, protocol

PROTOCOLS = Path(__file__).parent.parent / "importing" / "protocols"
WORD = b"PK\x03\x04 [Content_Types].xml word/document.xml"


def test_a_protocol_is_stored_with_all_its_paragraphs(commands: Commands) -> None:
    result = commands.run("import", commands.written("a.txt", protocol()))

    assert result.exit_code == 0
    assert "a.txt: Regionstyrelsen 2026-03-11, 3 paragrafer, är inlagt" in result.stderr
    assert (commands.rows()["meeting"], commands.rows()["item"]) == (1, 3)
    assert len(commands.stored()) == 1


FAULTY = (
    pytest.param("a.txt", b"", "Filen är tom", id="an empty file"),
    pytest.param("a.pdf", picture_pdf(), "inget textlager, bara bilder", id="pictures only"),
    pytest.param("a.pdf", locked_pdf(protocol()), "skyddad med lösenord", id="a password"),
    pytest.param("a.pdf", truncated_pdf(protocol()), "skadad eller avhuggen", id="a cut PDF"),
    pytest.param("a.docx", WORD, "Filen är ett Word-dokument", id="a Word file"),
    pytest.param(
        "a.txt", protocol()[:-40].encode(), "Protokollet är avhugget", id="cut in the middle"
    ),
    pytest.param(
        "a.txt",
        protocol(item(12), item(13), item(13), item(14)).encode(),
        "§ 13 står två gånger",
        id="a number twice",
    ),
    pytest.param(
        "a.txt", protocol(item(12), item(14), item(15)).encode(), "§ 13 saknas", id="one missing"
    ),
    pytest.param(
        "a.txt",
        protocol(item(12), item(13, "Max Ruiz (LP)")).encode(),
        "Partiet (LP) är okänt. Rätta filen, eller lägg till det med --party 'LP=Partiets namn'.",
        id="an unknown party",
    ),
    pytest.param(
        "a.txt",
        protocol(item(11), item(12)).encode(),
        "§ 11 år 2026 finns redan, i protokollet från 2026-02-11",
        id="a number of the year taken",
    ),
    pytest.param("a.txt", b"En rapport.", "Filen är inget protokoll", id="no protocol"),
)


@pytest.mark.parametrize(("name", "content", "sentence"), FAULTY)
def test_a_bad_file_is_told_and_nothing_of_it_stored(
    name: str, content: bytes, sentence: str, held: Commands
) -> None:
    before, kept = held.rows(), held.stored()

    result = held.run("import", held.written(name, content))

    assert result.exit_code == 2
    assert result.stderr.startswith(f"{name}: ")
    assert sentence in result.stderr
    assert "Ingenting lades in av de filer som nämns ovan." in result.stderr
    assert (held.rows(), held.stored()) == (before, kept)


def test_a_fault_is_told_with_the_line_it_stands_on(commands: Commands) -> None:
    text = protocol(item(12), item(13, "Max Ruiz (LP)"))

    result = commands.run("import", commands.written("a.txt", text))

    assert f"a.txt: Rad {line_of(text, '(LP)')}: Partiet (LP)" in result.stderr


def test_a_party_that_is_named_is_accepted(commands: Commands) -> None:
    file = commands.written("a.txt", protocol(item(12), item(13, "Max Ruiz (LP)")))

    result = commands.run("import", file, "--party", "LP=Lokala partiet")

    assert result.exit_code == 0
    assert commands.rows()["item"] == 2


def test_a_day_that_contradicts_the_file_is_told(commands: Commands) -> None:
    file = commands.written("a.txt", protocol())

    result = commands.run("import", file, "--date", "2026-03-12")

    assert result.exit_code == 2
    assert "Datumet 2026-03-12 motsäger filen, som är från 2026-03-11." in result.stderr
    assert "meeting" not in commands.rows()


def test_body_and_day_are_asked_for_where_the_file_does_not_tell(commands: Commands) -> None:
    text = "\n".join(item(n).replace("Regionstyrelsen", "Man") for n in (12, 13))
    file = commands.written("a.txt", text.replace("Mans beslut", "Beslut"))

    asked = commands.run("import", file)
    told = commands.run("import", file, "--body", "Regionstyrelsen", "--date", "2026-03-11")

    assert asked.exit_code == 2
    assert "Filen säger inte vilket organ det är. Ange --body NAMN." in asked.stderr
    assert "Filen säger inte vilken dag det är. Ange --date ÅÅÅÅ-MM-DD." in asked.stderr
    assert told.exit_code == 0
    assert "Regionstyrelsen 2026-03-11, 2 paragrafer" in told.stderr


def test_a_number_may_come_again_the_next_year(held: Commands) -> None:
    text = protocol(item(9), item(10)).replace("2026-03-11", "2027-02-10")

    assert held.run("import", held.written("a.txt", text)).exit_code == 0
    assert held.rows()["meeting"] == 2
