"""The edition of a meeting's protocol, as the register has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session

from minutes.documents.edition import pictures_of, protocol_file
from minutes.domain.editions import Edition
from minutes.domain.record import Protocol, published
from minutes.importing.parse import parse
from minutes.importing.read import read
from minutes.store.editions import edition_of
from minutes.store.records import find_bodies, meeting_of, protocol_of
from minutes.store.session import session as current
from tests.databases import Register, opened
from tests.documents.made import BOARD
from tests.documents.rich import CHECKSUM, PICTURE

ADJUSTED_ON, UNADJUSTED = date(2025, 5, 21), date(2026, 10, 28)


@pytest.fixture
def reading(demo_register: Register) -> Iterator[Session]:
    with opened(demo_register):
        yield current()


def _edition(reading: Session, held_on: date) -> tuple[Edition, Protocol]:
    meeting = meeting_of(reading, find_bodies(reading, BOARD)[0], held_on)
    assert meeting is not None
    return edition_of(reading, meeting), protocol_of(reading, meeting)


def test_adjusted_minutes_tell_their_signers_and_their_notice(reading: Session) -> None:
    edition, protocol = _edition(reading, ADJUSTED_ON)

    assert not edition.is_draft
    assert {one.person for one in edition.signatures} > set(protocol.adjusters)
    assert max(one.signed_on for one in edition.signatures if one.signed_on) == (
        protocol.adjusted_on
    )
    assert not edition.is_from_elsewhere
    assert edition.notice is not None
    assert edition.notice.appeal_ends_on < edition.notice.taken_down_on


def test_minutes_that_nobody_has_adjusted_are_a_draft_with_their_pictures(
    reading: Session, demo_register: Register
) -> None:
    edition, protocol = _edition(reading, UNADJUSTED)

    assert edition.is_draft
    assert (edition.notice, edition.signatures) == (None, ())
    assert pictures_of(protocol.items, demo_register.settings.exports) == {CHECKSUM: PICTURE}


def test_a_meeting_without_document_id_is_named_by_body_and_day(
    reading: Session, demo_register: Register
) -> None:
    edition, protocol = _edition(reading, UNADJUSTED)

    assert protocol.document_id is None
    assert edition.document_id == "REGIONSTYRELSEN-2026-10-28"


def test_the_file_of_a_meeting_carries_its_record(
    reading: Session, demo_register: Register
) -> None:
    meeting = meeting_of(reading, find_bodies(reading, BOARD)[0], UNADJUSTED)
    assert meeting is not None

    file = protocol_file(reading, meeting, demo_register.settings.exports, "pdf/a-3a")

    told = replace(protocol_of(reading, meeting), edition=edition_of(reading, meeting))
    assert parse(read(file)).protocol == published(told)
