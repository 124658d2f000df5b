"""What left the register beside the minutes is known again when it is handed in."""

from __future__ import annotations

import pytest
from sqlmodel import select

from minutes.actions.enclosures import path_of
from minutes.store.session import session
from minutes.store.tables import Document, DocumentKind
from tests.databases import Register, opened
from tests.web.desk import Desk
from tests.web.handed_in import handed_in
from tests.web.sealed import seal


@pytest.fixture
def anybody(desk: Desk) -> Desk:
    """Somebody who has not signed in."""
    return Desk(desk.register, "")


def test_a_version_before_the_correction_is_what_the_register_prints(anybody: Desk) -> None:
    with anybody.visitor.client.get("/regionstyrelsen/2026-02-11/version-1.pdf") as answer:
        printed = answer.data

    assert "är den som registret skriver ut" in handed_in(anybody, printed).words


def _extract(register: Register) -> bytes:
    with opened(register):
        kept = session().exec(select(Document).where(Document.kind == DocumentKind.EXTRACT)).one()
        return path_of(register.settings.exports, kept.sha256).read_bytes()


def test_an_extract_that_was_sent_is_untouched_to_anybody(anybody: Desk) -> None:
    extract = _extract(anybody.register)

    assert "Filen är orörd och finns i registret" in handed_in(anybody, extract).words
    assert "Filen är ändrad" in handed_in(anybody, extract[:-1] + b"\r").words


def test_an_extract_of_a_secret_paragraph_is_told_to_nobody_outside(
    desk: Desk, anybody: Desk
) -> None:
    extract = _extract(desk.register)
    seal(desk, desk.item_of("regionstyrelsen", 2026, 19))

    assert "finns i registret" not in handed_in(anybody, extract).words
    assert "finns i registret" in handed_in(desk, extract).words
