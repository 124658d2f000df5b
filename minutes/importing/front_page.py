"""The front page: its labels, and the lines that stand under each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from minutes.domain.record import Protocol, Unread
from minutes.importing.dates import DATE
from minutes.importing.front_words import lines_with_more
from minutes.importing.lines import Line
from minutes.importing.vocabulary import resource, whole

_CLOCK = r"\d{1,2}[.:]\d{2}"
_TIMES = re.compile(rf"(?P<from>{_CLOCK}) ?(?:[-–]|till) ?(?P<to>{_CLOCK})")
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
_WHEN = re.compile(
    rf",? (?:kl(?:ockan)?\.? |(?:{_WEEKDAY} )?(?:den )?\d{{1,2}} [a-z]+ \d{{4}})", re.IGNORECASE
)
_PLACE = re.compile(r"^(?!\d)(?!kl)(?P<place>[A-ZÅÄÖ].{4,120})$")


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    raw = resource("vocabulary.toml")["front_page"]
    return tuple((name, whole(patterns)) for name, patterns in raw.items())


def _label(text: str) -> str | None:
    bare = text.rstrip(":").strip()
    return next((name for name, pattern in _labels() if pattern.match(bare)), None)


def _rest(line: Line) -> str:
    """The text beside a label, up to the next label on the line."""
    kept: list[str] = []
    for cell in line.cells[1:]:
        if _label(cell.text) is not None:
            break
        kept.append(cell.text)
    return " ".join(kept)


def _split(line: Line, following: Line | None) -> tuple[str | None, str, bool]:
    """Label and text of a line, and whether the label goes on on the next line."""
    first, rest = line.cells[0].text, _rest(line)
    head, colon, tail = line.text.partition(": ")
    if colon and _label(head):
        return _label(head), tail, False
    if following is not None and following.cells:
        both = _label(f"{first} {following.cells[0].text}")
        if both is not None and first[:1].isupper() and following.cells[0].text[:1].islower():
            return both, rest, True
    return _label(first), rest, False


def by_label(lines: Sequence[Line]) -> dict[str, list[str]]:
    """The texts under each label, in order; texts before the first stand under "start"."""
    found: dict[str, list[str]] = {"start": []}
    current, label_goes_on = "start", False
    filled = [line for line in lines if not line.is_blank]
    for index, line in enumerate(filled):
        following = filled[index + 1] if index + 1 < len(filled) else None
        if label_goes_on:
            label, rest, label_goes_on = None, " ".join(c.text for c in line.cells[1:]), False
        else:
            label, rest, label_goes_on = _split(line, following)
            rest = rest if label else line.text
        current = label or current
        if rest:
            found.setdefault(current, []).append(rest)
    return found


_SHOWS = {"place_and_time", "serving"}


def _begins_with_label(line: Line) -> bool:
    words = line.text.split()[:4]
    return any(_label(" ".join(words[:n])) in _SHOWS for n in range(1, len(words) + 1))


def has_front_page(lines: Sequence[Line]) -> bool:
    """Whether labels of a front page stand among the lines."""
    return len(by_label(lines)) > 1 or any(_begins_with_label(line) for line in lines)


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
    if colon and _label(head):
        return tail
    return " ".join(cell.text for cell in line.cells if _label(cell.text) is None)


def unread_front(
    lines: Sequence[Line], labels: dict[str, list[str]], meeting: Protocol
) -> list[Unread]:
    """The lines that say more than the record holds, with what was expected where it is known."""
    named = {word for a in meeting.attendance for word in a.name.split()}
    people = {t for name in ("serving", "not_serving", "attending") for t in labels.get(name, [])}
    left = _unread_place(labels, meeting)
    found = []
    for line in lines:
        beside = {line.text, _rest(line)} if line.cells else set()
        said = _SAID.match(line.text) or named & set(re.findall(r"[\w-]+", line.text))
        if beside & left:
            found.append(Unread(line.number, line.text, "Raden är varken plats eller tid."))
        elif beside & people and not said:
            found.append(Unread(line.number, line.text, "Ingen person känns igen på raden."))
    known = {one.line for one in found}
    more = (
        line
        for line in lines_with_more(lines, meeting, _without_labels)
        if line.number not in known
    )
    found += [Unread(line.number, line.text, "Raden hör inte till något fält.") for line in more]
    return sorted(found, key=lambda one: one.line)
