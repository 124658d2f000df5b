"""What a process left waiting is put right by the sweep."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from sqlmodel import Session

from minutes.actions.enclosures import File, keep_document, path_of, sweep
from minutes.store.tables import DocumentKind
from minutes.store.trays import kept_path, pending
from tests.actions.world import ACT, World


@pytest.fixture
def left(world: World, tmp_path: Path) -> Path:
    """An exports folder in which a process died: one file's row is committed, the other's not."""
    exports = tmp_path / "exports"
    tray = pending(exports) / "left"
    tray.mkdir(parents=True)
    for content in (b"with its row", b"without a row"):
        (tray / hashlib.sha256(content).hexdigest()).write_bytes(content)
    (tray / "unfinished.part").write_bytes(b"half")
    file = File(b"with its row", DocumentKind.ANNEX, "one.txt", "text/plain")
    keep_document(world.session, ACT, file, exports=tmp_path / "elsewhere")
    return exports


def test_what_has_its_row_is_kept_and_the_rest_is_discarded(world: World, left: Path) -> None:
    sweep(lambda: world.session, left)

    files = [file for file in left.rglob("*") if file.is_file()]
    kept = kept_path(left, hashlib.sha256(b"with its row").hexdigest())
    assert files == [kept]
    assert list(pending(left).iterdir()) == []


def test_what_waits_with_its_row_is_read_before_the_sweep_too(left: Path) -> None:
    sha256 = hashlib.sha256(b"with its row").hexdigest()

    assert path_of(left, sha256).read_bytes() == b"with its row"


def test_where_nothing_was_left_no_writer_is_asked_for(tmp_path: Path) -> None:
    def writer() -> Session:
        raise AssertionError("nothing was left")

    sweep(writer, tmp_path)
