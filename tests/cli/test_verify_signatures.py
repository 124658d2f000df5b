"""The signatures of what is kept are gone through with the rest, and each fault is named."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.documents.authority import Authority
from tests.documents.kept import ADJUSTER, CHAIR, Kept, keep_signed


@pytest.fixture
def kept(run_folder: Path, tmp_path: Path) -> Kept:
    return keep_signed(run_folder, tmp_path / "register")


def _said(kept: Kept) -> tuple[int, str]:
    result = kept.commands.run("verify", **kept.settings)
    return result.exit_code, result.output


def _sql(kept: Kept, statement: str, *values: object) -> list[tuple[str, ...]]:
    """Write past the guards, as one who owns the database can; the guards are put back."""
    with closing(sqlite3.connect(kept.commands.database, isolation_level=None)) as database:
        guards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        triggers = database.execute(guards).fetchall()
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        rows = database.execute(statement, values).fetchall()
        for _, made in triggers:
            database.execute(made)
        return rows


def _swapped(kept: Kept, change: Callable[[bytes], bytes]) -> None:
    """The last signed file is another, and the register says that it is the right one."""
    of_kind = "SELECT sha256 FROM document WHERE kind = 'signed' ORDER BY id"
    *_, (before,) = _sql(kept, of_kind)
    old = kept.exports / before[:2] / before
    content = change(old.read_bytes())
    sha256 = hashlib.sha256(content).hexdigest()
    new = kept.exports / sha256[:2] / sha256
    new.parent.mkdir(exist_ok=True)
    new.write_bytes(content)
    old.unlink()
    _sql(
        kept, "UPDATE document SET sha256 = ?, size = ? WHERE sha256 = ?",
        sha256, len(content), before,
    )  # fmt: skip


def test_signatures_that_stand_are_as_they_were(kept: Kept) -> None:
    code, said = _said(kept)

    assert code == 0, said
    assert "protokoll och underskrivna versioner är prövade." in said


def _in_the_middle(pdf: bytes) -> bytes:
    at = len(pdf) // 3
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        pytest.param(_in_the_middle, "börjar inte med filen före", id="one bit of the text"),
        pytest.param(lambda pdf: pdf + b"% mer\n", "omfattar inte hela filen", id="more after it"),
        pytest.param(lambda pdf: b"%PDF-1.7\n%%EOF", "går inte att läsa", id="another file"),
    ],
)
def test_a_signed_file_that_was_exchanged_with_its_row_is_named(
    change: Callable[[bytes], bytes], sentence: str, kept: Kept
) -> None:
    _swapped(kept, change)

    code, said = _said(kept)

    assert code == 1
    assert "Den undertecknade filen ”undertecknat.pdf”" in said
    assert sentence in said


@pytest.mark.parametrize("name", [CHAIR, ADJUSTER])
def test_a_signature_that_is_not_the_signer_s_is_named(name: str, kept: Kept) -> None:
    _sql(kept, "UPDATE edition_signer SET name = 'Någon Annan' WHERE name = ?", name)

    code, said = _said(kept)

    assert code == 1
    assert f"är undertecknad av {name}" in said
    assert "i stället för av Någon Annan." in said


def test_a_certificate_that_nobody_vouches_for_any_more_is_named(kept: Kept) -> None:
    (kept.anchors / "authority.cer").write_bytes(Authority("En annan").der)

    code, said = _said(kept)

    assert code == 1
    assert f"{CHAIR}: ingen som registret litar på går i god för certifikatet." in said


def test_anchors_that_cannot_be_read_stop_the_command(kept: Kept) -> None:
    (kept.anchors / "fel.crt").write_bytes(b"inget certifikat")

    code, said = _said(kept)

    assert code == 2
    assert "MINUTES_SIGNING_ANCHORS går inte att använda. fel.crt" in said
