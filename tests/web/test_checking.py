"""Anybody hands in a PDF and is told what it is to the register; nothing is kept of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from minutes.actions.enclosures import File, keep_document
from minutes.actions.history import Act
from minutes.clock import now
from minutes.store.queries.kept_files import kept_file
from minutes.store.queries.meetings import meeting_at
from minutes.store.session import session, writing
from minutes.store.tables import Document, DocumentKind
from tests.databases import Register, opened
from tests.documents.crafting import CRAFTED, REWRITTEN
from tests.documents.signed import Signed, make_signed, read_signed
from tests.documents.tampering import RANDOM
from tests.documents.updating import UPDATED, rewritten, updated
from tests.once import made_once
from tests.web.desk import Desk
from tests.web.handed_in import handed_in

ADJUSTED, DRAFT = "/regionstyrelsen/2025-02-12", "2026-10-28"
EACH_WAY = 26


@pytest.fixture(scope="session")
def signed_folder(run_folder: Path) -> Path:
    """The small protocol as it was sent and signed."""
    return made_once(run_folder / "signed", make_signed)


@pytest.fixture(scope="session")
def signed(signed_folder: Path) -> Signed:
    """The small protocol, signed by its chair and its adjuster."""
    return read_signed(signed_folder)


@pytest.fixture
def anybody(desk: Desk, signed_folder: Path) -> Desk:
    """Somebody who has not signed in, where the register trusts the tests' authority."""
    app = desk.register.app
    settings = desk.register.settings
    app.config["MINUTES"] = replace(
        settings, signing=replace(settings.signing, anchors=signed_folder)
    )
    return Desk(desk.register, "")


@pytest.fixture
def kept(anybody: Desk, signed: Signed) -> Desk:
    """The same, where the register keeps the signed file as the minutes of an adjusted meeting."""
    with opened(anybody.register):
        _keep(anybody.register, "2025-02-12", signed.whole, DocumentKind.SIGNED)
        _keep(anybody.register, "2025-02-12", signed.sent, DocumentKind.PROTOCOL)
    return anybody


def _keep(register: Register, day: str, content: bytes, kind: DocumentKind) -> None:
    meeting = meeting_at(writing(), "regionstyrelsen", date.fromisoformat(day))
    assert meeting is not None
    file = File(content, kind, "protokoll.pdf", "application/pdf")
    exports = register.settings.exports
    keep_document(session(), Act("provet", now()), file, exports=exports, meeting=meeting)
    session().commit()


def test_the_file_that_the_register_keeps_is_untouched(kept: Desk, signed: Signed) -> None:
    words = handed_in(kept, signed.whole).words

    assert "Filen är orörd och finns i registret" in words
    assert "Regionstyrelsen 12 februari 2025" in words
    assert "Eva Ek" in words
    assert words.count("Giltig") == 2
    assert words.count("Betrodd genom Älvmarks utfärdare") == 2


def test_an_older_file_is_told_to_be_without_signatures(kept: Desk, signed: Signed) -> None:
    words = handed_in(kept, signed.sent).words

    assert "Filen är orörd och finns i registret" in words
    assert "Filen har inga elektroniska underskrifter." in words


def test_signatures_that_the_register_has_not_are_no_part_of_its_file(
    kept: Desk, signed: Signed
) -> None:
    words = handed_in(kept, signed.once).words

    assert "något har lagts till i registrets fil" in words


def _page_more(pdf: bytes) -> bytes:
    return updated(pdf, UPDATED["a page is added"])


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda pdf: pdf[:900] + bytes([pdf[900] ^ 1]) + pdf[901:], id="a byte"),
        pytest.param(_page_more, id="a page more"),
        pytest.param(CRAFTED["another signature's bytes"], id="a swapped signature"),
        pytest.param(lambda pdf: rewritten(pdf, lambda _: None), id="written anew"),
    ],
)
def test_what_is_changed_is_not_told_to_be_untouched(
    change: Callable[[bytes], bytes], kept: Desk, signed: Signed
) -> None:
    words = handed_in(kept, change(signed.whole)).words

    assert "orörd" not in words.replace("om det är orört", "")
    assert "Filen är ändrad" in words or "Filen är okänd" in words


@pytest.mark.parametrize("way", RANDOM)
def test_no_change_at_random_is_the_file_that_is_kept(way: str, kept: Desk, signed: Signed) -> None:
    with opened(kept.register):
        for seed in range(EACH_WAY):
            changed = RANDOM[way](signed.whole, random.Random(f"{way} {seed}"))
            found = kept_file(session(), changed)
            assert changed == signed.whole or not found or found.document.size != len(changed)


def test_no_chosen_change_is_the_file_that_is_kept(kept: Desk, signed: Signed) -> None:
    made = [updated(signed.whole, change) for change in UPDATED.values()]
    made += [rewritten(signed.whole, change) for change in REWRITTEN.values()]
    made += [change(signed.whole) for change in CRAFTED.values()]
    with opened(kept.register):
        for changed in made:
            found = kept_file(session(), changed)
            assert not found or found.document.size != len(changed)


def test_what_the_register_prints_of_old_minutes_is_untouched(anybody: Desk) -> None:
    with anybody.visitor.client.get(f"{ADJUSTED}.pdf") as answer:
        printed = answer.data

    assert "är den som registret skriver ut" in handed_in(anybody, printed).words
    assert "Filen är ändrad" in handed_in(anybody, printed + b"\n").words


def test_a_file_that_the_register_does_not_know_is_unknown(anybody: Desk, signed: Signed) -> None:
    words = handed_in(anybody, signed.whole).words

    assert "Filen är okänd för registret" in words
    assert words.count("Giltig") == 2, "its signatures are told all the same"


def test_of_a_draft_nobody_is_told_who_may_not_know_of_it(
    desk: Desk, anybody: Desk, signed: Signed
) -> None:
    with opened(desk.register):
        _keep(desk.register, DRAFT, signed.sent, DocumentKind.PROTOCOL)

    told = handed_in(anybody, signed.sent).words

    assert "Filen är okänd för registret" in told
    assert DRAFT not in told
    assert "finns i registret" in handed_in(desk, signed.sent).words


@pytest.mark.parametrize("content", [b"", b"inte en PDF", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_told_so_or_unknown(content: bytes, anybody: Desk) -> None:
    words = handed_in(anybody, content, 200 if content else 422).words

    assert ("okänd" in words) if content else ("Ingen fil är vald" in words)


def test_nothing_is_kept_of_what_ishanded_in(anybody: Desk, signed: Signed) -> None:
    def files() -> list[str]:
        with opened(anybody.register):
            return sorted(session().exec(select(Document.sha256)))

    before = files()
    handed_in(anybody, signed.whole)

    assert files() == before
