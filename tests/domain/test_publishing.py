"""What may come to the web, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.domain.errors import RuleBroken
from minutes.domain.masking import Mask
from minutes.domain.publishing import (
    Publishing,
    expiry,
    require_decision,
    require_expiry,
    require_publishable,
)
from minutes.domain.record import Item, Protocol
from minutes.domain.reviewing import undecided
from minutes.domain.sections import Section, SectionKind

DAY = date(2026, 11, 22)
TEXT = "Ring 070-174 06 05, eller 070-174 06 05."
PROTOCOL = Protocol(
    "Styrelsen", DAY, (Item(3, "Ansökan", sections=(Section(SectionKind.SUMMARY, "", TEXT),)),)
)


def test_what_is_found_is_to_be_ruled_on_once() -> None:
    (one,) = undecided(PROTOCOL, [], [])

    assert (one.item, one.sighting.words) == (3, "070-174 06 05")


@pytest.mark.parametrize("item", [3, None])
def test_what_is_masked_or_stays_is_ruled_on(item: int | None) -> None:
    ruled = [Mask("070-174 06 05", item)]

    assert not undecided(PROTOCOL, ruled, [])
    assert not undecided(PROTOCOL, [], ruled)


def test_what_is_ruled_on_in_another_item_is_not_in_this() -> None:
    assert undecided(PROTOCOL, [], [Mask("070-174 06 05", 4)])


@pytest.mark.parametrize(
    ("publishing", "decision", "adjusted", "left"),
    [
        pytest.param(Publishing.NEVER, "2026-06-17 § 45", True, 0, id="decided not to be"),
        pytest.param(Publishing.REVIEWED, None, True, 0, id="no decision of the assembly"),
        pytest.param(Publishing.REVIEWED, "2026-06-17 § 45", False, 0, id="not adjusted"),
        pytest.param(Publishing.REVIEWED, "2026-06-17 § 45", True, 1, id="not gone through"),
    ],
)
def test_a_copy_is_not_approved(
    publishing: Publishing, decision: str | None, adjusted: bool, left: int
) -> None:
    with pytest.raises(RuleBroken):
        require_publishable(publishing, decision, adjusted=adjusted, undecided=left)


def test_a_copy_of_adjusted_minutes_that_were_gone_through_is_approved() -> None:
    require_publishable(Publishing.REVIEWED, "2026-06-17 § 45", adjusted=True, undecided=0)


def test_nothing_is_published_without_a_decision_of_the_assembly() -> None:
    with pytest.raises(RuleBroken):
        require_decision(Publishing.UNREVIEWED, " ")
    require_decision(Publishing.NEVER, "")


@pytest.mark.parametrize("day", [None, DAY, date(2020, 1, 1)])
def test_a_copy_has_an_end_that_is_to_come(day: date | None) -> None:
    with pytest.raises(RuleBroken):
        require_expiry(day, DAY)


def test_a_copy_of_a_leap_day_ends_on_the_last_of_february() -> None:
    assert expiry(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert expiry(DAY, 5) == date(2031, 11, 22)
