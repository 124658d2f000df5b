"""When a body is to meet: days that a meeting can be planned for, and what is odd about them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.notices import is_equal_to_holiday
from minutes.domain.texts import require_line
from minutes.domain.wording.days import day

_TIME = re.compile(r"(?:kl\.? ?)?(\d{1,2})(?:[.:](\d{2}))?")
_YEARS_AHEAD = 4
LONGEST_PLACE = 200
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """A day on which a body is to meet; `begins_at` is "HH:MM"."""

    held_on: date
    begins_at: str | None = None
    place: str | None = None


def time_of_day(text: str) -> str:
    """A time as people write it ("9.00", "kl. 13:30", "9") as "HH:MM". Raises RuleBroken."""
    match = _TIME.fullmatch(text.strip().lower())
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
    if hour > 23 or minute > 59:
        raise RuleBroken(
            "”{text}” är inget klockslag. Skriv det som 09:00.", text=text.strip()[:20]
        )
    return f"{hour:02}:{minute:02}"


def require_place(place: str) -> None:
    """Refuse a place of several lines or past 200 characters. Raises RuleBroken."""
    require_line(place, Phrase("Platsen"), LONGEST_PLACE)


def require_ahead(held_on: date, today: date) -> None:
    """Refuse a day that has been, and one past four years ahead. Raises RuleBroken."""
    if held_on < today:
        raise RuleBroken(
            "Den {day} har redan varit. Ett sammanträde planeras för en dag som kommer.",
            day=day(held_on),
        )
    if held_on.year > today.year + _YEARS_AHEAD:
        raise RuleBroken("Är året {year} rätt skrivet? Det är långt dit.", year=held_on.year)


def oddity_of(held_on: date, holidays: Container[date]) -> Phrase | None:
    """What may have been overlooked about a day: a weekend or a holiday; None for a weekday.

    `holidays` are Sweden's public holidays (SFS 1989:253), handed in.
    """
    if held_on in holidays or is_equal_to_holiday(held_on):
        return Phrase("Helgdag")
    return Phrase("Lördag") if held_on.weekday() == _SATURDAY else _sunday(held_on)


def _sunday(held_on: date) -> Phrase | None:
    return Phrase("Söndag") if held_on.weekday() > _SATURDAY else None


def _of_month(year: int, month: int, weekday: int) -> list[date]:
    first = date(year, month, 1)
    first += timedelta(days=(weekday - first.weekday()) % 7)
    days = [first + timedelta(weeks=week) for week in range(5)]
    return [one for one in days if one.month == month]


def regular_days(year: int, months: Sequence[int], weekday: int, week: int) -> Iterator[date]:
    """As "the second Wednesday of every month": Monday is 0, `week` 1 to 4, or -1 for the last."""
    for month in sorted(set(months)):
        days = _of_month(year, month, weekday)
        yield days[week - 1] if week > 0 else days[-1]
