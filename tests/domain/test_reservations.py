"""Reservations: only by one who took part, and before the meeting ends (KL 4:27)."""

from __future__ import annotations

from typing import Any

import pytest

from minutes.domain.persons import Person
from minutes.domain.reservations import Reservation, require_may_reserve
from tests.domain.people import BO, EVA, GROUP, LI
from tests.domain.refusals import ALLOWED, refusal

SERVING = [EVA, BO]


def test_one_who_took_part_may_reserve_while_the_meeting_is_open() -> None:
    said = refusal(require_may_reserve, EVA, serving=SERVING, stood_aside=[LI], abstained=[BO])

    assert said == ALLOWED


@pytest.mark.parametrize(
    ("who", "circumstances", "says"),
    [
        pytest.param(
            EVA, {"meeting_is_open": False}, "Sammanträdet är avslutat", id="too late, KL 4:27"
        ),
        pytest.param(
            EVA, {"abstained": [EVA]}, "Eva Ek deltog inte i beslutet", id="abstained, KL 4:25"
        ),
        pytest.param(
            EVA, {"stood_aside": [EVA]}, "Eva Ek deltog inte i beslutet", id="stood aside, KL 4:27"
        ),
        pytest.param(LI, {}, "Li Öst tjänstgör inte", id="a substitute who does not serve"),
        pytest.param(
            Person("Eva Ek", "V"), {}, "Eva Ek tjänstgör inte", id="a namesake of another party"
        ),
    ],
)
def test_one_who_took_no_part_may_not_reserve(
    who: Person, circumstances: dict[str, Any], says: str
) -> None:
    assert says in refusal(require_may_reserve, who, serving=SERVING, **circumstances)


@pytest.mark.parametrize(
    ("circumstances", "cure"),
    [
        pytest.param({"meeting_is_open": False}, "ska anmälas innan dess", id="notify in time"),
        pytest.param({}, "kan lämna en protokollsanteckning", id="a note is open to substitutes"),
    ],
)
def test_the_refusal_tells_what_can_be_done(circumstances: dict[str, Any], cure: str) -> None:
    assert cure in refusal(require_may_reserve, LI, serving=SERVING, **circumstances)


@pytest.mark.parametrize(
    ("reservation", "person"),
    [
        pytest.param(Reservation("Bo Alm", "M"), BO, id="a member"),
        pytest.param(Reservation(None, "KD"), GROUP, id="a party group"),
    ],
)
def test_a_reservation_is_a_persons_or_a_groups(reservation: Reservation, person: Person) -> None:
    assert reservation.person == person
    assert reservation.person.is_group is (reservation.name is None)


def test_a_reservation_is_against_the_whole_decision_unless_it_names_a_point() -> None:
    assert Reservation("Bo Alm", "M").point is None
    assert Reservation("Bo Alm", "M", point=2).point == 2
