"""How often a follower is told, and what is news."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.domain.errors import RuleBroken
from minutes.domain.follows import Rhythm, is_due, news_since, require_room, require_search

FRIDAY, SUNDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 22), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("rhythm", "last", "today", "expected"),
    [
        pytest.param(Rhythm.EACH, MONDAY, MONDAY, True, id="each: again the same day"),
        pytest.param(Rhythm.DAILY, MONDAY, MONDAY, False, id="daily: once a day"),
        pytest.param(Rhythm.DAILY, SUNDAY, MONDAY, True, id="daily: the next day"),
        pytest.param(Rhythm.DAILY, MONDAY, SUNDAY, False, id="daily: not for a day that was"),
        pytest.param(Rhythm.WEEKLY, FRIDAY, SUNDAY, False, id="weekly: once a week"),
        pytest.param(Rhythm.WEEKLY, SUNDAY, MONDAY, True, id="weekly: on Monday"),
        pytest.param(Rhythm.WEEKLY, date(2026, 11, 13), FRIDAY, True, id="weekly: no Monday run"),
        pytest.param(Rhythm.WEEKLY, MONDAY, MONDAY, False, id="weekly: once on a Monday"),
        pytest.param(Rhythm.NEVER, date(2020, 1, 1), MONDAY, False, id="never"),
    ],
)
def test_a_letter_is_due_by_its_rhythm(
    rhythm: Rhythm, last: date, today: date, expected: bool
) -> None:
    assert is_due(rhythm, last, today) is expected


def test_what_was_published_before_one_followed_is_no_news() -> None:
    assert news_since(FRIDAY, MONDAY) == FRIDAY


def test_what_is_older_than_ninety_days_is_no_news() -> None:
    assert news_since(date(2020, 1, 1), MONDAY) == date(2026, 8, 25)


@pytest.mark.parametrize(
    ("search", "name"),
    [("", "Allt"), ("q=avgift", " "), ("q=avgift", "Två\nrader"), ("q=" + "a" * 1500, "Lång")],
    ids=["nothing is looked for", "no name", "a name of two lines", "too long"],
)
def test_a_search_that_cannot_be_followed_is_refused(search: str, name: str) -> None:
    with pytest.raises(RuleBroken):
        require_search(search, name)


def test_a_hundred_things_are_enough() -> None:
    require_room(99)

    with pytest.raises(RuleBroken, match="100"):
        require_room(100)
