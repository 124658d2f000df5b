"""Whose protocol a file is: its body and its organisation, held against what is said of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.cli.commands import Commands
from tests.importing.written import HEAD, item, protocol


def _bodies(commands: Commands) -> list[tuple[str, str, int]]:
    """Each body's organisation and address, and how many meetings it has."""
    query = (
        "SELECT o.name, b.slug, (SELECT count(*) FROM meeting m WHERE m.body_id = b.id) "
        "FROM body b JOIN organisation o ON o.id = b.organisation_id ORDER BY b.id"
    )
    with closing(sqlite3.connect(commands.database)) as database:
        return database.execute(query).fetchall()


def _of(organisation: str, title: str = "Avgifter") -> str:
    """The protocol with an organisation at its head."""
    return f"{organisation}\n{protocol().replace('Avgifter', title)}"


def test_a_body_that_the_file_contradicts_is_told_with_both_names(commands: Commands) -> None:
    result = commands.run(
        "import", commands.written("a.txt", protocol()), "--body", "Trafiknämnden"
    )

    assert result.exit_code == 2
    assert "Organet Trafiknämnden motsäger filen, som är från Regionstyrelsen." in result.stderr
    assert "Ange filens organ, eller kontrollera att rätt fil angavs." in result.stderr
    assert "meeting" not in commands.rows()


@pytest.mark.parametrize("name", ["regionstyrelsen", "Regionstyrelsens", "REGIONSTYRELSEN"])
def test_a_body_in_another_form_is_the_files_own(name: str, commands: Commands) -> None:
    result = commands.run("import", commands.written("a.txt", protocol()), "--body", name)

    assert result.exit_code == 0
    assert _bodies(commands) == [("Region Älvmark", "regionstyrelsen", 1)]


def test_two_organisations_bodies_of_one_name_are_kept_apart(commands: Commands) -> None:
    first = commands.written("a.txt", _of("Region Norrsunda"))
    second = commands.written("b.txt", _of("REGION ÖSTSUNDA", "Taxor"))

    results = [commands.run("import", file) for file in (first, second, first, second)]

    assert [result.exit_code for result in results] == [0, 0, 0, 0]
    assert all("Ingenting ändrades." in result.stderr for result in results[2:])
    assert _bodies(commands) == [
        ("Region Norrsunda", "regionstyrelsen", 1),
        ("Region Östsunda", "regionstyrelsen-2", 1),
    ]


def test_a_file_that_names_no_organisation_is_of_the_only_one_with_its_body(
    commands: Commands,
) -> None:
    later = protocol(item(15), item(16)).replace("2026-03-11", "2026-04-08")
    commands.run("import", commands.written("a.txt", _of("Region Norrsunda")))

    assert commands.run("import", commands.written("b.txt", later)).exit_code == 0
    assert _bodies(commands) == [("Region Norrsunda", "regionstyrelsen", 2)]


def test_a_file_that_may_be_any_of_two_organisations_asks_for_its_own(commands: Commands) -> None:
    commands.run("import", commands.written("a.txt", _of("Region Norrsunda")))
    commands.run("import", commands.written("b.txt", _of("Region Östsunda", "Taxor")))
    later = protocol(item(15), item(16)).replace("2026-03-11", "2026-04-08")
    file = commands.written("c.txt", later)

    asked = commands.run("import", file)
    told = commands.run("import", file, "--organisation", "Region Östsunda")

    assert asked.exit_code == 2
    assert "flera har ett organ som heter så: Region Norrsunda, Region Östsunda." in asked.stderr
    assert "Ange --organisation NAMN." in asked.stderr
    assert told.exit_code == 0
    assert [count for _, _, count in _bodies(commands)] == [1, 2]


def test_one_of_two_bodies_of_a_name_is_printed_by_its_address(commands: Commands) -> None:
    commands.run("import", commands.written("a.txt", _of("Region Norrsunda")))
    commands.run("import", commands.written("b.txt", _of("Region Östsunda", "Taxor")))
    file = commands.folder / "ut.pdf"

    asked = commands.run("protocol", "Regionstyrelsen", "2026-03-11", "-o", file)
    told = commands.run("protocol", "regionstyrelsen-2", "2026-03-11", "-o", file)
    printed = commands.run("parse", file)
    contradicted = commands.run("import", file, "--organisation", "Region Norrsunda")

    assert asked.exit_code == 2
    assert "Ange ett av dem med dess adress: regionstyrelsen, regionstyrelsen-2." in asked.stderr
    assert told.exit_code == 0
    assert '"Region Östsunda"' in printed.stdout
    assert contradicted.exit_code == 2
    assert "Organisationen Region Norrsunda motsäger filen, som är från Region Östsunda." in (
        contradicted.stderr
    )


@pytest.mark.parametrize("option", ["--body", "--organisation"])
@pytest.mark.parametrize("name", ["", "  "], ids=["empty", "nothing but space"])
def test_an_empty_name_is_told_as_such(option: str, name: str, commands: Commands) -> None:
    result = commands.run("import", commands.written("a.txt", protocol()), option, name)

    assert result.exit_code == 2
    assert f"{option} är tomt. Ange ett namn efter {option}" in result.stderr


def _of_days(header: str, front: str) -> str:
    """The protocol on three pages, with a day in the last header and one on the front page."""
    head = HEAD.replace("2026-03-11", f"Sammanträdesdatum {front}")
    pages = zip(("2026-03-11", "2026-03-11", header), (12, 13, 14), strict=True)
    return head + "".join(f"\fRegionstyrelsen {day} {n} (14)\n\n{item(n)}" for day, n in pages)


@pytest.mark.parametrize(
    ("text", "told", "taken"),
    [
        pytest.param(_of_days("2026-03-11", "2026-03-10"), (), 2, id="the front page, not told"),
        pytest.param(
            _of_days("2026-03-11", "2026-03-10"), ("2026-03-11",), 0, id="the front page, told"
        ),
        pytest.param(_of_days("2026-03-10", "2026-03-11"), (), 2, id="a header"),
        pytest.param(
            _of_days("2026-03-10", "2026-03-11"), ("2026-03-11",), 2, id="a header, though told"
        ),
        pytest.param(_of_days("2026-03-11", "2026-03-11"), (), 0, id="one day"),
    ],
)
def test_a_file_of_two_days_is_refused_unless_its_headers_agree_and_the_day_is_told(
    text: str, told: tuple[str, ...], taken: int, commands: Commands
) -> None:
    options = [word for day in told for word in ("--date", day)]

    result = commands.run("import", commands.written("a.txt", text), *options)

    assert result.exit_code == taken
    assert ("Filen motsäger sig själv" in result.stderr) == (taken == 2)
