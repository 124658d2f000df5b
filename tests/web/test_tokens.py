"""One signs on the screen with one's own card at the server, by its PIN."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes.documents.signing.check import check
from minutes.documents.signing.trust import trust_of
from minutes.store.session import session
from minutes.store.tables import Base
from tests.databases import opened
from tests.documents.softhsm import LIBRARY, PIN, readers_of
from tests.web.desk import Desk
from tests.web.signers import NAME, Signers, signers_at


@pytest.fixture
def signers(
    desk: Desk, tmp_path: Path, run_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Signers]:
    """The adjuster, whose card sits in a reader."""
    readers = readers_of(run_folder, monkeypatch, tmp_path)
    anchors = tmp_path / "anchors"
    anchors.mkdir()
    for kind in ("cer", "crl"):
        shutil.copy(readers.folder / f"authority.{kind}", anchors / f"cards.{kind}")
    yield from signers_at(desk, anchors, tokens=LIBRARY)


def test_one_signs_with_one_s_card_at_the_server(signers: Signers) -> None:
    page = signers.send("token", password=PIN)

    assert "Har undertecknat" in page.words
    checked = check(signers.file(), trust_of(signers.anchors))
    assert checked.is_sound
    assert [one.holder.name for one in checked.found] == [NAME]


@pytest.mark.parametrize(
    ("pin", "why"), [("fel och 590817", "PIN-koden stämmer inte"), ("", "Skriv kortets PIN-kod")]
)
def test_a_wrong_pin_signs_nothing_and_is_kept_nowhere(
    pin: str, why: str, signers: Signers
) -> None:
    before = signers.kept()

    assert why in signers.send("token", expect=422, password=pin).words

    verdicts, files, told = signers.kept()
    assert (verdicts, files) == before[:2]
    assert why in told[-1]
    with opened(signers.desk.register):
        connection = session().connection()
        for table in Base.metadata.tables:
            held = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            assert not pin or pin not in repr(held)


def test_without_a_library_no_card_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    (signers,) = signers_at(desk, tmp_path)

    ids = {form.get("id") for form in signers.desk.page.all("form")}
    assert "underteckna-certificate" in ids
    assert "underteckna-token" not in ids
