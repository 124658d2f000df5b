"""Communications: what has come in to a body and is reported to it for information."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import LONGEST_DNR, require_line, require_readable


@dataclass(frozen=True, slots=True)
class Communication:
    """Who wrote about what; the day it came in and its dnr are missing where no § tells them."""

    sender: str
    subject: str
    received_on: date | None = None
    dnr: str | None = None


def require_communication(told: Communication, today: date) -> None:
    """Refuse one without sender or subject, or of a day to come. Raises RuleBroken."""
    if not told.sender:
        raise RuleBroken("Ange vem som är avsändare, som Patientnämnden.")
    if not told.subject.strip():
        raise RuleBroken("Skriv vad meddelandet gäller.")
    if told.received_on is not None and told.received_on > today:
        raise RuleBroken("Meddelandet kan inte ha kommit in efter {today}.", today=today)
    require_line(told.sender, Phrase("Avsändaren"))
    require_line(told.dnr or "", Phrase("Diarienumret"), LONGEST_DNR)
    require_readable(told.subject, Phrase("Ämnet"))


TITLE = "meddelanden"
"""A § whose title begins so reports communications."""

_CELLS = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^:?-+:?$")
_HEADINGS = {
    "avsändare": "sender",
    "från": "sender",
    "ämne": "subject",
    "ärende": "subject",
    "rubrik": "subject",
    "datum": "received_on",
    "inkom": "received_on",
    "ankomstdatum": "received_on",
    "dnr": "dnr",
    "diarienummer": "dnr",
}
"""What a column of the table holds, by its heading."""


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.replace("\\|", "|").strip(" *_") for cell in _CELLS.split(inner)]


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _told(columns: list[str | None], cells: list[str]) -> Communication | None:
    found = {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell}
    if not {"sender", "subject"} <= found.keys():
        return None
    day, dnr = _day(found.get("received_on", "")), found.get("dnr")
    return Communication(found["sender"], found["subject"], day, dnr)


def reported_communications(text: str) -> Iterator[Communication]:
    """The communications that a § reports, a row each of a table with sender and subject.

    `text` is the § as Markdown. What stands in no such table is passed over.
    """
    columns: list[str | None] | None = None
    for line in text.split("\n"):
        cells = _cells(line) if line.strip().startswith("|") else []
        if not cells:
            columns = None
        elif columns is None:
            columns = [_HEADINGS.get(cell.casefold()) for cell in cells]
        elif not all(_RULE.match(cell) for cell in cells):
            told = _told(columns, cells)
            yield from [told] if told else []
