"""What became of a meeting: its record, and its protocol as it is read back."""

from __future__ import annotations

from dataclasses import replace

from minutes.domain.audit import audit, gaps_in
from minutes.domain.proposals import standing
from minutes.domain.record import Item, Protocol
from minutes.importing.parse import parse
from minutes.importing.read import read_content
from minutes.store.audits import context_of
from minutes.store.queries.meetings import meeting_at
from minutes.store.records import protocol_of
from minutes.store.session import session
from tests.browser.hall import DAY
from tests.databases import Register, opened
from tests.documents.reading import without_notice


def record_of(register: Register) -> Protocol:
    """The meeting as the register has it."""
    with opened(register):
        meeting = meeting_at(session(), "regionstyrelsen", DAY)
        assert meeting
        return protocol_of(session(), meeting)


def gaps_of(register: Register) -> list[str]:
    """What of the meeting would not pass the auditor."""
    with opened(register):
        meeting = meeting_at(session(), "regionstyrelsen", DAY)
        assert meeting
        found = audit(protocol_of(session(), meeting), context_of(session(), meeting))
        return [gap.text for gap in gaps_in(found)]


def read_back(pdf: bytes, *, attached: bool) -> Protocol:
    """What a protocol says: the record that it carries, or the words on its pages."""
    reading = parse(read_content("protokoll.pdf", pdf, attached=attached))
    assert reading.problems == ()
    return without_notice(reading.protocol)


def told(item: Item) -> Item:
    """The § as its text tells it: without what was taken back (KL 5:67)."""
    return replace(item, proposals=standing(item.proposals))


def front(protocol: Protocol) -> Protocol:
    """What the record says beside its §§, but for what only the file knows."""
    return replace(protocol, items=(), organisation=None, document_id=None)
