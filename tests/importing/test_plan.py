"""The meetings of a year, a line each."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.domain.errors import RuleBroken
from minutes.domain.planning import Planned
from minutes.importing.plan import read_plan

DAY = date(2027, 1, 13)


@pytest.mark.parametrize(
    ("line", "planned"),
    [
        ("2027-01-13", Planned(DAY)),
        ("2027-01-13 09:00", Planned(DAY, "09:00")),
        ("2027-01-13 kl 9", Planned(DAY, "09:00")),
        ("13 januari 2027, kl. 9.00, Huset, sal A", Planned(DAY, "09:00", "Huset, sal A")),
        ("onsdag 13 januari 2027 13.30–16.00 Sal 3", Planned(DAY, "13:30", "Sal 3")),
        ("Ons. den 13 januari 2027 Regionhuset", Planned(DAY, None, "Regionhuset")),
        ("2027-01-13\t09:00\tRegionhuset", Planned(DAY, "09:00", "Regionhuset")),
    ],
)  # fmt: skip
def test_a_line_tells_day_time_and_place(line: str, planned: Planned) -> None:
    assert read_plan(line) == (planned,)


def test_what_a_line_leaves_out_is_that_of_all() -> None:
    plan = read_plan("2027-01-13\n\n2027-02-10 13:00 Sal B\n", "09:00", "Sal A")

    assert plan == (
        Planned(DAY, "09:00", "Sal A"),
        Planned(date(2027, 2, 10), "13:00", "Sal B"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "Ingen dag", id="nothing"),
        pytest.param("2027-01-13\nnågon gång i mars", "Rad 2.*ingen dag", id="no day"),
        pytest.param("2027-02-30", "Rad 1", id="a day of no calendar"),
        pytest.param("2027-01-13 25:00", "inget klockslag", id="a time of no clock"),
        pytest.param("<script>alert(1)</script>", "Rad 1", id="markup"),
        pytest.param("2027-01-13 " + "a" * 201, "högst 200", id="a long place"),
        pytest.param("2027-01-13\n" * 61, "61 rader", id="too many"),
    ],
)
def test_what_is_no_plan_is_told_by_its_line(text: str, said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        read_plan(text)
