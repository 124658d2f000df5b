"""The meetings of a year, a line each, as a secretary pastes them: day, time, place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.domain.errors import RuleBroken
from minutes.domain.planning import Planned, require_place, time_of_day
from minutes.importing.dates import DATE, read_date

_LINE = re.compile(
    rf"^(?:(?:mån|tis|ons|tors|fre|lör|sön)\w*\.? (?:den )?)?(?P<day>{DATE})"
    r"(?:[\s,;]+(?P<time>(?:kl\.? ?)?\d{1,2}[.:]\d{2}|kl\.? ?\d{1,2}))?(?![\d.:])"
    r"(?:\s*[–-]\s*\d{1,2}[.:]\d{2})?[\s,;]*(?P<place>.*)$",
    re.IGNORECASE,
)
MOST = 60
"""More meetings than one a week are no plan of a year."""


def _one(number: int, line: str, begins_at: str | None, place: str | None) -> Planned:
    match = _LINE.match(line)
    held_on = read_date(match["day"]) if match else None
    if match is None or held_on is None:
        raise RuleBroken(
            "Rad {number}: ”{line}” har ingen dag. Skriv som 2027-01-13 09:00 Regionhuset.",
            number=number,
            line=line[:60],
        )
    time = time_of_day(match["time"]) if match["time"] else begins_at
    where = match["place"].strip() or place or None
    require_place(where or "")
    return Planned(held_on, time, where)


def _each(text: str, begins_at: str | None, place: str | None) -> Iterator[Planned]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield _one(number, " ".join(line.split()), begins_at, place)


def read_plan(
    text: str, begins_at: str | None = None, place: str | None = None
) -> tuple[Planned, ...]:
    """The meetings of the lines; `begins_at` ("HH:MM") and `place` where a line tells none.

    Raises RuleBroken, by the line, for one without a day or with a time that is none; for no line
    at all, and for more than 60.
    """
    plan = tuple(_each(text, begins_at, place))
    if not plan:
        raise RuleBroken("Ingen dag är skriven. Skriv en rad för varje sammanträde.")
    if len(plan) > MOST:
        raise RuleBroken("Det är {count} rader. Planera högst {most} åt gången.",
                         count=len(plan), most=MOST)  # fmt: skip
    return plan
