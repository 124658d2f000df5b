"""The roll call puts substitutes in the empty seats, and who adjusts is one who served."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.domain.adjustment import require_may_adjust
from minutes.domain.arrivals import Arrival
from minutes.domain.attendance import Interval
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.roll_call import Roll, called, filled, mended
from minutes.domain.roster import Roster, vacancy
from minutes.domain.substitution import Seating
from tests.domain.people import BO, EVA, LI, MAX
from tests.domain.refusals import ALLOWED, refusal
from tests.domain.rosters import CAJ, EMPTY, KAJ, MEMBERS, MIA, SIV, SUNE, here


def _sits(*people: Person, of: Roster = EMPTY, seatings: tuple[Seating, ...] = ()) -> Roll:
    return filled(of, Roll([Arrival(who) for who in people], seatings))


@pytest.mark.parametrize(
    ("there", "sit"),
    [
        pytest.param((*MEMBERS, SIV), {}, id="nobody is missing"),
        pytest.param((EVA, BO, LI, KAJ, SIV, SUNE), {MAX: SIV}, id="the first in the list"),
        pytest.param((BO, LI, KAJ, SIV, SUNE), {EVA: SIV, MAX: SUNE}, id="own party first"),
        pytest.param((EVA, LI, MIA, CAJ), {BO: MIA, MAX: CAJ}, id="the order of parties"),
        pytest.param((EVA, BO), {}, id="no substitute is there"),
    ],
)
def test_empty_seats_are_filled_in_order(
    there: tuple[Person, ...], sit: dict[Person, Person]
) -> None:
    roll = _sits(*there)

    assert {one.seat: one.substitute for one in roll.seatings} == sit
    assert called(EMPTY, roll)


def test_who_was_chosen_by_hand_stays() -> None:
    chosen = Seating(SUNE, MAX, "Siv avstår.")

    roll = _sits(EVA, BO, LI, SIV, SUNE, seatings=(chosen,))

    assert [*roll.seatings] == [chosen, Seating(SIV, KAJ)]


def test_a_vacant_seat_is_filled_by_a_substitute_of_any_party() -> None:
    roll = _sits(*MEMBERS, SIV, of=replace(EMPTY, seats=6))

    assert [*roll.seatings] == [Seating(SIV, vacancy("S"))]


@pytest.mark.parametrize(
    ("intervals", "left"),
    [
        pytest.param((), [EVA, BO], id="the whole meeting"),
        pytest.param((Interval(12, 13),), [EVA, BO], id="some §§"),
        pytest.param(None, [EVA], id="not at all"),
        pytest.param((Interval(1, 3),), [EVA], id="§§ of another meeting"),
    ],
)
def test_a_row_is_mended_by_hand(
    intervals: tuple[Interval, ...] | None, left: list[Person]
) -> None:
    roster = mended(here(EVA, BO), 1, intervals)

    assert [a.person for a in roster.attendance][:-1] == left


@pytest.mark.parametrize(
    ("who", "said"),
    [
        pytest.param(BO, ALLOWED, id="one who served"),
        pytest.param(EVA, "Eva Ek är ordförande", id="the chair adjusts anyway"),
        pytest.param(SIV, "Siv Asp har inte tjänstgjort", id="one who only was there"),
        pytest.param(MAX, "Max Ruiz har inte tjänstgjort", id="one who was not"),
        pytest.param(LI, "Li Öst är redan vald", id="one who is elected"),
    ],
)
def test_who_adjusts_served_and_is_another_than_the_chair(who: Person, said: str) -> None:
    there = here(EVA, BO, LI, SIV).attendance

    assert refusal(require_may_adjust, who, there, [LI]).startswith(said)


def test_nobody_is_called_twice() -> None:
    with pytest.raises(RuleBroken, match="redan på plats"):
        _sits(EVA, EVA)
