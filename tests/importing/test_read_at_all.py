"""Files that cannot be read at all, and why, told in Swedish."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.importing.parse import parse
from minutes.importing.problems import Refused
from minutes.importing.read import read, read_content
from tests.importing.written import protocol


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("borta.txt", "den finns inte, kontrollera sökvägen", id="missing"),
        pytest.param("", "det är en mapp, ange filerna i den", id="a folder"),
        pytest.param("a.txt/b.txt", "en del av sökvägen är ingen mapp", id="under a file"),
        pytest.param("a" * 300, "sökvägen är för lång", id="too long a name"),
    ],
)
def test_the_reason_is_the_operating_systems_in_swedish(
    tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "a.txt").write_text(protocol(), encoding="utf-8")

    with pytest.raises(Refused, match=f"går inte att läsa: {reason}") as refusal:
        read(tmp_path / name)

    assert "No such file" not in refusal.value.sentence


@pytest.mark.parametrize(
    ("start", "size", "told"),
    [
        pytest.param(b"%PDF-1.7", 200_000_001, "PDF-filer läses upp till 200 MB", id="a PDF"),
        pytest.param(b"Protokoll", 20_000_001, "textfiler läses upp till 20 MB", id="a text"),
    ],
)
def test_a_file_too_large_is_refused_before_it_is_read(
    tmp_path: Path, start: bytes, size: int, told: str
) -> None:
    file = tmp_path / "stor"
    with file.open("wb") as written:
        written.write(start)
        written.truncate(size)  # a hole in the file system, no bytes on the disk

    with pytest.raises(Refused, match=told):
        read(file)


@pytest.mark.parametrize("encoding", ["utf-32", "utf-16", "utf-8-sig"])
def test_an_encoding_that_marks_itself_is_read(encoding: str) -> None:
    read_as = parse(read_content("a.txt", protocol().encode(encoding)))

    assert read_as.protocol == parse(read_content("a.txt", protocol().encode())).protocol
