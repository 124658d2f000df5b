"""Adjustment: due within fourteen days, done with the last signature."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.adjustment import (
    Lateness,
    Signature,
    SignerRole,
    adjusted_on,
    due_on,
    lateness,
    parts,
    require_signed_when,
    signers,
    warn_from,
)
from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from tests.domain.people import BO, EVA

SENT_ON, TODAY = date(2026, 11, 22), date(2026, 11, 24)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("meeting_on", "due"),
    [
        pytest.param(date(2020, 10, 14), date(2020, 10, 28), id="fourteen days after, KL 5:69"),
        pytest.param(date(2025, 12, 22), date(2026, 1, 5), id="over the turn of the year, KL 5:69"),
        pytest.param(date(2024, 2, 20), date(2024, 3, 5), id="over a leap day, KL 5:69"),
    ],
)
def test_minutes_are_due_for_adjustment_on_the_fourteenth_day(meeting_on: date, due: date) -> None:
    assert due_on(meeting_on) == due


def test_signers_are_reminded_from_the_tenth_day() -> None:
    assert warn_from(date(2020, 10, 14)) == date(2020, 10, 24)


@given(meeting_on=days)
def test_the_reminder_comes_four_days_before_the_limit(meeting_on: date) -> None:
    assert due_on(meeting_on) - warn_from(meeting_on) == timedelta(days=4)


@pytest.mark.parametrize(
    ("signed_on", "expected"),
    [
        pytest.param([], None, id="nobody has to sign yet"),
        pytest.param([date(2014, 12, 16)], date(2014, 12, 16), id="one signer"),
        pytest.param(
            [date(2014, 12, 15), date(2014, 12, 16)], date(2014, 12, 16), id="the last of two"
        ),
        pytest.param(
            [date(2014, 12, 16), date(2014, 12, 15)], date(2014, 12, 16), id="in whatever order"
        ),
        pytest.param([date(2014, 12, 15), None], None, id="one signature is missing"),
        pytest.param([None, None], None, id="nobody has signed"),
    ],
)
def test_minutes_are_adjusted_on_the_day_of_the_last_signature(
    signed_on: list[date | None], expected: date | None
) -> None:
    assert adjusted_on(signed_on) == expected


@given(signed_on=st.lists(days, min_size=1, max_size=4), at=st.integers(0, 4))
def test_minutes_are_never_adjusted_while_a_signature_is_missing(
    signed_on: list[date], at: int
) -> None:
    waiting: list[date | None] = [*signed_on]
    waiting.insert(at, None)

    assert adjusted_on(waiting) is None
    assert adjusted_on(signed_on) == sorted(signed_on)[-1]


SECRETARY = Attendance("Åsa Lind", None, Role.SECRETARY, serves=False)
CHAIR = Attendance("Eva Ek", "S", Role.CHAIR)
MEMBER = Attendance("Bo Alm", "M", Role.MEMBER)


@pytest.mark.parametrize(
    ("attendance", "adjusters", "expected"),
    [
        pytest.param(
            [MEMBER, CHAIR, SECRETARY],
            [BO],
            [Person("Åsa Lind"), EVA, BO],
            id="secretary, chair, adjuster",
        ),
        pytest.param([CHAIR], [BO], [EVA, BO], id="the minutes name no secretary"),
        pytest.param([], [BO], [BO], id="the attendance is not told"),
        pytest.param([CHAIR, CHAIR], [EVA], [EVA], id="each signs once"),
        pytest.param([], [], [], id="nobody is told"),
    ],
)
def test_the_secretary_the_chair_and_the_adjusters_sign(
    attendance: list[Attendance], adjusters: list[Person], expected: list[Person]
) -> None:
    assert signers(attendance, adjusters) == tuple(expected)


def test_a_signature_is_by_the_person_of_that_day() -> None:
    assert Signature("Eva Ek", "S").person == EVA


@pytest.mark.parametrize(
    ("today", "found"),
    [
        pytest.param(date(2020, 10, 23), Lateness.EARLY, id="nine days after"),
        pytest.param(date(2020, 10, 24), Lateness.NEAR, id="warned of from the tenth"),
        pytest.param(date(2020, 10, 28), Lateness.NEAR, id="the last day, KL 5:69"),
        pytest.param(date(2020, 10, 29), Lateness.LATE, id="the day after it"),
    ],
)
def test_adjustment_is_late_after_the_fourteenth_day(today: date, found: Lateness) -> None:
    assert lateness(date(2020, 10, 14), today) is found


CHAIRED = Attendance("Eva Ek", "S", Role.CHAIR, intervals=(Interval(3, None),))
LED_FIRST = Attendance("Li Öst", "C", Role.CHAIR, intervals=(Interval(1, 2),))
WROTE = Attendance("Åsa Lind", None, Role.SECRETARY, serves=False)


def test_all_who_led_are_asked_to_sign_beside_the_adjusters() -> None:
    asked = parts([CHAIRED, LED_FIRST, WROTE], [BO, EVA])

    assert [(one.role, one.person.name) for one in asked] == [
        (SignerRole.SECRETARY, "Åsa Lind"),
        (SignerRole.CHAIR, "Li Öst"),
        (SignerRole.CHAIR, "Eva Ek"),
        (SignerRole.ADJUSTER, "Bo Alm"),
    ]
    assert [one.is_expected for one in asked] == [False, True, True, True]


@pytest.mark.parametrize(
    ("there", "elected", "words"),
    [
        pytest.param([WROTE], [BO], "vem som var ordförande", id="nobody led"),
        pytest.param([CHAIRED], [], "Ingen är vald", id="nobody was elected"),
        pytest.param([CHAIRED], [EVA], "bredvid ordföranden", id="the chair alone, R45"),
    ],
)
def test_the_chair_does_not_adjust_alone(
    there: list[Attendance], elected: list[Person], words: str
) -> None:
    with pytest.raises(RuleBroken, match=words):
        parts(there, elected)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        pytest.param(21, "kan inte ha undertecknats 2026-11-21", id="before it was sent"),
        pytest.param(25, "har inte kommit än", id="tomorrow"),
    ],
)
def test_paper_is_not_signed_before_it_is_there_or_later_than_today(day: int, why: str) -> None:
    with pytest.raises(RuleBroken, match=why):
        require_signed_when(date(2026, 11, day), sent_on=SENT_ON, today=TODAY)


@pytest.mark.parametrize("day", [SENT_ON, TODAY])
def test_paper_is_signed_from_the_day_when_it_was_sent_until_today(day: date) -> None:
    require_signed_when(day, sent_on=SENT_ON, today=TODAY)
