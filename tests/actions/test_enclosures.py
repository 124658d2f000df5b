"""Annexes, papers and recipients are entered with a §; files are kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from minutes.actions.enclosures import (
    File,
    address,
    attach,
    keep_document,
    path_of,
)
from minutes.store.tables import AnnexKind, DocumentKind
from tests.actions.world import ACT, World

CONTENT = "Tjänsteskrivelse".encode()
SHA256 = hashlib.sha256(CONTENT).hexdigest()
FILE = File(CONTENT, DocumentKind.ANNEX, "skrivelse.txt", "text/plain")


@pytest.mark.parametrize("of_meeting", [True, False], ids=["of a meeting", "of none"])
def test_a_document_is_kept_with_its_checksum_and_size(
    world: World, tmp_path: Path, of_meeting: bool
) -> None:
    meeting = world.meeting if of_meeting else None

    row = keep_document(world.session, ACT, FILE, exports=tmp_path, meeting=meeting)

    assert (row.sha256, row.size, row.kept_at) == (SHA256, len(CONTENT), ACT.at)
    assert (row.kind, row.name, row.media_type) == (
        DocumentKind.ANNEX,
        "skrivelse.txt",
        "text/plain",
    )
    assert row.meeting_id == (world.meeting.id if of_meeting else None)
    assert path_of(tmp_path, SHA256).exists()


@pytest.mark.parametrize("kind", AnnexKind)
def test_an_annex_has_its_kind_title_and_file(
    world: World, tmp_path: Path, kind: AnnexKind
) -> None:
    document = keep_document(world.session, ACT, FILE, exports=tmp_path)

    held, named = (
        attach(world.session, ACT, world.item, "Karta", kind=kind, position=n, document=d)
        for n, d in enumerate([document, None])
    )

    assert (held.kind, held.title, held.document_id) == (kind, "Karta", document.id)
    assert named.document_id is None


def test_an_extract_has_its_recipient(world: World) -> None:
    row = address(world.session, ACT, world.item, "Ekonomichefen", position=1)

    assert (row.name, row.position, row.item_id) == ("Ekonomichefen", 1, world.item.id)
