"""The notice board: when notice is given, when the appeal period ends, when it comes down."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.adjustment import adjusted_on
from minutes.domain.errors import RuleBroken
from minutes.domain.notices import (
    Notice,
    appeal_ends_on,
    is_equal_to_holiday,
    next_working_day,
    notice_due_on,
    notice_of,
    require_whole_period,
    taken_down_on,
)

YEARS = range(1990, 2061)
HOLIDAYS = frozenset(holidays.Sweden(years=YEARS, include_sundays=False))
MIDSUMMER_DAYS = {d for d in HOLIDAYS if d.month == 6 and d.day >= 20 and d.isoweekday() == 6}
days = st.dates(date(1990, 1, 1), date(2060, 11, 1))


@pytest.mark.parametrize(
    ("signed_on", "due"),
    [
        pytest.param(date(2014, 12, 16), date(2014, 12, 18), id="the second day after, KL 8:12"),
        pytest.param(date(2024, 2, 28), date(2024, 3, 1), id="over a leap day, KL 8:12"),
        pytest.param(date(2025, 6, 5), date(2025, 6, 7), id="days count, not working days"),
    ],
)
def test_notice_is_given_no_later_than_the_second_day_after_adjustment(
    signed_on: date, due: date
) -> None:
    assert notice_due_on(signed_on) == due


@pytest.mark.parametrize(
    ("posted_on", "last_day"),
    [
        pytest.param("2002-02-05", "2002-02-26", id="three weeks on a Tuesday, KL 13:5"),
        pytest.param("2004-05-04", "2004-05-25", id="three weeks over a month's end, KL 13:5"),
        pytest.param("2014-12-16", "2015-01-07", id="Epiphany"),
        pytest.param("2025-02-01", "2025-02-24", id="Saturday to Monday"),
        pytest.param("2025-02-02", "2025-02-24", id="Sunday to Monday"),
        pytest.param("2025-12-11", "2026-01-02", id="New Year's Day"),
        pytest.param("2025-03-28", "2025-04-22", id="Good Friday to the Tuesday after Easter"),
        pytest.param("2025-03-31", "2025-04-22", id="Easter Monday"),
        pytest.param("2025-04-10", "2025-05-02", id="1 May"),
        pytest.param("2025-05-08", "2025-05-30", id="Ascension Day"),
        pytest.param("2025-05-16", "2025-06-09", id="National Day on a Friday"),
        pytest.param("2004-05-10", "2004-06-01", id="Whit Monday while it was a holiday"),
        pytest.param("2025-05-19", "2025-06-09", id="Whit Monday is none since 2005"),
        pytest.param("2025-05-30", "2025-06-23", id="Midsummer Eve, SFS 1930:173"),
        pytest.param("2025-05-31", "2025-06-23", id="Midsummer Day"),
        pytest.param("2025-10-11", "2025-11-03", id="All Saints' Day"),
        pytest.param("2025-12-03", "2025-12-29", id="Christmas Eve, SFS 1930:173"),
        pytest.param("2025-12-04", "2025-12-29", id="Christmas Day"),
        pytest.param("2025-12-05", "2025-12-29", id="Boxing Day and the weekend after"),
        pytest.param("2025-12-10", "2026-01-02", id="New Year's Eve, SFS 1930:173"),
        pytest.param("2025-03-27", "2025-04-17", id="Maundy Thursday is a working day"),
        pytest.param("2025-12-15", "2026-01-05", id="the eve of Epiphany is a working day"),
        pytest.param("2025-04-09", "2025-04-30", id="Walpurgis Night is a working day"),
    ],
)
def test_the_appeal_period_is_three_weeks_moved_off_holidays(posted_on: str, last_day: str) -> None:
    ends = appeal_ends_on(date.fromisoformat(posted_on), HOLIDAYS)

    assert ends.isoformat() == last_day


@given(posted_on=days)
def test_the_appeal_period_never_ends_on_a_day_off(posted_on: date) -> None:
    ends = appeal_ends_on(posted_on, HOLIDAYS)

    assert ends.isoweekday() <= 5
    assert ends not in HOLIDAYS
    assert (ends.month, ends.day) not in {(12, 24), (12, 31)}
    assert ends + timedelta(days=1) not in MIDSUMMER_DAYS


@given(posted_on=days)
def test_the_appeal_period_is_no_longer_than_the_days_off_demand(posted_on: date) -> None:
    three_weeks = posted_on + timedelta(weeks=3)

    ends = appeal_ends_on(posted_on, HOLIDAYS)

    passed = [three_weeks + timedelta(days=n) for n in range((ends - three_weeks).days)]
    assert ends >= three_weeks
    assert all(next_working_day(day, HOLIDAYS) == ends for day in passed)


@given(day=days, local=st.sets(st.integers(0, 6)))
def test_the_holidays_are_those_handed_in(day: date, local: set[int]) -> None:
    closed = {day + timedelta(days=n) for n in local}

    working = next_working_day(day, closed)

    assert working >= day
    assert working not in closed
    assert next_working_day(working, closed) == working


@pytest.mark.parametrize(
    ("posted_on", "down_on"),
    [
        pytest.param("2018-02-22", "2018-03-16", id="the day after a Thursday"),
        pytest.param("2018-02-20", "2018-03-14", id="the day after a Tuesday, 13 March"),
        pytest.param("2018-02-13", "2018-03-07", id="the day after a Tuesday, 6 March"),
        pytest.param("2014-12-16", "2015-01-08", id="the day after a last day that was moved"),
        pytest.param("2025-02-21", "2025-03-15", id="on a Saturday, if that comes after the last"),
    ],
)
def test_the_notice_comes_down_the_day_after_the_last_for_appeal(
    posted_on: str, down_on: str
) -> None:
    down = taken_down_on(date.fromisoformat(posted_on), HOLIDAYS)

    assert down.isoformat() == down_on


def test_notice_may_be_given_on_the_day_of_the_last_signature() -> None:
    signed = adjusted_on([date(2014, 12, 15), date(2014, 12, 16)])
    assert signed is not None

    limit, ends = notice_due_on(signed), appeal_ends_on(signed, HOLIDAYS)

    assert (signed, limit) == (date(2014, 12, 16), date(2014, 12, 18))
    assert ends == date(2015, 1, 7)


def test_midsummer_eve_is_the_day_before_midsummer_day_in_every_year() -> None:
    june = [date(year, 6, day) for year in YEARS for day in range(1, 31)]

    eves = {day for day in june if is_equal_to_holiday(day)}

    assert len(MIDSUMMER_DAYS) == len(YEARS)
    assert eves == {day - timedelta(days=1) for day in MIDSUMMER_DAYS}


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        pytest.param(date(2025, 12, 23), False, id="the day before Christmas Eve"),
        pytest.param(date(2025, 12, 24), True, id="Christmas Eve"),
        pytest.param(date(2025, 12, 30), False, id="the day before New Year's Eve"),
        pytest.param(date(2025, 12, 31), True, id="New Year's Eve"),
        pytest.param(date(2025, 11, 24), False, id="a 24th of another month"),
        pytest.param(date(2025, 7, 25), False, id="a Friday in July"),
    ],
)
def test_only_three_eves_count_as_holidays(day: date, counts: bool) -> None:
    assert is_equal_to_holiday(day) is counts


@given(posted_on=days)
def test_a_notice_of_any_day_gives_the_time_that_the_law_asks_for(posted_on: date) -> None:
    posted = notice_of(posted_on, "Kansliet", HOLIDAYS)

    require_whole_period(posted)

    assert (posted.posted_on, posted.removed_on) == (posted_on, None)
    assert posted.taken_down_on == taken_down_on(posted_on, HOLIDAYS)


@pytest.mark.parametrize(
    "posted",
    [
        pytest.param(("2026-02-11", "2026-03-03", "2026-03-04"), id="a day too little, KL 13:5"),
        pytest.param(("2026-02-11", "2026-03-04", "2026-03-04"), id="down on the last day"),
        pytest.param(
            ("2026-02-11", "2026-03-04", "2026-03-05", "2026-03-04"), id="removed too soon, KL 8:12"
        ),
    ],
)
def test_a_notice_stays_until_the_time_to_appeal_is_over(posted: tuple[str, ...]) -> None:
    first, ends, down, *removed = map(date.fromisoformat, posted)

    with pytest.raises(RuleBroken, match="Anslaget"):
        require_whole_period(Notice(first, ends, down, "Kansliet", *removed))
