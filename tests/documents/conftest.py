"""Printed protocols, made once a run: the small one in its editions, and the real one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from minutes.actions.history import Act
from minutes.documents.edition import protocol_file
from minutes.documents.press import Sheet, printed
from minutes.documents.protocol import protocol_sheet
from minutes.importing.intake import take_in
from minutes.importing.load import Order
from minutes.store.migrations import upgrade
from minutes.store.records import find_bodies, meeting_of
from minutes.store.session import writing
from tests.databases import in_file, opened
from tests.documents.made import (
    ADJUSTED,
    BOARD,
    DRAFT,
    HYPHENED,
    small_protocol,
    with_attendance,
    with_titles,
)
from tests.documents.rich import CHECKSUM, PICTURE, rich_protocol
from tests.documents.signed import Signed, make_signed, read_signed
from tests.once import made_once


def _printed(run: Path, name: str, sheet: Sheet) -> Path:
    return made_once(run / f"{name}.pdf", lambda file: _write(file, printed(sheet)))


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(content)


@pytest.fixture(scope="session")
def adjusted(run_folder: Path) -> Path:
    """The small protocol, adjusted, as PDF/A-3a."""
    return _printed(run_folder, "adjusted", protocol_sheet(small_protocol(), ADJUSTED))


@pytest.fixture(scope="session")
def draft(run_folder: Path) -> Path:
    """The small protocol before its adjustment."""
    return _printed(run_folder, "draft", protocol_sheet(small_protocol(), DRAFT))


@pytest.fixture(scope="session")
def without_attachment(run_folder: Path) -> Path:
    """The small protocol for an archive that takes no attachments: PDF/A-2a."""
    sheet = protocol_sheet(small_protocol(), ADJUSTED, "pdf/a-2a")
    return _printed(run_folder, "without", sheet)


@pytest.fixture(scope="session")
def rich(run_folder: Path) -> Path:
    """The small protocol with all that Markdown can hold."""
    pictures = {CHECKSUM: PICTURE}
    sheet = protocol_sheet(rich_protocol(), ADJUSTED, pictures=pictures)
    return _printed(run_folder, "rich", sheet)


@pytest.fixture(scope="session")
def hyphened(run_folder: Path) -> Path:
    """A meeting whose titles have a hyphen at each place of a line."""
    return _printed(run_folder, "hyphened", protocol_sheet(with_titles(HYPHENED), ADJUSTED))


@pytest.fixture(scope="session")
def assembly(run_folder: Path) -> Path:
    """A meeting so large that its list of members goes on over the page."""
    return _printed(run_folder, "assembly", protocol_sheet(with_attendance(61, 2), ADJUSTED))


@pytest.fixture(scope="session")
def signed_folder(run_folder: Path) -> Path:
    """The small protocol as it was sent and after each signature, with who vouches for them."""
    return made_once(run_folder / "signed", make_signed)


@pytest.fixture(scope="session")
def signed(signed_folder: Path) -> Signed:
    """The small protocol, signed by its chair and its adjuster."""
    return read_signed(signed_folder)


@pytest.fixture(scope="session")
def real(shared: Path, run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real protocol of 80 pages, taken into a register and printed from it."""

    def write(file: Path) -> None:
        register = in_file(tmp_path_factory.mktemp("real"))
        held_on, exports = date(2020, 10, 14), register.settings.exports
        with opened(register):
            upgrade()
            session = writing()
            act = Act("provet", datetime(2026, 1, 2, tzinfo=UTC))
            order = Order("Region Älvmark", BOARD, held_on)
            take_in(session, act, shared / "seeds" / "004_8b838460e9bf283a.txt", order, exports)
            meeting = meeting_of(session, find_bodies(session, BOARD)[0], held_on)
            assert meeting is not None
            file.write_bytes(protocol_file(session, meeting, exports, "pdf/a-3a").read_bytes())
            session.rollback()

    return made_once(run_folder / "real.pdf", write)
