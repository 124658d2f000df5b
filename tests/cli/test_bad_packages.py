"""A package that is not as it was made is refused with the reason, and nothing of it is kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.archived import DAY, copied, rewritten
from tests.cli.commands import Commands
from tests.databases import migrated_file

DATA = f"representations/rep1/data/{DAY}"
ROWS = "representations/rep2/data"
ROOT = "METS.xml"
LAUGHS = '<!DOCTYPE mets [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def _flip(package: Path) -> None:
    file = package / DATA / "protokoll.pdf"
    content = file.read_bytes()
    file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def _grow(package: Path) -> None:
    with (package / DATA / "protokoll.pdf").open("ab") as file:
        file.write(b"more")


def _lead_away(package: Path) -> None:
    file = package / DATA / "protokoll.pdf"
    target = package.parent / "protokoll.pdf"
    file.rename(target)
    file.symlink_to(target)


def _say(old: str, new: str) -> Callable[[Path], None]:
    """Have the package's METS say something else."""

    def say(package: Path) -> None:
        text = (package / ROOT).read_text(encoding="utf-8")
        assert old in text
        (package / ROOT).write_text(text.replace(old, new, 1), encoding="utf-8")

    return say


def _tell(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Change the first words of a file that are so, and have every METS document say so."""

    def tell(package: Path) -> None:
        text = (package / path).read_text(encoding="utf-8")
        assert old in text
        rewritten(package, path, text.replace(old, new).encode())

    return tell


def _enter(table: str, **values: object) -> Callable[[Path], None]:
    """Change the first row of a table, and have every METS document say so."""

    def enter(package: Path) -> None:
        path = f"{ROWS}/{table}.jsonl"
        first, _, rest = (package / path).read_text(encoding="utf-8").partition("\n")
        row = json.dumps(json.loads(first) | values, ensure_ascii=False)
        assert row != first
        rewritten(package, path, f"{row}\n{rest}".encode())

    return enter


FILES = {
    "one bit": (_flip, "har inte den checksumma som METS säger"),
    "another size": (_grow, "byte, men METS säger"),
    "gone": (lambda p: (p / DATA / "protokoll.pdf").unlink(), "saknas i paketet"),
    "one more": (lambda p: (p / DATA / "mer.pdf").touch(), "hör inte till paketet"),
    "a link": (_lead_away, "är ingen fil"),
    "no METS": (lambda p: (p / ROOT).unlink(), "är inget arkivpaket"),
}
"""What is done to the package's files, and why it is refused."""
SAID = {
    "up": ('href="metadata/', 'href="../', "stannar inte i paketets mapp"),
    "absolute": ('href="metadata/', 'href="/etc/', "stannar inte"),
    "a drive": ('href="metadata/', r'href="C:\metadata/', "stannar inte"),
    "a device": ('href="schemas/', 'href="schemas/aux/', "stannar inte"),
    "named twice": (
        'href="documentation/las-mig.txt"', 'href="schemas/protokoll.schema.json"',
        "är uppräknad två gånger",
    ),
    "a weak sum": ("SHA-256", "MD5", "har ingen SHA-256"),
    "laughs": ("<mets ", f"{LAUGHS}<mets ", "har en DTD eller entiteter"),
    "half a METS": ("</mets>", "", "går inte att läsa som XML"),
    "two roots": ("<mets ", "<x/><mets ", "går inte att läsa som XML"),
}  # fmt: skip
"""What its METS says, and says instead."""
TOLD = {
    "another format": (
        f"{ROWS}/dump.json", '"format": 1', '"format": 2', "är av version 2 av formatet",
    ),
    "fewer rows than told": (f"{ROWS}/dump.json", '"item": 2', '"item": 3', "har inte de rader"),
    "a table of another kind": (
        f"{ROWS}/dump.json", '"person":', '"account":',
        "saknar representations/rep2/data/account.jsonl",
    ),
    "another protocol than its rows": (
        f"{DATA}/protokoll.json", "färdtjänst", "flygtjänst", "säger annat än dess rader",
    ),
}  # fmt: skip
"""What a file says, and says instead, all checksums mended."""
ENTERED: dict[str, tuple[str, dict[str, object], str]] = {
    "a column of another version": ("item", {"more": 1}, "en kolumn som inte är känd: more"),
    "a row of nothing": ("item", {"meeting_id": 77}, "hör inte ihop"),
    "a day that is none": ("meeting", {"held_on": "igår"}, "går inte att läsa"),
    "other words, all sums mended": ("item", {"title": "Annat"}, "är inte det som justerades"),
    "another who did it": ("history", {"actor": "Någon"}, "är ändrad i efterhand"),
    "a file that is not there": ("document", {"sha256": "0" * 64}, "Paketet saknar filen"),
}
"""What the first row of a table says instead."""
SPOILT = {
    **FILES,
    **{name: (_say(old, new), why) for name, (old, new, why) in SAID.items()},
    **{name: (_tell(path, old, new), why) for name, (path, old, new, why) in TOLD.items()},
    **{name: (_enter(table, **row), why) for name, (table, row, why) in ENTERED.items()},
}


@pytest.mark.parametrize(("spoil", "sentence"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_package_is_refused_and_nothing_is_kept(
    package: Path,
    run_folder: Path,
    tmp_path: Path,
    spoil: Callable[[Path], None],
    sentence: str,
) -> None:
    other = Commands(tmp_path)
    migrated_file(run_folder, tmp_path)
    empty, spoilt = other.rows(), copied(package, tmp_path)
    spoil(spoilt)

    result = other.run("restore", spoilt)

    assert result.exit_code == 2, result.output
    assert sentence in result.output
    assert other.rows() == empty
    assert other.stored() == []


def test_where_the_register_holds_anything_the_refusal_is_entered(
    held: Commands, package: Path, tmp_path: Path
) -> None:
    before = held.rows()
    spoilt = copied(package, tmp_path / "handed in")
    _flip(spoilt)

    assert held.run("restore", spoilt).exit_code == 2

    assert held.rows() == {**before, "history": before["history"] + 1}
    with closing(sqlite3.connect(held.database)) as database:
        last = "SELECT verb, details FROM history ORDER BY id DESC LIMIT 1"
        verb, details = database.execute(last).fetchone()
    told = json.loads(details)
    assert (verb, told["package"]) == ("package refused", spoilt.name)
    assert "checksumma" in told["reason"]
