"""`minutes import` of several files, and of files that may be cut."""

from __future__ import annotations

from tests.cli.commands import Commands
from tests.importing.written import item, protocol


def test_a_bad_file_among_good_ones_keeps_none_of_them_out(commands: Commands) -> None:
    first = commands.written("a.txt", protocol(item(12), item(13)))
    bad = commands.written("b.txt", "")
    last = protocol(item(14), item(15)).replace("2026-03-11", "2026-04-08")

    result = commands.run("import", first, bad, commands.written("c.txt", last))

    assert result.exit_code == 2
    assert "a.txt: Regionstyrelsen 2026-03-11, 2 paragrafer, är inlagt" in result.stderr
    assert "c.txt: Regionstyrelsen 2026-04-08, 2 paragrafer, är inlagt" in result.stderr
    assert "b.txt: Filen är tom." in result.stderr
    assert (commands.rows()["meeting"], commands.rows()["item"]) == (2, 4)


def test_several_files_are_counted_by_what_became_of_them(held: Commands) -> None:
    files = [held.folder / "held.txt", held.written("a.txt", ""), held.written("b.txt", protocol())]

    result = held.run("import", *files)

    assert result.exit_code == 2
    assert result.stderr.endswith("3 filer: 1 inlagda, 1 fanns redan, 1 avvisade.\n")


def test_a_cut_file_is_taken_in_by_one_who_says_that_it_is_whole(commands: Commands) -> None:
    file = commands.written("a.txt", protocol().replace("Utses", "Paragrafer\n12–15\n\nUtses"))

    refused = commands.run("import", file)
    taken = commands.run("import", "--whole", file)

    assert refused.exit_code == 2
    assert "a.txt: Är filen ändå hel, ange --whole." in refused.stderr
    assert (taken.exit_code, commands.rows()["item"]) == (0, 3)


def test_a_file_that_may_be_cut_is_taken_in_with_a_warning(commands: Commands) -> None:
    result = commands.run("import", commands.written("a.txt", protocol()))

    assert result.exit_code == 0
    assert "a.txt: Det går inte att se av filen att den är hel: " in result.stderr
