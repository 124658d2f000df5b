"""The parser is the inverse of the wording."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.domain.persons import Person
from minutes.domain.proposals import standing
from minutes.domain.record import Item
from minutes.domain.sections import Section, SectionKind
from minutes.domain.wording.corrections import correction_text
from minutes.importing.parse import parse_lines
from tests.printed import source
from tests.records.corrections import corrections
from tests.records.items import items_of_any_body, several_items
from tests.records.words import people

_DECIDED = "Regionstyrelsen beslutar att höja taxan."


def _told(item: Item) -> Item:
    """The § as minutes tell it: what was taken back leaves no trace (KL 5:67)."""
    return replace(item, proposals=standing(item.proposals))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(item=items_of_any_body)
def test_parsing_what_wording_wrote_gives_the_record_back(item: Item) -> None:
    read = parse_lines(source((item,))).protocol.items

    assert read == (_told(item),)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(meeting=several_items())
def test_the_paragraphs_of_a_meeting_do_not_run_into_each_other(meeting: tuple[Item, ...]) -> None:
    reading = parse_lines(source(meeting))

    assert reading.protocol.items == tuple(map(_told, meeting))
    assert reading.problems == ()


@settings(max_examples=60)
@given(data=st.data(), present=people)
def test_a_correction_is_read_as_it_was_made(data: st.DataObject, present: list[Person]) -> None:
    made = data.draw(corrections(present))
    told = Section(SectionKind.CORRECTION, "Rättelse bestyrks", correction_text(made))
    decision = Section(SectionKind.DECISION, "Regionstyrelsens beslut", _DECIDED)

    (read,) = parse_lines(source((Item(12, "Taxa", sections=(decision, told)),))).protocol.items

    assert (read.corrections, read.sections) == ((made,), (decision,))
