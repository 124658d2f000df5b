"""A package that is not as it was made is refused with the reason, and nothing of it is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.archived import DAY, copied, packed, rewritten, small_register
from tests.cli.conftest import Commands
from tests.databases import migrated_file

DATA = f"representations/rep1/data/{DAY}"
ROWS = "representations/rep2/data"
ROOT = "METS.xml"
LAUGHS = '<!DOCTYPE mets [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that is as it was made."""
    register = small_register(tmp_path_factory.mktemp("archived"))
    return packed(register, register.folder / "arkiv")


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


def _told(path: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    """Change a file, and have every METS document say so."""

    def tell(package: Path) -> None:
        old = (package / path).read_text(encoding="utf-8")
        new = change(old)
        assert new != old
        rewritten(package, path, new.encode())

    return tell


def _first_line(change: Callable[[dict[str, object]], object]) -> Callable[[str], str]:
    def changed(text: str) -> str:
        first, _, rest = text.partition("\n")
        row = json.loads(first)
        change(row)
        return f"{json.dumps(row, ensure_ascii=False)}\n{rest}"

    return changed


SPOILT = [
    pytest.param(_flip, "har inte den checksumma som METS säger", id="one bit"),
    pytest.param(_grow, "byte, men METS säger", id="another size"),
    pytest.param(lambda p: (p / DATA / "protokoll.pdf").unlink(), "saknas i paketet", id="gone"),
    pytest.param(lambda p: (p / DATA / "mer.pdf").touch(), "hör inte till paketet", id="one more"),
    pytest.param(_lead_away, "är ingen fil", id="a link"),
    pytest.param(lambda p: (p / ROOT).unlink(), "är inget arkivpaket", id="no METS"),
    pytest.param(_say('href="metadata/', 'href="../'), "stannar inte i paketets mapp", id="up"),
    pytest.param(_say('href="metadata/', 'href="/etc/'), "stannar inte", id="absolute"),
    pytest.param(_say('href="metadata/', r'href="C:\metadata/'), "stannar inte", id="a drive"),
    pytest.param(_say('href="schemas/', 'href="schemas/aux/'), "stannar inte", id="a device"),
    pytest.param(
        _say('href="documentation/las-mig.txt"', 'href="schemas/protokoll.schema.json"'),
        "är uppräknad två gånger",
        id="named twice",
    ),
    pytest.param(_say("SHA-256", "MD5"), "har ingen SHA-256", id="a weak sum"),
    pytest.param(_say("<mets ", f"{LAUGHS}<mets "), "har en DTD eller entiteter", id="laughs"),
    pytest.param(_say("</mets>", ""), "går inte att läsa som XML", id="half a METS"),
    pytest.param(_say("<mets ", "<x/><mets "), "går inte att läsa som XML", id="two roots"),
    pytest.param(
        _told(f"{ROWS}/dump.json", lambda t: t.replace('"format": 1', '"format": 2')),
        "är av version 2 av formatet",
        id="another format",
    ),
    pytest.param(
        _told(f"{ROWS}/dump.json", lambda t: t.replace('"item": 2', '"item": 3')),
        "har inte de rader",
        id="fewer rows than told",
    ),
    pytest.param(
        _told(f"{ROWS}/dump.json", lambda t: t.replace('"person":', '"account":')),
        "saknar representations/rep2/data/account.jsonl",
        id="a table of another kind",
    ),
    pytest.param(
        _told(f"{ROWS}/item.jsonl", _first_line(lambda row: row.update(more=1))),
        "har en kolumn som inte är känd: more",
        id="a column of another version",
    ),
    pytest.param(
        _told(f"{ROWS}/item.jsonl", _first_line(lambda row: row.update(meeting_id=77))),
        "hör inte ihop",
        id="a row of nothing",
    ),
    pytest.param(
        _told(f"{ROWS}/meeting.jsonl", _first_line(lambda row: row.update(held_on="igår"))),
        "går inte att läsa",
        id="a day that is none",
    ),
    pytest.param(
        _told(f"{ROWS}/item.jsonl", _first_line(lambda row: row.update(title="Annat"))),
        "är inte det som justerades",
        id="other words, all sums mended",
    ),
    pytest.param(
        _told(f"{ROWS}/history.jsonl", _first_line(lambda row: row.update(actor="Någon"))),
        "är ändrad i efterhand",
        id="another who did it",
    ),
    pytest.param(
        _told(f"{DATA}/protokoll.json", lambda t: t.replace("färdtjänst", "flygtjänst")),
        "säger annat än dess rader",
        id="another protocol than its rows",
    ),
    pytest.param(
        _told(f"{ROWS}/document.jsonl", _first_line(lambda row: row.update(sha256="0" * 64))),
        "Paketet saknar filen",
        id="a file that is not there",
    ),
]


@pytest.mark.parametrize(("spoil", "sentence"), SPOILT)
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
