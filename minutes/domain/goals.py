"""The goals of a plan, and how far each has been reached when it is reported on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_line, require_readable

_YEARS = range(1900, 2200)


class Fulfilment(StrEnum):
    """How far a goal has been reached, the most first."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"


class Direction(StrEnum):
    """Which way it goes since the last report, the better first."""

    IMPROVING = "improving"
    STEADY = "steady"
    DECLINING = "declining"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of several years, and when it was decided."""

    name: str
    from_year: int
    to_year: int
    decided_on: date

    def holds_in(self, year: int) -> bool:
        """Whether that year is one of its years."""
        return self.from_year <= year <= self.to_year


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of a plan by its number; `perspective` is the heading that it stands under."""

    number: int
    name: str
    perspective: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is reported of a goal.

    `text` tells what it rests on, `forecast` how far the goal will be reached when the year ends.
    """

    fulfilment: Fulfilment
    direction: Direction
    text: str
    forecast: Fulfilment | None = None


def require_plan(plan: Plan) -> None:
    """Refuse a plan without a name, or that ends before it begins. Raises RuleBroken."""
    require_line(plan.name, Phrase("Planens namn"))
    if not plan.name.strip():
        raise RuleBroken("Skriv vad planen heter.")
    if plan.from_year not in _YEARS or plan.to_year not in _YEARS:
        raise RuleBroken("Skriv planens första och sista år med fyra siffror.")
    if plan.to_year < plan.from_year:
        raise RuleBroken(
            "Planen slutar {to_year} och börjar {from_year}. Ange ett senare sista år.",
            to_year=plan.to_year,
            from_year=plan.from_year,
        )


def require_goal(goal: Goal) -> None:
    """Refuse a goal without name or number. Raises RuleBroken."""
    require_line(goal.name, Phrase("Målet"))
    require_line(goal.perspective, Phrase("Perspektivet"))
    if not goal.name.strip():
        raise RuleBroken("Skriv hur målet lyder.")
    if goal.number < 1:
        raise RuleBroken("Mål numreras från 1.")


def require_wording(name: str, stands_from: date, before: tuple[str, date]) -> None:
    """Refuse a wording that says the same, or from an earlier day. Raises RuleBroken.

    `before` is the wording that stood, with its own day.
    """
    require_goal(Goal(1, name))
    was, since = before
    if name == was:
        raise RuleBroken("Målet lyder redan så. Ändra lydelsen, eller låt den stå.")
    if stands_from < since:
        raise RuleBroken(
            "Målets lydelse gäller från {since}. En ny lydelse gäller från en senare dag.",
            since=since,
        )


def require_assessment(told: Assessment, decided_on: date, held_on: date) -> None:
    """Refuse one that rests on nothing, or at a meeting before the plan. Raises RuleBroken."""
    if not told.text.strip():
        raise RuleBroken("Skriv vad bedömningen av målet grundas på.")
    require_readable(told.text, Phrase("Bedömningen"))
    if held_on < decided_on:
        raise RuleBroken(
            "Planen beslutades {decided_on}, efter sammanträdet {held_on}. "
            "Bedöm målet till ett senare sammanträde.",
            decided_on=decided_on,
            held_on=held_on,
        )
