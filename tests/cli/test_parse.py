"""`minutes parse`: the record as JSON on standard output, everything else beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.domain.record_json import dumps, loads
from tests.cli.commands import Commands
from tests.importing.files import text_pdf
from tests.importing.written import item, line_of, protocol

PROTOCOLS = Path(__file__).parent.parent / "importing" / "protocols"
STRANGE = "Frågan väckte munterhet."


def test_a_protocol_is_printed_as_json(commands: Commands) -> None:
    truth = (PROTOCOLS / "kommunstyrelse_referens.json").read_text(encoding="utf-8")

    result = commands.run("parse", PROTOCOLS / "kommunstyrelse_referens.txt")

    assert result.exit_code == 0
    assert loads(result.stdout) == loads(truth)
    assert result.stderr == ""


def test_the_same_file_prints_the_same_bytes(commands: Commands) -> None:
    file = PROTOCOLS / "stadsstyrelse.txt"

    first, second = (commands.run("parse", file).stdout_bytes for _ in range(2))

    assert first == second


def test_parsing_needs_no_register(bare: Commands) -> None:
    bare.run("parse", bare.written("a.txt", protocol()))

    assert not bare.database.exists()


def test_what_is_not_read_is_told_beside_the_json(commands: Commands) -> None:
    text = protocol(item(12).replace("\nÄrendet\n", f"\n{STRANGE}\n\nÄrendet\n"), item(13))

    result = commands.run("parse", commands.written("a.txt", text))

    told = f"a.txt: rad {line_of(text, STRANGE)}: Inget förslag känns igen i texten."
    assert result.stderr.startswith(told)
    assert f"Kvar som text: {STRANGE}\n" in result.stderr
    assert [u.text for u in loads(result.stdout).unread] == [STRANGE]
    assert result.exit_code == 0


def test_a_fault_is_told_and_what_could_be_read_is_printed(commands: Commands) -> None:
    text = protocol(item(12), item(14), item(15))

    result = commands.run("parse", commands.written("a.txt", text))

    assert result.exit_code == 2
    assert result.stderr.startswith(f"a.txt: Rad {line_of(text, '§ 12')}: § 13 saknas efter § 12.")
    assert [one.number for one in loads(result.stdout).items] == [12, 14, 15]


REFUSED = (
    pytest.param("", "a.txt: Filen är tom. Kontrollera att rätt fil angavs.\n", id="empty"),
    pytest.param(
        "En rapport om vården.\n\n1. Inledning\n",
        "a.txt: Filen är inget protokoll. Sökt: rader som inleder en paragraf (”§ 12”) med ett "
        "beslut under. Funnet: ingen sådan rad. Kontrollera att rätt fil angavs.\n",
        id="no § at all",
    ),
    pytest.param(
        "§ 12\n\nFärdtjänst\n\nÄrendet\n\nKostnaderna har ökat.\n",
        "Funnet: 1 sådana rader men inget beslut.",
        id="a § without a decision",
    ),
)


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_what_is_no_protocol_is_refused(text: str, sentence: str, commands: Commands) -> None:
    result = commands.run("parse", commands.written("a.txt", text))

    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


def test_a_file_that_is_not_there_is_refused(commands: Commands) -> None:
    result = commands.run("parse", commands.folder / "borta.txt")

    assert result.exit_code == 2
    assert "den finns inte, kontrollera sökvägen" in result.stderr


def test_the_text_of_a_pdf_is_read_with_and_without_the_option(commands: Commands) -> None:
    file = commands.written("a.pdf", text_pdf(protocol()))

    assert commands.run("parse", file).stdout == commands.run("parse", "--text", file).stdout


def test_what_is_printed_can_be_read_back(commands: Commands) -> None:
    printed = commands.run("parse", PROTOCOLS / "regionstyrelse.txt").stdout

    assert dumps(loads(printed)) == printed
