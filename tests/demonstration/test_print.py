"""The demonstration printed and read back from the text of its pages, not the record in them."""

from __future__ import annotations

import re
from dataclasses import replace

from sqlmodel import Session

from minutes.demonstration.meetings import MeetingOf
from minutes.documents.edition import pictures_of
from minutes.documents.press import printed
from minutes.documents.protocol import protocol_sheet
from minutes.domain.proposals import standing
from minutes.domain.record import Item, Protocol
from minutes.importing.parse import Reading, parse
from minutes.importing.read import read_content
from minutes.store.editions import edition_of
from minutes.store.records import find_bodies, meeting_of, protocol_of
from tests.databases import Register
from tests.documents.reading import without_notice

_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)\n\n")


def _printed(session: Session, register: Register, held: MeetingOf) -> tuple[Protocol, Reading]:
    """A meeting as the register has it, and as its print reads."""
    body, day = held.protocol.body, held.protocol.date
    assert body is not None
    assert day is not None
    meeting = meeting_of(session, find_bodies(session, body)[0], day)
    assert meeting is not None
    edition = edition_of(session, meeting)
    record = replace(protocol_of(session, meeting), document_id=edition.document_id)
    pictures = pictures_of(record.items, register.settings.exports)
    sheet = protocol_sheet(record, edition, pictures=pictures)
    return record, parse(read_content("protokoll.pdf", printed(sheet), attached=False))


def _front(protocol: Protocol) -> Protocol:
    """What the record says beside its §§, but for the region, which is asked for."""
    return replace(protocol, items=(), organisation=None)


def _told(item: Item) -> Item:
    """The § as its text tells it: without pictures, and without what was taken back (KL 5:67).

    Where a correction stands in the record, and of which version it is, is seen and not said.
    """
    sections = tuple(replace(s, text=_PICTURE.sub("", s.text)) for s in item.sections)
    corrections = tuple(replace(c, stands_in=None, version=None) for c in item.corrections)
    proposals = standing(item.proposals)
    return replace(item, proposals=proposals, sections=sections, corrections=corrections)


def test_a_printed_meeting_reads_back_from_its_text(
    held: MeetingOf, entered: Session, demo_register: Register
) -> None:
    record, reading = _printed(entered, demo_register, held)

    for read, written in zip(reading.protocol.items, map(_told, record.items), strict=True):
        assert read == written
    assert reading.problems == ()
    assert _front(without_notice(reading.protocol)) == _front(record)
