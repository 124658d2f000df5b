"""Who signs in which part, and what the front page tells of where and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.documents.signers import signers, signing
from minutes.domain.adjustment import Signature
from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.editions import Edition
from minutes.domain.record import Protocol
from tests.documents.made import ADJUSTED, small_protocol

EVA = Attendance("Eva Ek", "S", Role.CHAIR)
BO = Attendance("Bo Alm", "M", Role.CHAIR, intervals=(Interval(19, 19),))


def _led_by(*chairs: Attendance) -> Protocol:
    return replace(small_protocol(), attendance=chairs)


def test_each_who_led_the_meeting_signs_with_the_sections_in_the_order_of_the_meeting() -> None:
    before = replace(EVA, intervals=(Interval(17, 18),))

    roles = [one for one in signers(_led_by(BO, before)) if one[0].startswith("Ordförande")]

    assert roles == [("Ordförande §§ 17–18", "Eva Ek (S)"), ("Ordförande § 19", "Bo Alm (M)")]


@pytest.mark.parametrize(
    "chair",
    [
        pytest.param(EVA, id="the whole meeting"),
        pytest.param(replace(EVA, intervals=(Interval(17, 18),)), id="part of it"),
    ],
)
def test_a_chair_who_led_alone_signs_without_sections(chair: Attendance) -> None:
    assert ("Ordförande", "Eva Ek (S)") in signers(_led_by(chair))


def test_where_nobody_is_told_as_chair_the_line_is_left_for_one() -> None:
    assert ("Ordförande", "") in signers(_led_by())


def _signed(*days: date | None) -> tuple[Signature, ...]:
    return tuple(Signature("Eva Ek", "S", day) for day in days)


def test_the_place_and_each_day_of_the_signatures_are_told() -> None:
    assert ADJUSTED.notice is not None
    days = date(2026, 3, 12), date(2026, 3, 10), date(2026, 3, 12)

    told = signing(small_protocol(), replace(ADJUSTED, signatures=_signed(*days)))

    assert told == f"{ADJUSTED.notice.kept_in}, 2026-03-10 och 2026-03-12"


def test_before_the_notice_the_days_alone_are_told() -> None:
    assert (
        signing(small_protocol(), Edition("1", signatures=_signed(date(2026, 3, 12))))
        == "2026-03-12"
    )


def test_where_no_day_of_signing_is_known_nothing_is_told() -> None:
    assert signing(small_protocol(), replace(ADJUSTED, signatures=_signed(None))) == ""


def test_the_day_on_which_the_secretary_signed_is_no_day_of_adjustment() -> None:
    secretary = Signature("Åsa Lind", None, date(2026, 3, 4))

    assert signing(small_protocol(), replace(ADJUSTED, signatures=(secretary,))) == ""
