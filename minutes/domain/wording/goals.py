"""Goals and how far they are reached, as the report to a meeting writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from minutes.domain.goals import Direction, Fulfilment
from minutes.domain.wording.days import day

FULFILMENT: Mapping[Fulfilment, str] = {
    Fulfilment.MET: "Uppnått",
    Fulfilment.PARTLY: "Delvis uppnått",
    Fulfilment.NOT_MET: "Inte uppnått",
}
DIRECTION: Mapping[Direction, str] = {
    Direction.IMPROVING: "Förbättras",
    Direction.STEADY: "Oförändrat",
    Direction.DECLINING: "Försämras",
}
ARROW: Mapping[Direction, str] = {
    Direction.IMPROVING: "↗",
    Direction.STEADY: "→",
    Direction.DECLINING: "↘",
}
NO_GOAL = "Utan strategiskt mål"


def heading(number: int, name: str) -> str:
    """A goal by its number and words."""
    return f"Mål {number}. {name}"


def earlier(held_on: date, number: int, fulfilment: Fulfilment, direction: Direction) -> str:
    """What a § told of a goal before."""
    told = f"{FULFILMENT[fulfilment]}, {DIRECTION[direction].lower()}"
    return f"{day(held_on)} § {number}: {told}"
