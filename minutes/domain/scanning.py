"""Scanning: what in a text may not be meant for the web, shown to a person who decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_WINDOW = 40
"""So many characters before and after are shown with what was found."""
_COORDINATION = 60
"""What is added to the day in a coordination number (folkbokföringslagen 18 a §)."""


class Trace(StrEnum):
    """What kind of data somebody can be traced by."""

    PERSONAL_NUMBER = "personal_number"
    TELEPHONE = "telephone"
    EMAIL = "email"
    STREET = "street"
    POSTAL = "postal"


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words that were found, of what kind, with the words around them."""

    trace: Trace
    words: str
    before: str
    after: str


_PERSONAL = re.compile(r"(?<![\d-])(\d{2})?(\d{2})(\d{2})(\d{2})[-+–\s]?(\d{4})(?![\d-])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(
    r"(?<![\w/+-])(?:(?:\+|00)46[\s-]?(?:\(0\)[\s-]?)?|0(?=[1-9]))\d{1,3}(?:[\s/–-]{0,3}\d{2,4}){1,4}(?![\w-])"
)
_STREET = re.compile(
    r"\b[A-ZÅÄÖ][\wåäöéü]*(?:[ ][A-ZÅÄÖ][\wåäöéü]*)?"
    r"(?:gatan|gata|vägen|väg|gränden|gränd|stigen|stig|torget|torg|allén|backen|platsen|plats"
    r"|leden|esplanaden|ringen|liden|kajen)[ ]\d{1,3}(?:[ ]?[A-Z](?!\w))?"
)
_POSTAL = re.compile(r"(?<![\d.,§-])(?:SE?-)?[1-9]\d{2}[ ]\d{2}[ ]{1,2}[A-ZÅÄÖ][\wåäö]+")
_NO_TELEPHONE = re.compile(r"\d{4}-(?:19|20)\d{2}|\d{6}[-+]\d{4}")
"""A reference number of the registry's, made as an area code with a number; figures that were
seen to be no personal number."""


def _is_luhn(digits: str) -> bool:
    """Whether the last of ten digits is the check digit of the others (SKV 704)."""
    doubled = (int(d) * (2 - n % 2) for n, d in enumerate(digits))
    return sum(d // 10 + d % 10 for d in doubled) % 10 == 0


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day % _COORDINATION if day > _COORDINATION else day)
    except ValueError:
        return False
    return True


def _is_personal(found: re.Match[str]) -> bool:
    """Whether the figures are a day, a number and their check digit, with or without century."""
    century, *rest = found.groups()
    year, month, day = map(int, rest[:3])
    years = [int(century) * 100 + year] if century else [1900 + year, 2000 + year]
    if century and century not in {"18", "19", "20"}:
        return False
    return any(_is_day(one, month, day) for one in years) and _is_luhn("".join(rest))


def _is_telephone(found: re.Match[str]) -> bool:
    figures = sum(sign.isdecimal() for sign in found.group())
    return 7 <= figures <= 13 and not _NO_TELEPHONE.fullmatch(found.group())


def _always(_found: re.Match[str]) -> bool:
    return True


_KINDS: tuple[tuple[Trace, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (Trace.PERSONAL_NUMBER, _PERSONAL, _is_personal),
    (Trace.EMAIL, _EMAIL, _always),
    (Trace.TELEPHONE, _TELEPHONE, _is_telephone),
    (Trace.STREET, _STREET, _always),
    (Trace.POSTAL, _POSTAL, _always),
)


def sightings(text: str) -> Iterator[Sighting]:
    """What is found in a text, kind by kind; the same figures are found as one kind only."""
    taken: list[tuple[int, int]] = []
    for trace, pattern, is_one in _KINDS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if not is_one(found) or any(start < e and s < end for s, e in taken):
                continue
            taken.append((start, end))
            before = text[max(0, start - _WINDOW) : start]
            yield Sighting(trace, found.group(), before, text[end : end + _WINDOW])
