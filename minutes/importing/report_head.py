"""The head of an officials' report: what it is called, its reference, its day and its writer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from minutes.importing.dates import DATE, read_date
from minutes.importing.lines import Line
from minutes.importing.references import is_reference, leading
from minutes.importing.references import split as split_references

_DNR = re.compile(
    r"^(?:Dnr|Diarienummer|Diarienr|Ärendenummer|Ärendenr|Ärende-?id)\b\.?:? ?", re.IGNORECASE
)
_DATE = re.compile(rf"^(?:(?:Datum|Upprättad|Utskriftsdatum):? ?)?{DATE}$", re.IGNORECASE)
_HANDLER = re.compile(
    r"^(?:Handläggare|Ansvarig handläggare|Föredragande|Kontaktperson|Författare)\b:? ?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:Ärende|Rubrik|Ärenderubrik|Ärendemening): (?=\S)", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:Dnr|Diarienummer|Diarienr|Ärendenummer|Ärendenr|Datum|Handläggare|Ansvarig handläggare)"
    r"\.?:?$",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(
    r"^(?:tjänsteskrivelse|tjänsteutlåtande|beslutsunderlag|missiv|förslag till beslut|rapport"
    r"|(?:sida|sid) ?\d.*|\d{1,3} ?\(\d{1,3}\)|till .*|.*@.*|(?:tel|telefon)\b.*"
    r"|(?:region|kommun)?(?:styrelsen|fullmäktige)|[a-zåäö -]*nämnden)$",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(r"^(?:Region|Landstinget|Kommun) [A-ZÅÄÖ]\w+$|^[A-ZÅÄÖ]\w+s? kommun$")
_LONGEST_TITLE = 160


@dataclass(slots=True)
class Head:
    """What stands over the first heading; `rest` are the lines that nothing was made of.

    `text` are those of the report's own text, which begins without a heading.
    """

    title: str = ""
    dnr: tuple[str, ...] = ()
    dated_on: date | None = None
    handler: str = ""
    rest: tuple[Line, ...] = ()
    text: tuple[Line, ...] = ()


def _with_labels(line: Line, after: Line | None) -> Iterator[str]:
    """The cells of a line, each label with the words below or beside it."""
    texts = [cell.text for cell in line.cells]
    at = 0
    while at < len(texts):
        beside = texts[at + 1] if at + 1 < len(texts) else ""
        if _LABEL.match(texts[at]) and beside and not _LABEL.match(beside):
            yield f"{texts[at].rstrip(':')}: {beside}"
            at += 2
            continue
        below = after.cells[at].text if after and at < len(after.cells) else ""
        yield f"{texts[at].rstrip(':')}: {below}" if _LABEL.match(texts[at]) else texts[at]
        at += 1


def _take(head: Head, text: str) -> bool:
    """Take what a text says of the report; whether it said anything."""
    if (named := _HANDLER.match(text)) and text[named.end() :]:
        head.handler = head.handler or text[named.end() :].strip()
    elif _DATE.match(text):
        head.dated_on = head.dated_on or read_date(text)
    elif _DNR.match(text) or is_reference(text):
        found = split_references(text) if _DNR.match(text) else (leading(text)[0],)
        head.dnr += tuple(one for one in found if one not in head.dnr)
        return bool(found)
    elif titled := _TITLE.match(text):
        head.title = head.title or text[titled.end() :].strip()
    else:
        return bool(_LABEL.match(text))
    return True


def _is_title(line: Line) -> bool:
    text = line.text
    alone = len(line.cells) == 1 and len(text) <= _LONGEST_TITLE
    return alone and not text.endswith((".", ":", ",")) and text[:1].isupper()


def _is_of_paper(line: Line) -> bool:
    """Whether a line tells whose paper it is, rather than what it is about."""
    return all(_OF_PAPER.match(c.text) or _ORGANISATION.match(c.text) for c in line.cells)


def _is_same_title(line: Line, after: Line) -> bool:
    """Whether a title goes on on the next line: set like it, or with a small letter."""
    like = line.bold and after.bold and abs(line.size - after.size) < 0.1
    return after.number == line.number + 1 and (like or after.text[:1].islower())


def _without_title(head: Head, left: Sequence[Line]) -> None:
    """Find the title among the lines that are left; what is below it is the report's text."""
    titles = [at for at, line in enumerate(left) if _is_title(line) and not _is_of_paper(line)]
    if head.title or not titles:
        head.rest = tuple(left)
        return
    at = titles[-1] if _is_title(left[-1]) else titles[0]
    head.title = left[at].text
    while at + 1 < len(left) and _is_same_title(left[at], left[at + 1]):
        at += 1
        head.title += f" {left[at].text}"
    head.rest = tuple(x for x in left[:at] if x.text not in head.title)
    head.text = tuple(left[at + 1 :])


def read_head(lines: Sequence[Line]) -> Head:
    """The head of a report, from the lines above its first heading."""
    head = Head()
    filled = [line for line in lines if not line.is_blank]
    left: list[Line] = []
    told: set[str] = set()
    for line, after in zip_longest(filled, filled[1:]):
        texts = list(_with_labels(line, after))
        taken = [_take(head, text) for text in texts]
        told |= {text.partition(": ")[2] for text in texts}
        if not all(ok or c in told for ok, c in zip(taken, texts, strict=True)):
            left.append(line)
    _without_title(head, left)
    return head
