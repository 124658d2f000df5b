"""Whether a file agrees with itself on the day of its meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from minutes.domain.wording.days import day as in_words
from minutes.importing.dates import DATE, WORDS, all_dates, read_date
from minutes.importing.lines import Line
from minutes.importing.meeting import NOT_THE_DAY
from minutes.importing.problems import Problem

_DIGITS = re.compile(r"\d+")
_ANY = re.compile(DATE, re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:sammanträdes(?:datum|dag)|datum(?=:? \d)|(?:plats och )?tid\b|tid och plats\b)", re.I
)
_ALONE = re.compile(
    r"^(?:sammanträdes(?:datum|dag)|datum|(?:plats och )?tid|tid och plats):?$", re.IGNORECASE
)
_BACK = 2
"""How many filled lines above its day a label may stand."""
_LETTER, _PAGED = re.compile(r"[A-Za-zÅÄÖåäö]{3}"), re.compile(r"<>.*#")
_UP_TO = re.compile(
    rf"\b(?P<first>\d{{1,2}}) ?(?:[-–]+|och) ?(?P<last>(?P<day>\d{{1,2}}) (?:{WORDS}),? \d{{4}})",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2}) ?[-–]{1,2} ?(?P<last>\d{1,2})(?![\d-])")


def _further(text: str) -> Iterator[date]:
    """The days of a span that its words give by their numbers alone."""
    for match in _UP_TO.finditer(text):
        last = read_date(match["last"])
        if last is not None:
            back = int(match["day"]) - int(match["first"])
            yield from (last - timedelta(n) for n in range(1, back + 1))
    for match in _FROM.finditer(text):
        first = read_date(match["day"])
        if first is not None:
            on = int(match["last"]) - first.day
            yield from (first + timedelta(n) for n in range(1, on + 1))


def _days(line: Line) -> frozenset[date]:
    return frozenset((*all_dates(line.text), *_further(line.text)))


def _shape(line: Line) -> str:
    """A line's words without its date and figures: a running header has the same on all pages."""
    return _DIGITS.sub("#", _ANY.sub("<>", line.text.casefold()))


def _labelled(front: Sequence[Line]) -> Iterator[Line]:
    """The lines of the front page where the day of the meeting stands behind or under its label."""
    filled = [line for line in front if not line.is_blank]
    for index, line in enumerate(filled):
        above = filled[max(0, index - _BACK) : index]
        if any(NOT_THE_DAY.search(x.text) for x in (*above, line)):
            continue
        if _LABEL.match(line.text) or any(_ALONE.match(x.text) for x in above):
            yield line


def _headers(lines: Sequence[Line], furniture: Sequence[Line], held_on: date) -> list[Line]:
    """The running headers with a day: in words alike, or under the same words, as the meeting's."""
    page = {line.number for line in furniture}
    filled = [line for line in lines if not line.is_blank]
    above = dict(zip((x.number for x in filled[1:]), map(_shape, filled), strict=False))

    def sort(line: Line) -> str:
        own = _shape(line)
        return own if _LETTER.search(own) else f"{above.get(line.number, '')}\n{own}"

    of_meeting = {sort(x) for x in furniture if held_on in _days(x)}
    return [
        line
        for line in filled
        if (line.number in page or _PAGED.search(_shape(line)))
        and _LETTER.search(sort(line))
        and sort(line) in of_meeting
        and not NOT_THE_DAY.search(line.text)
    ]


def _known(tellings: Sequence[frozenset[date]], held_on: date) -> frozenset[date]:
    """The days of the meeting: those that some line tells together with the day it is known by."""
    return frozenset().union(*(days for days in tellings if held_on in days))


def _contradictions(
    tellings: Sequence[Line], of_headers: frozenset[int], held_on: date
) -> Iterator[Problem]:
    known = _known([_days(line) for line in tellings], held_on)
    first = next((x.number for x in tellings if held_on in _days(x)), None)
    told: set[date] = set()
    for line in tellings:
        days = _days(line)
        if first is None or not days or days & (known | told):
            continue
        told |= days
        in_header = line.number in of_headers
        how = "." if in_header else ", eller ange dagen med --date."
        yield Problem(
            f"Filen motsäger sig själv om sammanträdets dag: rad {line.number} säger "
            f"{in_words(min(days))}, rad {first} {in_words(held_on)}. Rätta filen{how}",
            is_settled_by_day=not in_header,
        )


def _impossible(lines: Sequence[Line]) -> Iterator[Problem]:
    """Days that the calendar does not have, each once."""
    words = {m.group(): x.number for x in reversed(lines) for m in _ANY.finditer(x.text)}
    for text, number in words.items():
        if read_date(text) is None:
            sentence = f"”{text}” är ingen dag. Rätta filen, eller ange dagen med --date."
            yield Problem(sentence, number, is_settled_by_day=True)


def problems_of_days(
    lines: Sequence[Line],
    furniture: Sequence[Line],
    opening: int,
    held_on: date | None,
) -> tuple[Problem, ...]:
    """What speaks against the day of the meeting in running headers and on the front page.

    `opening` is the number of the line on which the first § begins.
    """
    labelled = list(_labelled([line for line in lines if line.number < opening]))
    found = [*_impossible([*furniture, *labelled])]
    if held_on is not None:
        headers = _headers(lines, furniture, held_on)
        tellings = sorted(
            {x.number: x for x in (*headers, *labelled)}.values(), key=lambda x: x.number
        )
        found += _contradictions(tellings, frozenset(x.number for x in headers), held_on)
    return tuple(found)
