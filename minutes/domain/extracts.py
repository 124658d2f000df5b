"""Extracts (protokollsutdrag): one § certified for those whom it concerns, and sent to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from minutes.domain.attendance import Attendance
from minutes.domain.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class Certification:
    """Who answers for that the extract is rightly drawn, and since which day."""

    name: str
    certified_on: date


def require_certifiable(number: int | None, *, is_adjusted: bool) -> None:
    """Raise RuleBroken before the § is adjusted: until then its words are nobody's decision."""
    if number is None or not is_adjusted:
        raise RuleBroken(
            "Paragrafen är inte justerad. Utdrag bestyrks när den är det; behövs beslutet "
            "tidigare, så justera paragrafen omedelbart."
        )


def require_unsealed(secrecy: str | None) -> None:
    """Raise RuleBroken for what must not be sent by e-mail."""
    if secrecy:
        raise RuleBroken(
            "Paragrafen omfattas av sekretess ({ground}) och skickas inte med e-post. "
            "Skicka den med post, eller överlämna den.",
            ground=secrecy,
        )


def deciding(attendance: Iterable[Attendance], number: int) -> tuple[Attendance, ...]:
    """Who took part in deciding § `number` (KL 5:67 point 5)."""
    return tuple(one for one in attendance if one.serves and one.covers(number))
