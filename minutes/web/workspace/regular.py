"""Days by a rule, as "the second Wednesday of every month", which fill in a year's plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import request

from minutes.domain.planning import regular_days
from minutes.domain.wording.days import MONTHS

_WEEKS = ("1", "2", "3", "4", "-1")
_WEDNESDAY, _JULY = "2", 7


@dataclass(frozen=True, slots=True)
class Rule:
    """Which week of a month, which day of it (Monday is "0"), and in which months."""

    week: str
    weekday: str
    months: tuple[int, ...]

    @property
    def choices(self) -> list[tuple[int, str, bool]]:
        """Each month with its name and whether it is chosen."""
        return [(n, name[:3], n in self.months) for n, name in enumerate(MONTHS, 1)]

    def days(self, year: int, today: date) -> str:
        """The days of a year that are to come, a line each; none where no rule was asked for."""
        if self.week not in _WEEKS or self.weekday not in "01234":
            return ""
        found = regular_days(year, self.months, int(self.weekday), int(self.week))
        return "\n".join(day.isoformat() for day in found if day >= today)


def asked_rule() -> Rule:
    """The rule in the address; July is no month of meetings unless it is asked for."""
    asked = request.args.getlist("manad")
    months = [n for n in range(1, 13) if (str(n) in asked if asked else n != _JULY)]
    weekday = request.args.get("dag", _WEDNESDAY)
    return Rule(request.args.get("vecka", ""), weekday[:1] or _WEDNESDAY, tuple(months))
