"""Meetings as calendars read them: one for an invitation, a body's year as a feed (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import STATUS, Calendar, Event, Timezone

MEDIA_TYPE = "text/calendar; charset=utf-8"
_PRODUCER = "-//Paragraf//Sammantraden//SV"
_ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
END:VTIMEZONE
"""
"""Swedish time as directive 2000/84/EC has it: as a rule, so that no year is left out."""
_UNTOLD = timedelta(hours=3)
"""How long a meeting keeps the day busy whose end is not told."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting as it stands in a calendar.

    `uid` is the meeting's for good, though its day moves; `changes` counts what was changed since,
    so that a calendar knows which it was told last, and `changed_at` (UTC) is when. Times are
    those of the day in Sweden; without any the meeting fills its day.
    """

    uid: str
    summary: str
    held_on: date
    changed_at: datetime
    changes: int = 0
    begins_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    address: str = ""
    description: str = ""
    is_cancelled: bool = False


def _span(entry: Entry) -> tuple[date, date]:
    """When it begins and ends: moments of the zone, or days, of which the last is not counted."""
    if entry.begins_at is None:
        return entry.held_on, entry.held_on + timedelta(days=1)
    zone = ZoneInfo("Europe/Stockholm")
    begins = datetime.combine(entry.held_on, entry.begins_at, zone)
    if entry.ends_at is None:
        return begins, begins + _UNTOLD
    ends = datetime.combine(entry.held_on, entry.ends_at, zone)
    return begins, ends if ends > begins else ends + timedelta(days=1)


def _event(entry: Entry) -> Event:
    begins, ends = _span(entry)
    cancelled = "INSTÄLLT: " if entry.is_cancelled else ""
    return Event.new(
        uid=entry.uid,
        summary=cancelled + entry.summary,
        description=entry.description or None,
        start=begins,
        end=ends,
        location=entry.place or None,
        url=entry.address or None,
        sequence=entry.changes,
        stamp=entry.changed_at,
        last_modified=entry.changed_at,
        status=STATUS.CANCELLED if entry.is_cancelled else STATUS.CONFIRMED,
    )


def _calendar(entries: Sequence[Entry]) -> Calendar:
    """A calendar without method: nobody is asked to answer, so RFC 5546 has no part in it."""
    made = Calendar()
    made.add("prodid", _PRODUCER)
    made.add("version", "2.0")
    made.add_component(Timezone.from_ical(_ZONE))
    for entry in sorted(entries, key=lambda e: (e.held_on, e.uid)):
        made.add_component(_event(entry))
    return made


def calendar_entry(entry: Entry) -> bytes:
    """One meeting, to be put into a calendar; a cancelled one is marked where it was put before."""
    return bytes(_calendar([entry]).to_ical(sorted=False))


def calendar_feed(name: str, entries: Sequence[Entry]) -> bytes:
    """A body's meetings, to be subscribed to; those that were cancelled remain, marked."""
    made = _calendar(entries)
    made.calendar_name = name
    made.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    return bytes(made.to_ical(sorted=False))
