"""Dates as Swedish minutes write them."""

from __future__ import annotations

import calendar
import re
from datetime import date

from minutes.domain.wording.days import MONTHS

WORDS = "|".join(MONTHS)
"""The months as a regular expression without groups."""
DATE = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} (?:{WORDS}),? \d{{4}})"
"""A date as a regular expression without groups."""
_INWORDS = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{WORDS}),? (?P<year>\d{{4}})", re.I)
_ANY = re.compile(DATE, re.IGNORECASE)


def read_date(text: str) -> date | None:
    """The first date in the text, None where there is none or none such exists."""
    match = _ANY.search(text)
    if match is None:
        return None
    words = _INWORDS.match(match.group())
    try:
        if words is None:
            return date.fromisoformat(match.group())
        month = MONTHS.index(words["month"].lower()) + 1
        return date(int(words["year"]), month, int(words["day"]))
    except ValueError:
        return None


def all_dates(text: str) -> tuple[date, ...]:
    """Every date in the text, in order."""
    found = (read_date(match.group()) for match in _ANY.finditer(text))
    return tuple(day for day in found if day is not None)


def last_day_of(month: str, year: int) -> date:
    """The last day of a month given by its Swedish name."""
    number = MONTHS.index(month.lower()) + 1
    return date(year, number, calendar.monthrange(year, number)[1])
