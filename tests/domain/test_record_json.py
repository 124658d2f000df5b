"""The record as JSON and back, without loss."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.errors import RuleBroken
from minutes.domain.record import Item, Protocol
from minutes.domain.record_json import dumps, from_data, loads, to_data
from tests.domain.people import BO, EVA
from tests.records.items import items

MEETING = Protocol(
    "Regionstyrelsen",
    date(2026, 3, 10),
    (Item(12, "Åtgärder", ("0007-2026",)),),
    attendance=(
        Attendance("Eva Ek", "S", Role.CHAIR),
        Attendance("Bo Alm", "M", Role.SUBSTITUTE, True, EVA, (Interval(12), Interval(14, 15))),
    ),
    adjusters=(BO,),
    adjusted_on=date(2026, 3, 20),
)

ANY: dict[str, Any] = {field.name: ... for field in fields(Protocol) if field.name != "items"}
"""Every part of a protocol as its type allows it, but for the §§: of those a few are enough."""


@settings(max_examples=60)
@given(item=items())
def test_an_item_comes_back_from_its_data_unchanged(item: Item) -> None:
    assert from_data(Item, to_data(item)) == item


@settings(max_examples=40)
@given(item=items())
def test_a_protocol_comes_back_from_its_text_unchanged(item: Item) -> None:
    protocol = Protocol("Regionstyrelsen", date(2026, 3, 10), (item,))

    text = dumps(protocol)

    assert loads(text) == protocol
    assert dumps(loads(text)) == text


@settings(max_examples=25)
@given(
    protocol=st.builds(Protocol, **ANY, items=st.lists(st.from_type(Item), max_size=2).map(tuple))
)
def test_any_record_that_the_types_allow_comes_back_unchanged(protocol: Protocol) -> None:
    assert from_data(Protocol, json.loads(json.dumps(to_data(protocol)))) == protocol


def test_dates_stand_as_iso_days_enumerations_as_words_and_tuples_as_lists() -> None:
    made = to_data(MEETING)

    assert made["date"] == "2026-03-10"
    assert made["attendance"][1]["role"] == "substitute"
    assert made["attendance"][1]["serves_for"] == {"name": "Eva Ek", "party": "S"}
    assert made["attendance"][1]["intervals"][0] == {"first": 12, "last": None}
    assert made["items"][0]["dnr"] == ["0007-2026"]


def test_the_text_is_readable_ends_with_a_line_end_and_keeps_swedish_letters() -> None:
    text = dumps(MEETING)

    assert '"title": "Åtgärder"' in text
    assert text.endswith("}\n")
    assert loads(text.encode()) == loads(text) == MEETING


def test_keys_that_the_record_does_not_know_are_passed_over() -> None:
    made = to_data(MEETING)
    made["source"] = "protokoll.pdf"
    made["items"][0]["colour"] = "blue"

    assert from_data(Protocol, made) == MEETING


def test_keys_that_may_be_missing_get_their_usual_value() -> None:
    least = {"body": None, "date": None, "items": [{"number": 1, "title": "Val"}]}

    assert from_data(Protocol, least) == Protocol(None, None, (Item(1, "Val"),))


def _with(**changed: Any) -> str:
    return json.dumps({**to_data(MEETING), **changed})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("§ 12 Åtgärder", id="no JSON"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
        pytest.param("[]", id="a list"),
        pytest.param("null", id="null"),
        pytest.param("{}", id="an object without items"),
        pytest.param(_with(items=None), id="null for a list"),
        pytest.param(_with(items="§ 12"), id="a text for a list"),
        pytest.param(_with(items=[{"number": 12}]), id="an item without title"),
        pytest.param(_with(items=[{"number": "12", "title": "A"}]), id="a text for a number"),
        pytest.param(_with(items=[{"number": True, "title": "A"}]), id="yes for a number"),
        pytest.param(_with(items=[{"number": 1, "title": None}]), id="null for a text"),
        pytest.param(
            _with(items=[{"number": 1, "title": "A", "dnr": "0007-2026"}]), id="a text for many"
        ),
        pytest.param(_with(items=[{"number": 1, "title": "A", "tabled": 1}]), id="1 for yes"),
        pytest.param(_with(date="2026-02-30"), id="a day that is not in the calendar"),
        pytest.param(_with(date=20260310), id="a number for a day"),
        pytest.param(
            _with(attendance=[{"name": "Eva Ek", "party": "S", "role": "boss"}]),
            id="a role that is not known",
        ),
        pytest.param("[" * 100_000, id="nested without end"),
    ],
)
def test_what_is_no_protocol_is_refused(text: str | bytes) -> None:
    with pytest.raises(RuleBroken) as refused:
        loads(text)

    assert refused.value.sentence.startswith("Texten är inte ett protokoll i JSON-form")
