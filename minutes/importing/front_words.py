"""Which lines of the front page say more than the record holds: none is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from minutes.domain.attendance import Attendance
from minutes.domain.record import Protocol
from minutes.domain.wording.attendance import attendance_line
from minutes.domain.wording.days import MONTHS
from minutes.importing.lines import Line
from minutes.importing.vocabulary import resource

_WORD = re.compile(r"\d{1,2}[.:]\d{2}|\d{4}-\d{2}-\d{2}|\d+|[^\W\d_]+", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?<=\S)[ .…_]+\d{1,3}(?: ?\(\d+\))?$")
_JOINS = re.compile(
    r"(?:sammanträdes)?protokoll(?:et)?|sammanträde[ts]?|från|för|med|den|det|och|att|kl|klockan"
    r"|vid|under|till|samt|som|är|på|via|fört|region|kommun|stad|landsting|nr|sida?|datum|dag"
    r"|ordf|ordförande|sekr|vice|förste|andre|tjg|tjänstgör\w*|ersätt(?:er|are)|istf|ledam\w+"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|distans|digitalt|dnr|diarienummer"
    r"|ärendenummer|tom|from|fom|[a-zåäö]{1,2}"
)
"""Words that join others or name a field, and say nothing by themselves; initials."""


@cache
def _of_labels() -> frozenset[str]:
    patterns = " ".join(
        p for some in resource("vocabulary.toml")["front_page"].values() for p in some
    )
    return frozenset(re.findall(r"[a-zåäö]{2,}", patterns))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _of_day(day: date | None) -> Iterator[str]:
    if day is not None:
        yield f"{day.isoformat()} {day.day} {MONTHS[day.month - 1]} {day.year}"


def _of_time(clock: str | None) -> Iterator[str]:
    if clock is not None:
        bare = clock.removeprefix("0")
        yield " ".join((clock, bare, clock.replace(":", "."), bare.replace(":", "."), bare[:-3]))


def _of_people(there: Iterable[Attendance]) -> Iterator[str]:
    for one in there:
        yield f"{attendance_line(one)} {one.name} {one.role.value}"


def _texts(meeting: Protocol) -> Iterator[str]:
    yield " ".join(
        filter(None, (meeting.body, f"{meeting.body}s", meeting.organisation, meeting.place))
    )
    for day in (meeting.date, meeting.adjusted_on):
        yield from _of_day(day)
    for clock in (meeting.opened_at, meeting.closed_at):
        yield from _of_time(clock)
    yield from _of_people(meeting.attendance)
    yield from (f"{person.name} {person.party}" for person in meeting.adjusters)
    for item in meeting.items:
        yield " ".join((str(item.number), item.title, *item.dnr))


def told_words(meeting: Protocol) -> frozenset[str]:
    """The words that the record holds, and those of labels."""
    told = {word for text in _texts(meeting) for word in _words(text)}
    return frozenset(told | _of_labels())


def lines_with_more(
    lines: Sequence[Line], meeting: Protocol, beside_label: Callable[[Line], str]
) -> Iterator[Line]:
    """The lines of the front page with a word, `beside_label`, that the record does not hold."""
    told = told_words(meeting)
    for line in lines:
        words = _words(_PAGE_NUMBER.sub("", beside_label(line)))
        if any(word not in told and not _JOINS.fullmatch(word) for word in words):
            yield line
