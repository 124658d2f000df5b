"""Meetings in a calendar: read back as another program reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from minutes.documents.calendar_entry import Entry, calendar_entry, calendar_feed

SUMMER = Entry(
    uid="sammantrade-17@aelvmark.example",
    summary="Sammanträde med regionstyrelsen",
    held_on=date(2026, 6, 3),
    changed_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    begins_at=time(9),
    ends_at=time(11, 30),
    place="Regionhuset; sal Å, Sundevik",
    address="https://aelvmark.example/regionstyrelsen/2026-06-03",
)
WINTER = replace(SUMMER, uid="sammantrade-18@aelvmark.example", held_on=date(2026, 12, 9))


def _read(content: bytes) -> list[Event]:
    calendar = Calendar.from_ical(content)
    assert calendar.errors == []
    assert [e for event in calendar.events for e in event.errors] == []
    return list(calendar.events)


@pytest.mark.parametrize(
    ("entry", "begins"),
    [
        pytest.param(SUMMER, datetime(2026, 6, 3, 7, tzinfo=UTC), id="summer: two hours ahead"),
        pytest.param(WINTER, datetime(2026, 12, 9, 8, tzinfo=UTC), id="winter: one hour ahead"),
    ],
)
def test_a_meeting_begins_at_swedish_time(entry: Entry, begins: datetime) -> None:
    (event,) = _read(calendar_entry(entry))

    assert event.start.astimezone(UTC) == begins
    assert event.end - event.start == timedelta(hours=2, minutes=30)


def test_the_zone_changes_its_hour_when_sweden_does() -> None:
    (zone,) = Calendar.from_ical(calendar_entry(SUMMER)).timezones
    told = zone.to_tz(lookup_tzid=False)

    around = [datetime(2026, 3, 29, 0, 59), datetime(2026, 3, 29, 1, 1)]
    hours = [m.replace(tzinfo=UTC).astimezone(told).utcoffset() for m in around]

    assert hours == [timedelta(hours=1), timedelta(hours=2)]


def test_a_meeting_tells_place_and_address() -> None:
    (event,) = _read(calendar_entry(SUMMER))

    assert str(event["SUMMARY"]) == "Sammanträde med regionstyrelsen"
    assert str(event["LOCATION"]) == "Regionhuset; sal Å, Sundevik"
    assert str(event["URL"]) == "https://aelvmark.example/regionstyrelsen/2026-06-03"


def test_a_moved_meeting_is_the_same_one_told_later() -> None:
    moved = replace(
        SUMMER,
        held_on=date(2026, 6, 10),
        changes=1,
        changed_at=SUMMER.changed_at + timedelta(days=1),
    )

    (before,), (after,) = _read(calendar_entry(SUMMER)), _read(calendar_entry(moved))

    assert before.uid == after.uid
    assert (before.sequence, after.sequence) == (0, 1)
    assert moved.changed_at == after.DTSTAMP


def test_a_cancelled_meeting_is_marked() -> None:
    (event,) = _read(calendar_entry(replace(SUMMER, is_cancelled=True, changes=2)))

    assert event.status == "CANCELLED"
    assert str(event["SUMMARY"]) == "INSTÄLLT: Sammanträde med regionstyrelsen"


@pytest.mark.parametrize(
    ("begins", "ends", "hours"),
    [
        pytest.param(None, None, 24, id="no time is told: the day"),
        pytest.param(time(9), None, 3, id="no end is told: three hours"),
        pytest.param(time(19), time(0, 30), 5.5, id="past midnight"),
    ],
)
def test_a_meeting_lasts_as_long_as_is_told(
    begins: time | None, ends: time | None, hours: float
) -> None:
    (event,) = _read(calendar_entry(replace(SUMMER, begins_at=begins, ends_at=ends)))

    assert event.end - event.start == timedelta(hours=hours)


def test_the_feed_holds_the_meetings_of_the_year_in_order() -> None:
    content = calendar_feed("Regionstyrelsen 2026", [WINTER, replace(SUMMER, is_cancelled=True)])

    assert [event.uid for event in _read(content)] == [SUMMER.uid, WINTER.uid]
    assert Calendar.from_ical(content).calendar_name == "Regionstyrelsen 2026"


def test_a_year_without_meetings_is_a_calendar_all_the_same() -> None:
    content = calendar_feed("Regionstyrelsen 2027", [])

    assert _read(content) == []
    assert b"BEGIN:VTIMEZONE" in content, "RFC 5545 3.6: at least one component"


def test_the_same_meetings_give_the_same_bytes() -> None:
    first, second = (calendar_feed("Året", order) for order in ([SUMMER, WINTER], [WINTER, SUMMER]))

    assert first == second


@given(words=st.text(st.sampled_from("aåäö, ;\\\né😀"), max_size=200))
def test_lines_are_folded_by_octets_and_words_come_back(words: str) -> None:
    content = calendar_entry(replace(SUMMER, summary=f"M{words}", place=f"P{words}"))
    lines = content.split(b"\r\n")

    (event,) = _read(content)

    assert max(map(len, lines)) <= 75, "RFC 5545 3.1"
    assert all(line.decode() is not None for line in lines), "no letter is cut in two"
    assert str(event["SUMMARY"]) == f"M{words}"
    assert str(event["LOCATION"]) == f"P{words}"
    assert all(a != b"" for a, _ in pairwise(lines))
