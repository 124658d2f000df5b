"""The appeal period over twenty years, against the law read anew."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from minutes.domain.errors import RuleBroken
from minutes.domain.notices import (
    NoticeState,
    appeal_ends_on,
    is_due_down,
    is_late,
    notice_of,
    require_may_post,
    state_on,
    taken_down_on,
)

YEARS = range(2011, 2032)
PUBLIC = frozenset(holidays.Sweden(years=YEARS, include_sundays=False))
_DAYS = [date(2011, 1, 1) + timedelta(days=n) for n in range(20 * 365 + 5)]
"""Each day of twenty years."""


def _easter(year: int) -> date:
    """Easter Sunday by Butcher's rule, which knows nothing of the library."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _saturday_from(first: date) -> date:
    return first + timedelta(days=(5 - first.weekday()) % 7)


def _days_off(year: int) -> set[date]:
    """The holidays of SFS 1989:253 and the eves of SFS 1930:173, written out."""
    easter, midsummer = _easter(year), _saturday_from(date(year, 6, 20))
    fixed = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
    moved = {easter + timedelta(days=n) for n in (-2, 1, 39)}
    saints = _saturday_from(date(year, 10, 31))
    return (
        moved
        | {midsummer, midsummer - timedelta(days=1), saints}
        | {date(year, month, day) for month, day in fixed}
    )


OFF = {day for year in (*YEARS, 2032) for day in _days_off(year)}


def _last_day(posted_on: date) -> date:
    """Three weeks later, a day at a time until somebody is at work."""
    day = posted_on + timedelta(weeks=3)
    while day.isoweekday() > 5 or day in OFF:
        day = day + timedelta(days=1)
    return day


def test_the_last_day_is_that_of_the_law_for_each_day_of_twenty_years() -> None:
    wrong = [day for day in _DAYS if appeal_ends_on(day, PUBLIC) != _last_day(day)]

    assert wrong == []


def test_the_notice_comes_down_the_day_after_whatever_day_that_is() -> None:
    wrong = [day for day in _DAYS if taken_down_on(day, PUBLIC) - _last_day(day) != timedelta(1)]

    assert wrong == []


def test_a_notice_stands_to_the_end_of_the_last_day_and_comes_down_by_itself() -> None:
    notice = notice_of(date(2014, 12, 16), "Kansliet", PUBLIC)

    assert state_on(notice, date(2015, 1, 7)) is NoticeState.POSTED
    assert state_on(notice, date(2015, 1, 8)) is NoticeState.TAKEN_DOWN
    assert not is_due_down(notice, date(2015, 1, 7))
    assert is_due_down(notice, date(2015, 1, 8))


@pytest.mark.parametrize(
    ("posted_on", "late"),
    [
        pytest.param("2014-12-16", False, id="the same day"),
        pytest.param("2014-12-18", False, id="the second day after, KL 8:12"),
        pytest.param("2014-12-19", True, id="the third day after"),
    ],
)
def test_a_notice_is_late_from_the_third_day(posted_on: str, late: bool) -> None:
    assert is_late(date.fromisoformat(posted_on), date(2014, 12, 16)) is late


def test_where_the_day_of_adjustment_is_not_known_no_notice_is_late() -> None:
    require_may_post(notice_of(date(2014, 12, 19), "Kansliet", PUBLIC), None)


def test_a_notice_is_not_posted_before_the_adjustment() -> None:
    notice = notice_of(date(2014, 12, 15), "Kansliet", PUBLIC)

    with pytest.raises(RuleBroken, match="justerades 2014-12-16"):
        require_may_post(notice, date(2014, 12, 16))
