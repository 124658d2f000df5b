"""Follows: how often somebody is told of news, and for how long something is news."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from minutes.domain.errors import Phrase, RuleBroken
from minutes.domain.texts import require_line

MOST = 100
"""So much one may follow."""
MOST_ASKED = 5
"""So many letters that ask for a confirmation wait at one address."""
LONGEST_NAME, LONGEST_SEARCH = 200, 1500
CONFIRMED_WITHIN = timedelta(days=2)
_NEWS = timedelta(days=90)
"""What was published longer ago is no news, though minutes may be entered late."""


class Rhythm(StrEnum):
    """How often a follower gets a letter."""

    EACH = "each"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


def is_due(rhythm: Rhythm, digested_on: date, today: date) -> bool:
    """Whether a letter may be written, where the last day on which one could was `digested_on`.

    The weekly one is written on Mondays, or on the first day after on which it can be.
    """
    monday = today - timedelta(days=today.weekday())
    return {
        Rhythm.EACH: True,
        Rhythm.DAILY: digested_on < today,
        Rhythm.WEEKLY: digested_on < monday,
        Rhythm.NEVER: False,
    }[rhythm]


def news_since(followed_on: date, today: date) -> date:
    """From which day on what is published is news to a follower."""
    return max(followed_on, today - _NEWS)


def require_room(followed: int) -> None:
    """Raise RuleBroken for one who follows as much as one may."""
    if followed >= MOST:
        raise RuleBroken(
            "Du följer redan {most} saker. Sluta följa något på sidan Bevakningar.", most=MOST
        )


def require_search(search: str, name: str) -> None:
    """Raise RuleBroken for a search that is none or too long, and for a name that will not do."""
    if not search:
        raise RuleBroken("Sökningen är tom. Skriv vad du söker, eller välj något att smalna av på.")
    if len(search) > LONGEST_SEARCH:
        raise RuleBroken("Sökningen är för lång för att följa. Korta den.")
    require_line(name, Phrase("Sökningens namn"), LONGEST_NAME)
    if not name.strip():
        raise RuleBroken("Sökningen behöver ett namn, så att du känner igen den.")
