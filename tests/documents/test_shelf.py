"""The shelf of printed documents: by checksum, printed once, never written over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from minutes.documents.press import Sheet
from minutes.documents.protocol import protocol_sheet
from minutes.documents.render import BadDocument
from minutes.documents.shelf import shelved
from tests.documents.made import ADJUSTED, with_attendance


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return protocol_sheet(with_attendance(1, 1), ADJUSTED)


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    return tmp_path / "exports"


def _files(exports: Path) -> Iterator[Path]:
    return (file for file in exports.rglob("*") if file.is_file() and file.suffix != ".lock")


def test_what_was_printed_lies_under_a_checksum_alone(sheet: Sheet, exports: Path) -> None:
    file = shelved(sheet, exports)

    assert list(_files(exports)) == [file]
    assert len(file.stem) == len(hashlib.sha256().hexdigest())
    assert file.read_bytes().startswith(b"%PDF-1.7")


def test_a_second_asking_prints_and_writes_nothing(sheet: Sheet, exports: Path) -> None:
    file = shelved(sheet, exports)
    file.write_bytes(b"as it was kept")

    assert shelved(sheet, exports) == file
    assert file.read_bytes() == b"as it was kept"


def test_two_who_ask_at_once_get_one_file(sheet: Sheet, exports: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: shelved(sheet, exports), range(2))

    assert first == second
    assert list(_files(exports)) == [first]


def test_another_record_lies_beside_it(sheet: Sheet, exports: Path) -> None:
    other = protocol_sheet(with_attendance(2, 1), ADJUSTED)

    assert shelved(sheet, exports) != shelved(other, exports)


def test_what_could_not_be_printed_leaves_nothing(sheet: Sheet, exports: Path) -> None:
    with pytest.raises(BadDocument):
        shelved(replace(sheet, html='<img src="https://example.org/x.png">'), exports)

    assert list(_files(exports)) == []
