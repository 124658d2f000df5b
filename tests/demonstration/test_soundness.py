"""The demonstration keeps the rules that it shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from minutes.demonstration.meetings import MeetingOf
from minutes.demonstration.region import region
from minutes.domain.adjustment import due_on
from minutes.domain.attendance import is_quorate, serving
from minutes.domain.notices import notice_due_on
from minutes.domain.proposals import movers_of, require_answerable, standing
from minutes.domain.questions import require_finding
from minutes.domain.record import Item, Protocol
from minutes.importing.parse import parse_lines
from tests.printed import source

_BODIES = {body.name: body for body in region().bodies}
_SECTION_TEXTS = ("summary", "background", "statement", "impact")


def _as_printed(item: Item) -> Item:
    """What paper shows of an item: nothing withdrawn, and corrections beside the text."""
    sections = tuple(replace(s, text="") for s in item.sections)
    return replace(item, proposals=standing(item.proposals), corrections=(), sections=sections)


def test_an_item_written_out_is_read_back_as_it_was(held: MeetingOf) -> None:
    for item in held.protocol.items:
        (read,) = parse_lines(source((item,))).protocol.items

        assert _as_printed(read) == _as_printed(item)


def test_items_are_numbered_through_the_year_without_gaps(
    protocols: tuple[Protocol, ...],
) -> None:
    numbers: dict[tuple[str | None, int], list[int]] = {}
    for protocol in protocols:
        assert protocol.date is not None
        year = numbers.setdefault((protocol.body, protocol.date.year), [])
        year += [item.number for item in protocol.items]

    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


def test_each_item_is_decided_by_a_quorum_that_fits_the_seats(held: MeetingOf) -> None:
    body = _BODIES[held.protocol.body or ""]
    for item in held.protocol.items:
        there = len(serving(held.protocol.attendance, item.number))
        away = len(item.disqualified)

        assert there <= body.seats
        assert is_quorate(body.seats, there, body.kind, away)


def test_what_is_answered_was_put_and_what_was_put_is_answered(held: MeetingOf) -> None:
    for item in held.protocol.items:
        for place, proposal in enumerate(item.proposals):
            require_answerable(proposal, movers_of(item.proposals[:place]))
        for question in item.questions:
            require_finding(question)


def test_minutes_are_adjusted_and_announced_in_time(held: MeetingOf) -> None:
    protocol = held.protocol
    if protocol.adjusted_on is None:
        assert held.posted_on is None
        return
    assert protocol.date is not None
    assert held.posted_on is not None

    assert protocol.date <= protocol.adjusted_on <= due_on(protocol.date)
    assert protocol.adjusted_on <= held.posted_on <= notice_due_on(protocol.adjusted_on)


def test_who_signs_was_there(held: MeetingOf) -> None:
    there = {one.person for one in held.protocol.attendance if one.serves}

    assert held.protocol.adjusters
    assert set(held.protocol.adjusters) <= there


def test_no_text_is_filler_that_stands_again_and_again(items: tuple[Item, ...]) -> None:
    paragraphs = Counter(
        paragraph
        for item in items
        for section in item.sections
        if section.kind in _SECTION_TEXTS
        for paragraph in section.text.split("\n\n")
        if len(paragraph) > 60 and not paragraph.startswith("- ")
    )

    assert [text for text, count in paragraphs.items() if count > 1] == []
