"""The agenda is drawn up, and its items get their numbers one by one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from minutes.actions.agenda import (
    Point,
    close_item,
    move_item,
    put_on_agenda,
    restore_item,
    withdraw_item,
)
from minutes.domain.errors import RuleBroken
from minutes.store.agendas import items_on, numbers_of
from minutes.store.tables import Item
from tests.actions.world import LATER, World


def _agenda(world: World, *titles: str) -> list[Item]:
    """The items, on the agenda of an open meeting which has a § 1."""
    world.meeting.opened_at = "09:00"
    here = (world.session, LATER, world.meeting)
    return [put_on_agenda(*here, Point(title)) for title in titles]


def _titles(world: World) -> Sequence[str]:
    return [item.title for item in items_on(world.session, world.meeting)]


def _close(world: World, item: Item) -> int | None:
    return close_item(world.session, LATER, world.meeting, item).number


def test_an_item_on_the_agenda_has_no_number(world: World) -> None:
    (item,) = _agenda(world, "Budget")

    assert item.number is None


def test_numbers_are_given_in_the_order_in_which_items_are_closed(world: World) -> None:
    first, second, third = _agenda(world, "Ett", "Två", "Tre")

    assert [_close(world, item) for item in (first, third, second)] == [2, 3, 4]
    assert _titles(world) == ["Delårsrapport", "Ett", "Tre", "Två"]


def test_closing_again_changes_nothing(world: World) -> None:
    (item,) = _agenda(world, "Budget")
    number, entries = _close(world, item), len(world.history())

    assert _close(world, item) == number
    assert len(world.history()) == entries


def test_a_number_is_foreseen_for_what_waits(world: World) -> None:
    _agenda(world, "Ett", "Två")
    items = items_on(world.session, world.meeting)

    assert list(numbers_of(world.session, world.meeting, items).values()) == [1, 2, 3]


def test_nothing_is_closed_before_the_meeting_is_opened(world: World) -> None:
    (item,) = _agenda(world, "Budget")
    world.meeting.opened_at = None

    with pytest.raises(RuleBroken, match="inte öppnat"):
        _close(world, item)


def test_the_database_takes_no_number_back(world: World) -> None:
    with pytest.raises(DBAPIError, match="number_is_given_once"):
        world.session.execute(text(f"UPDATE item SET number = NULL WHERE id = {world.item.id}"))


def test_an_item_is_moved_before_another(world: World) -> None:
    first, _, third = _agenda(world, "Ett", "Två", "Tre")

    move_item(world.session, LATER, third, first)

    assert _titles(world) == ["Delårsrapport", "Tre", "Ett", "Två"]


def test_an_item_is_moved_last(world: World) -> None:
    first, *_ = _agenda(world, "Ett", "Två", "Tre")

    move_item(world.session, LATER, first, None)

    assert _titles(world) == ["Delårsrapport", "Två", "Tre", "Ett"]


def test_nothing_is_moved_before_a_number(world: World) -> None:
    (item,) = _agenda(world, "Ett")

    with pytest.raises(RuleBroken, match="flyttas inte"):
        move_item(world.session, LATER, item, world.item)


def test_an_item_that_is_withdrawn_can_be_restored(world: World) -> None:
    (item,) = _agenda(world, "Ett")

    withdraw_item(world.session, LATER, item)
    without = _titles(world)
    restore_item(world.session, LATER, item)

    assert without == ["Delårsrapport"]
    assert _titles(world) == ["Delårsrapport", "Ett"]


def test_what_has_its_number_is_not_withdrawn(world: World) -> None:
    with pytest.raises(RuleBroken, match="§ 1 är avslutad"):
        withdraw_item(world.session, LATER, world.item)


def test_an_item_that_is_withdrawn_is_not_closed(world: World) -> None:
    (item,) = _agenda(world, "Ett")
    withdraw_item(world.session, LATER, item)

    with pytest.raises(RuleBroken, match="utgått"):
        _close(world, item)


@pytest.mark.parametrize("title", ["", "  ", "a" * 501, "en\ntvå", "nolla\x00"])
def test_a_title_that_cannot_be_printed_is_refused(world: World, title: str) -> None:
    with pytest.raises(RuleBroken):
        _agenda(world, title)
