"""Whose minutes these are and of which day, read from headers, front page and decisions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from minutes.importing.dates import all_dates
from minutes.importing.lines import Line
from minutes.importing.vocabulary import BODY

_ALONE = re.compile(
    rf"^(?P<body>{BODY})(?:protokoll)?(?: (?:protokoll|sammanträdesprotokoll))?$", re.I
)
_WITH_DATE = re.compile(rf"^(?P<body>{BODY}),? (?:den )?\d", re.IGNORECASE)
_MINUTES_OF = re.compile(rf"\bprotokoll (?:från|för) (?P<body>{BODY})s?\b", re.IGNORECASE)
_DECIDES = re.compile(
    rf"^(?P<body>{BODY}) (?:beslutar|beslutade|föreslår|föreslog)\b", re.IGNORECASE
)
_ITS_DECISION = re.compile(rf"^(?P<body>{BODY}) beslut$", re.IGNORECASE)
_DAY = re.compile(
    r"sammanträdes(?:datum|dag)|^datum|plats och tid|tid och plats|^tid\b", re.IGNORECASE
)
NOT_THE_DAY = re.compile(
    r"juster|anslag|publicer|överklag|tas ned|sätts upp|underskrift|expedier", re.I
)
_BEFORE_NAME = re.compile(
    r"^(?:(?:sammanträdes|mötes)?protokoll(?:et)?(?: från| för)?"
    r"|(?:region|landstinget) [a-zåäö]+(?: län)?|[a-zåäö-]+ (?:kommuns?|stads?)) (?=[a-zåäö])",
    re.IGNORECASE,
)
"""What may stand on the same line before a body's name: the word protocol, whose body it is."""
_ORGANISATION = re.compile(
    r"^(?:region [\w-]+(?: län)?|[\w-]+(?: [\w-]+)? (?:kommun|stad))$", re.IGNORECASE
)
_SORT = re.compile(r"\b(?:Kommun|Län)$")


def body_name(name: str) -> str:
    """A body's name alone: without whose it is, the word protocol, a genitive."""
    name = name.strip().rstrip(",")
    while (shorter := _BEFORE_NAME.sub("", name)) != name:
        name = shorter
    if name.casefold().endswith(
        ("styrelsens", "nämndens", "fullmäktiges", "utskottets", "beredningens")
    ):
        name = name[:-1]
    return name[:1].upper() + (name[1:].lower() if name.isupper() else name[1:])


def _named(line: Line, weights: Sequence[tuple[re.Pattern[str], int]]) -> Iterator[tuple[str, int]]:
    for text in dict.fromkeys((line.text, *(cell.text for cell in line.cells))):
        for pattern, weight in weights:
            match = pattern.search(text)
            if match is not None:
                yield body_name(match["body"]), weight
                return


def body_of(page: Iterable[Line], front: Iterable[Line], text: Iterable[Line]) -> str | None:
    """The body named oftenest: in running headers, on the front page, as the one who decides."""
    found: Counter[str] = Counter()
    header = [(_ALONE, 6), (_MINUTES_OF, 6), (_WITH_DATE, 6)]
    for lines, weights in (
        (page, header),
        (front, header),
        (text, [(_ITS_DECISION, 4), (_DECIDES, 2), (_ALONE, 1)]),
    ):
        for line in lines:
            for name, weight in _named(line, weights):
                found[name] += weight
    return found.most_common(1)[0][0] if found else None


def day_of(page: Iterable[Line], front: Sequence[Line]) -> date | None:
    """The day of the meeting: in running headers, else by its label, else the first date."""
    headers = Counter(day for line in page for day in all_dates(line.text))
    if headers:
        return headers.most_common(1)[0][0]
    near: list[date] = []
    others: list[date] = []
    for index, line in enumerate(front):
        if NOT_THE_DAY.search(line.text):
            continue
        label = any(_DAY.search(x.text) for x in front[max(0, index - 8) : index + 1])
        (near if label else others).extend(all_dates(line.text))
    return next(iter([*near, *others]), None)


_SIGNED = re.compile(
    r"\bjusterat\b|justerings(?:dag|datum)|^(?:digital justering|justering(?:en|ens)?)\b",
    re.I,
)
_POSTED = re.compile(r"anslag|publicer|överklag|sätts upp|tas ned", re.IGNORECASE)


def adjusted_on(front: Sequence[Line]) -> date | None:
    """The day of adjustment that the front page gives: the last one, where each signer has one."""
    found = [
        day
        for index, line in enumerate(front)
        if _SIGNED.search(line.text)
        for near in front[index : index + 3]
        if not _POSTED.search(near.text)
        for day in all_dates(near.text)
    ]
    return max(found, default=None)


def organisation_of(lines: Iterable[Line]) -> str | None:
    """The organisation that headers and front page name oftenest, alone in a column."""
    cells = (cell.text for line in lines for cell in line.cells)
    found = Counter(text for text in cells if _ORGANISATION.match(text)).most_common(1)
    if not found:
        return None
    name = found[0][0]
    return _SORT.sub(lambda sort: sort[0].lower(), name.title()) if name.isupper() else name


_ID_LABEL = re.compile(r"\bdokument-?id\b:?", re.IGNORECASE)
_ID = re.compile(r"(?P<id>[A-ZÅÄÖ]{2,}[A-ZÅÄÖ0-9-]*\d[\w-]*(?:, \d+(?:\.\d+)+(?= |$))?)(?:,|$| )")


def document_id(*parts: Sequence[Line]) -> str | None:
    """The id that a footer or the front page prints beside or under its label, with its version."""
    for lines in parts:
        for index, line in enumerate(lines):
            label = _ID_LABEL.search(line.text)
            near = [line.text[label.end() :].strip()] if label else []
            near += [after.text for after in lines[index + 1 : index + 2]] if label else []
            if found := next((m["id"] for text in near if (m := _ID.match(text))), None):
                return found
    return None
