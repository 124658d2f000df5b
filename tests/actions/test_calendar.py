"""The Swedish calendar."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.actions.calendar import swedish_holidays


@pytest.mark.parametrize(
    ("day", "is_holiday"),
    [
        pytest.param(date(2026, 1, 6), True, id="Epiphany"),
        pytest.param(date(2026, 4, 3), True, id="Good Friday"),
        pytest.param(date(2026, 5, 14), True, id="Ascension Day"),
        pytest.param(date(2026, 6, 6), True, id="the National Day"),
        pytest.param(date(2026, 6, 20), True, id="Midsummer's Day"),
        pytest.param(date(2026, 12, 25), True, id="Christmas Day"),
        pytest.param(date(2019, 4, 19), True, id="Good Friday years ago"),
        pytest.param(date(2040, 3, 30), True, id="Good Friday in years to come"),
        pytest.param(date(2004, 6, 7), False, id="the National Day was no holiday in 2004"),
        pytest.param(date(2026, 2, 11), False, id="a Wednesday"),
        pytest.param(date(2026, 2, 15), False, id="an ordinary Sunday, which the rules know"),
    ],
)
def test_public_holidays_are_known(day: date, is_holiday: bool) -> None:
    assert (day in swedish_holidays()) is is_holiday
