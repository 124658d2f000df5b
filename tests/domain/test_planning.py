"""Which days a meeting can be planned for, and how times are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.actions.calendar import swedish_holidays
from minutes.domain.errors import RuleBroken
from minutes.domain.planning import oddity_of, regular_days, require_ahead, time_of_day

EVERY_MONTH = range(1, 13)


@pytest.mark.parametrize(
    ("written", "time"),
    [("9", "09:00"), ("9.00", "09:00"), ("kl. 13:30", "13:30"), (" 0:05 ", "00:05")],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(written: str, time: str) -> None:
    assert time_of_day(written) == time


@pytest.mark.parametrize("written", ["", "24:00", "9:60", "nio", "9.5", "9:000", "–9:00", "٩:٠٠x"])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(RuleBroken, match="inget klockslag"):
        time_of_day(written)


@pytest.mark.parametrize(
    ("day", "oddity"),
    [
        pytest.param(date(2027, 1, 13), None, id="a Wednesday"),
        pytest.param(date(2027, 1, 6), "Helgdag", id="Epiphany"),
        pytest.param(date(2027, 6, 25), "Helgdag", id="Midsummer Eve"),
        pytest.param(date(2027, 1, 16), "Lördag", id="a Saturday"),
        pytest.param(date(2027, 1, 17), "Söndag", id="a Sunday"),
    ],
)
def test_an_odd_day_is_told(day: date, oddity: str | None) -> None:
    found = oddity_of(day, swedish_holidays())

    assert (str(found) if found else None) == oddity


def test_today_is_no_day_that_has_been() -> None:
    require_ahead(date(2026, 11, 22), date(2026, 11, 22))


def test_the_second_wednesday_of_every_month() -> None:
    days = list(regular_days(2027, EVERY_MONTH, 2, 2))

    assert [one.isoformat() for one in days[:3]] == ["2027-01-13", "2027-02-10", "2027-03-10"]
    assert len(days) == 12


@given(year=st.integers(2020, 2100), weekday=st.integers(0, 6))
def test_the_last_of_its_kind_has_no_other_after_it(year: int, weekday: int) -> None:
    for one in regular_days(year, EVERY_MONTH, weekday, -1):
        assert one.weekday() == weekday
        assert one.toordinal() + 7 > date(one.year, one.month, 28).toordinal()
