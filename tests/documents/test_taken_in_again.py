"""A protocol of ours, taken into an empty register, is printed there with the same bytes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pytest
from sqlmodel import Session, col, select

from minutes.actions.history import Act
from minutes.actions.notices import take_down
from minutes.demonstration.region import region
from minutes.documents.edition import protocol_file
from minutes.documents.press import printed
from minutes.documents.protocol import protocol_sheet
from minutes.importing.intake import Taken, take_in
from minutes.importing.load import Order
from minutes.importing.problems import Faulty
from minutes.store.records import find_bodies, meeting_of
from minutes.store.session import session as current
from minutes.store.tables import Document, DocumentKind, Meeting, Notice
from tests.databases import Register, in_file, migrated_file, opened
from tests.documents.made import ADJUSTED, BOARD, HELD_ON, small_protocol
from tests.documents.rich import CHECKSUM, PICTURE, rich_protocol
from tests.once import made_once

ACT = Act("Registratorn", datetime(2026, 12, 1, tzinfo=UTC))
ORDER = Order("Region Älvmark", parties=region().parties)
DEBATED = date(2025, 11, 25), "Regionfullmäktige"


@pytest.fixture(scope="module")
def debated(demo_register: Register, run_folder: Path) -> Path:
    """A meeting of the assembly with votes, withdrawn proposals and all, as printed."""

    def write(file: Path) -> None:
        with opened(demo_register):
            meeting = meeting_of(current(), find_bodies(current(), DEBATED[1])[0], DEBATED[0])
            assert meeting is not None
            exports = demo_register.settings.exports
            file.write_bytes(protocol_file(current(), meeting, exports, "pdf/a-3a").read_bytes())

    return made_once(run_folder / "debated.pdf", write)


@pytest.fixture
def empty(run_folder: Path, tmp_path: Path) -> Iterator[Register]:
    migrated_file(run_folder, tmp_path)
    register = in_file(tmp_path)
    with opened(register):
        yield register


def _take_in(file: Path, register: Register, order: Order = ORDER) -> Taken:
    return take_in(current(), ACT, file, order, register.settings.exports)


def _again(register: Register, body: str, held_on: date) -> bytes:
    """The protocol printed from the register that took it in."""
    meeting = meeting_of(current(), find_bodies(current(), body)[0], held_on)
    assert meeting is not None
    return protocol_file(current(), meeting, register.settings.exports, "pdf/a-3a").read_bytes()


@pytest.mark.parametrize(
    ("name", "body", "held_on"),
    [
        pytest.param("debated", DEBATED[1], DEBATED[0], id="a whole meeting"),
        pytest.param("with_picture", BOARD, HELD_ON, id="one that shows a picture"),
    ],
)
def test_what_is_taken_in_is_printed_as_it_was(
    empty: Register, request: pytest.FixtureRequest, name: str, body: str, held_on: date
) -> None:
    file: Path = request.getfixturevalue(name)

    assert _take_in(file, empty).is_new
    current().expire_all()

    assert _again(empty, body, held_on) == file.read_bytes()
    assert not _take_in(file, empty).is_new


@pytest.fixture
def with_picture(run_folder: Path, tmp_path: Path) -> Path:
    """The protocol with a picture, under the document's name that the register gives it."""

    def write(file: Path) -> None:
        edition = replace(ADJUSTED, document_id=f"{BOARD}-{HELD_ON}".upper())
        sheet = protocol_sheet(rich_protocol(), edition, pictures={CHECKSUM: PICTURE})
        file.write_bytes(printed(sheet))

    made = made_once(run_folder / "with-picture.pdf", write)
    return Path(shutil.copyfile(made, tmp_path / made.name))


def test_the_picture_is_kept_once_as_a_picture(empty: Register, with_picture: Path) -> None:
    _take_in(with_picture, empty)

    rows = current().exec(select(Document).order_by(col(Document.id))).all()
    assert [(row.kind, row.sha256 == CHECKSUM) for row in rows] == [
        (DocumentKind.PICTURE, True),
        (DocumentKind.SOURCE, False),
    ]


def test_a_picture_that_is_not_what_its_name_says_is_not_taken(
    empty: Register, with_picture: Path
) -> None:
    with pikepdf.open(with_picture, allow_overwriting_input=True) as pdf:
        name = next(name for name in pdf.attachments if name.startswith(CHECKSUM))
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, PICTURE + b"!", filename=name)
        pdf.save(with_picture)

    with pytest.raises(Faulty, match="§ 18 visar en bild som varken registret eller filen har"):
        _take_in(with_picture, empty)


def test_a_draft_is_refused_by_its_record(empty: Register, draft: Path) -> None:
    with pytest.raises(Faulty, match=r"Protokollet är inte justerat\.") as refused:
        _take_in(draft, empty)

    assert [problem.line for problem in refused.value.problems] == [None]
    assert current().exec(select(Meeting)).all() == []


def test_words_of_a_draft_do_not_make_adjusted_minutes_one(empty: Register, tmp_path: Path) -> None:
    first, *rest = small_protocol().items
    text = replace(first.sections[0], text="EJ JUSTERAT")
    quoting = replace(first, sections=(*first.sections, replace(text, heading="Ärendet")))
    file = tmp_path / "quoting.pdf"
    sheet = protocol_sheet(replace(small_protocol(), items=(quoting, *rest)), ADJUSTED)
    file.write_bytes(printed(sheet))

    assert _take_in(file, empty).is_new


def test_what_the_register_has_learnt_since_is_no_contradiction(
    empty: Register, adjusted: Path
) -> None:
    session: Session = current()
    _take_in(adjusted, empty)
    take_down(session, ACT, session.exec(select(Notice)).one(), date(2026, 4, 9))

    assert not _take_in(adjusted, empty).is_new
