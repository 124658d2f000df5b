"""The record has a place for everything that the law wants in minutes."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from minutes.domain.attendance import Attendance, Role
from minutes.domain.record import Item, Protocol


@pytest.mark.parametrize(
    ("point", "held_in"),
    [
        pytest.param(1, {"proposals"}, id="proposals not withdrawn, KL 5:67 point 1"),
        pytest.param(2, {"questions"}, id="the order in which they were put, KL 5:67 point 2"),
        pytest.param(3, {"votes"}, id="votes and their results, KL 5:67 point 3"),
        pytest.param(4, {"decision"}, id="decisions, KL 5:67 point 4"),
        pytest.param(
            5, {"disqualified", "stands_aside", "votes"}, id="who took part, KL 5:67 point 5"
        ),
        pytest.param(6, {"reservations"}, id="reservations, KL 5:67 point 6"),
    ],
)
def test_an_item_has_a_place_for_each_point_of_the_law(point: int, held_in: set[str]) -> None:
    missing = held_in - {field.name for field in fields(Item)}

    assert not missing, f"KL 5:67 point {point} has nowhere to stand"


def test_an_item_starts_with_its_number_and_title_alone() -> None:
    item = Item(160, "Val av justerare")

    filled = {f.name for f in fields(item) if getattr(item, f.name)}

    assert filled == {"number", "title"}


def test_a_protocol_tells_who_served_and_which_items_were_handled() -> None:
    chair = Attendance("Eva Ek", "S", Role.CHAIR)

    protocol = Protocol(
        "Regionstyrelsen", None, (Item(160, "Val av justerare"),), attendance=(chair,)
    )

    assert [one.name for one in protocol.attendance if one.serves] == ["Eva Ek"]
    assert [item.number for item in protocol.items] == [160]


def test_a_record_is_changed_only_by_making_another() -> None:
    item = Item(160, "Val av justerare")

    with pytest.raises(FrozenInstanceError):
        item.number = 161
    assert item == Item(160, "Val av justerare")
