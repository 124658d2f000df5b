"""The real protocol goes in, and comes out as it went in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from minutes.domain.record_json import loads
from tests.cli.commands import Commands
from tests.importing.scored import mean


def test_what_was_imported_comes_out_of_the_pdf_again(shared: Path, commands: Commands) -> None:
    file = shared / "seeds" / "004_8b838460e9bf283a.txt"
    truth = shared / "expected" / "004_8b838460e9bf283a.json"
    told = ("--body", "Regionstyrelsen", "--date", "2020-10-14")
    pdf = commands.folder / "004.pdf"
    printed = commands.run("parse", file).stdout

    stored = commands.run("import", file, *told)
    again = commands.run("import", file, *told)
    written = commands.run("protocol", "Regionstyrelsen", "2020-10-14", "-o", pdf)
    of_text = commands.run("parse", "--text", pdf).stdout
    of_record = loads(commands.run("parse", pdf).stdout)

    assert (stored.exit_code, again.exit_code, written.exit_code) == (0, 0, 0)
    assert "Ingenting ändrades" in again.stderr
    assert mean(truth, of_text, commands.folder) == mean(truth, printed, commands.folder)
    of_file = replace(loads(printed), date=date(2020, 10, 14))
    same = replace(of_record, organisation=None, edition=None)
    assert same == of_file
