"""The front page: where and when the meeting was, and which of its lines are not read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.domain.persons import Person
from minutes.domain.record import Protocol, Unread
from minutes.importing.dates import DATE, all_dates
from minutes.importing.front_labels import PEOPLE, beside_label, by_label, label_before, label_of
from minutes.importing.front_words import lines_with_more
from minutes.importing.lines import Line
from minutes.importing.names import persons

_CLOCK = r"\d{1,2}[.:]\d{2}"
_TIMES = re.compile(rf"(?P<from>{_CLOCK}) ?(?:[-–]|till) ?(?P<to>{_CLOCK})")
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
_WHEN = re.compile(
    rf",? (?:kl(?:ockan)?\.? |(?:{_WEEKDAY} )?(?:den )?\d{{1,2}} [a-z]+ \d{{4}})", re.IGNORECASE
)
_PLACE = re.compile(r"^(?!\d)(?!kl)(?P<place>[A-ZÅÄÖ].{4,120})$")
_NEITHER = "Raden är varken plats eller tid."
_NO_PERSON = "Ingen person känns igen på raden."
NO_FIELD = "Raden hör inte till något fält."
_SHOWS = ("place_and_time", "serving")


def has_front_page(lines: Sequence[Line]) -> bool:
    """Whether labels of a front page stand among the lines."""
    return len(by_label(lines)) > 1 or any(label_before(line.text, _SHOWS) for line in lines)


def times_of(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """When the meeting opened and closed, as "HH:MM"."""
    for line in lines:
        match = _TIMES.search(line.text)
        if match is not None:
            return _clock(match["from"]), _clock(match["to"])
    return None, None


def _clock(text: str) -> str:
    hours, minutes = text.replace(".", ":").split(":")
    return f"{int(hours):02d}:{minutes}"


def place_of(labels: dict[str, list[str]]) -> str | None:
    """Where the meeting was held."""
    for text in labels.get("place_and_time", []):
        bare = _WHEN.split(text)[0].strip(" ,")
        match = _PLACE.match(bare)
        if match is not None and not re.match(rf"{_WEEKDAY}\b", bare, re.IGNORECASE):
            return match["place"]
    return None


_SAID = re.compile(
    r"^(?:kl\.?|klockan|\(|§§? ?\d|\d{4}-\d{2}-\d{2}|[.…_ ]+|[-–]+"
    r"|(?:och )?\d{1,4}(?: ?[-–] ?\d{1,4})?(?:,| och\b|$)|(?:på )?distans\b)"
)
"""Lines that say when, over which §§ or from where somebody was there, or nothing."""
_ONLY_WHEN = re.compile(
    rf"(?:{_WEEKDAY}|{_CLOCK}|{DATE}|kl(?:ockan)?|den|till|tid|och|[^\w\s]|\s)*", re.IGNORECASE
)


def _unread_place(labels: dict[str, list[str]], meeting: Protocol) -> set[str]:
    """What stands under place and time and is neither: adjournments and the like."""
    texts = labels.get("place_and_time", [])
    return {
        text
        for text in texts
        if not (meeting.place and meeting.place in text) and not _ONLY_WHEN.fullmatch(text)
    }


def _without_labels(line: Line) -> str:
    """What stands on a line besides labels."""
    head, colon, tail = line.text.partition(":")
    if colon and label_of(head):
        return tail
    return " ".join(cell.text for cell in line.cells if label_of(cell.text) is None)


_ADJUSTED = re.compile(r"^justera(?:t|d)\b:?", re.IGNORECASE)


def _is_adjustment(line: Line, meeting: Protocol) -> bool:
    """Whether a line tells the days of all signatures, whose last one the record has."""
    days = all_dates(line.text) if _ADJUSTED.match(line.text) else ()
    return meeting.adjusted_on in days


def _is_known(person: Person, meeting: Protocol) -> bool:
    """Whether the record names a person; of a name that two lines part the last word does."""
    instead = (a.serves_for for a in meeting.attendance if a.serves_for is not None)
    known = (*(a.person for a in meeting.attendance), *instead, *meeting.adjusters)
    return any((one.name or "").endswith(person.name or "") for one in known)


def unread_front(
    lines: Sequence[Line], labels: dict[str, list[str]], meeting: Protocol
) -> list[Unread]:
    """The lines that say more than the record holds, with what was expected where it is known."""
    people = {text for name in PEOPLE for text in labels.get(name, [])}
    named = {text for name in labels.keys() - {"start", "end"} for text in labels[name]}
    places = _unread_place(labels, meeting)
    ours = [line for line in lines if not _is_adjustment(line, meeting)]
    more = {line.number for line in lines_with_more(ours, meeting, _without_labels)}
    found = []
    for line in lines:
        beside = {line.text, beside_label(line), *(cell.text for cell in line.cells)}
        told = persons(" | ".join(c.text for c in line.cells)) if beside & named else ()
        if line.number in more or not all(_is_known(one, meeting) for one in told):
            listed = bool(beside & people) and not _SAID.match(line.text)
            reason = NO_FIELD if not listed else _NO_PERSON
            reason = _NEITHER if beside & places else reason
            found.append(Unread(line.number, line.text, reason))
    return found
