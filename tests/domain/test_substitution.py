"""Substitutes take seats in order and give them back."""

from __future__ import annotations

import pytest

from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.substitution import Seating, gives_back, takes_seat
from tests.domain.people import BO, EVA, LI, MAX
from tests.domain.rosters import KAJ, MEMBERS, MIA, SIV, SUNE, here, room, told

GUEST = Person("Ulla Trägård")


def test_a_substitute_serves_and_gives_back() -> None:
    roster = takes_seat(here(EVA, BO, LI, KAJ, SIV, MIA), 11, Seating(SIV, MAX))
    roster = gives_back(roster, 13, SIV)

    assert [SIV in room(roster, n).members for n in (10, 11, 12, 13)] == [False, True, True, False]
    assert [a.serves_for for a in told(roster, SIV) if a.serves] == [MAX]


@pytest.mark.parametrize(
    ("seating", "said"),
    [
        pytest.param(Seating(SUNE, MAX), "inte på plats", id="is not there"),
        pytest.param(Seating(EVA, MAX), "tjänstgör redan", id="serves already"),
        pytest.param(Seating(Person("Åke Rask"), MAX), "inte ersättare", id="the secretary"),
        pytest.param(Seating(SIV, BO), "upptagen", id="for one who is there"),
        pytest.param(Seating(SIV, SUNE), "ingen plats", id="for a substitute"),
        pytest.param(Seating(SIV, GUEST), "ingen plats", id="for one without a mandate"),
        pytest.param(Seating(SIV, Person("Vakant", "S")), "ingen plats", id="no seat is vacant"),
        pytest.param(Seating(MIA, MAX), "Siv Asp står före Mia Berg", id="out of order"),
    ],
)
def test_a_seat_that_cannot_be_taken_is_refused(seating: Seating, said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        takes_seat(here(EVA, BO, LI, KAJ, SIV, MIA), 11, seating)


def test_another_than_the_first_in_order_serves_for_a_reason() -> None:
    roster = takes_seat(here(EVA, BO, LI, KAJ, SIV, MIA), 11, Seating(MIA, MAX, "Siv avstår."))

    assert MIA in room(roster, 11).members


def test_an_earlier_paragraph_is_mended_until_the_seat_is_filled_again() -> None:
    roster = takes_seat(here(EVA, BO, LI, KAJ, SIV, MIA), 14, Seating(SIV, MAX))

    roster = takes_seat(roster, 11, Seating(MIA, MAX, "Siv var i ett annat möte."))

    assert [room(roster, n).members[-1] for n in (10, 11, 13, 14)] == [KAJ, MIA, MIA, SIV]


def test_a_seat_is_taken_once() -> None:
    roster = takes_seat(here(EVA, BO, LI, KAJ, SIV, MIA), 11, Seating(SIV, MAX))

    with pytest.raises(RuleBroken, match="upptagen: Siv Asp"):
        takes_seat(roster, 12, Seating(MIA, MAX))


def test_who_serves_for_nobody_gives_nothing_back() -> None:
    with pytest.raises(RuleBroken, match="inte för någon"):
        gives_back(here(*MEMBERS), 12, MAX)
