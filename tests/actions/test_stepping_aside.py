"""Who is disqualified leaves for one §, whichever number it gets."""

from __future__ import annotations

import pytest

from minutes.actions.agenda import move_item, restore_item, withdraw_item
from minutes.actions.seating import depart
from minutes.actions.stepping_aside import step_aside, step_back
from minutes.domain.attendance import Interval
from minutes.domain.disqualifications import Disqualification
from minutes.domain.errors import Outdated, RuleBroken
from tests.actions.called import Held, opened
from tests.actions.world import World
from tests.domain.people import BO, EVA, LI
from tests.domain.rosters import SIV

JAV = Disqualification("Li Öst", "C", "delägare", SIV)


def _members(held: Held) -> list[tuple[object, ...]]:
    return [held.room(number).members for number in (2, 3, 4)]


ALL, WITHOUT = (EVA, BO, LI), (EVA, BO, SIV)


def test_the_row_and_the_list_are_written_together(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)
    before = len(world.history())

    row = step_aside(*held.here, held.items[1], JAV)

    assert (row.name, row.ground, row.replaced_by_name) == ("Li Öst", "delägare", "Siv Asp")
    assert _members(held) == [ALL, WITHOUT, ALL]
    assert held.room(3).disqualified == (LI,)
    (entry,) = world.history()[before:]
    assert (entry.verb, entry.subject_id) == ("stepped aside", row.id)
    assert "t.o.m. § 2 och fr.o.m. § 4" in entry.details


def test_the_vice_chair_leads_instead_of_the_chair(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)

    row = step_aside(*held.here, held.items[0], Disqualification("Eva Ek", "S", "part"))

    assert (row.chaired_by_name, row.chaired_by_party) == ("Bo Alm", "M")
    assert [held.room(n).chair for n in (2, 3)] == [BO, EVA]


def test_undone_everybody_sits_as_before(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)
    rows = held.rows()
    row = step_aside(*held.here, held.items[1], JAV)

    step_back(*held.here, row, seen=1)

    assert held.rows() == rows
    assert held.room(3).disqualified == ()
    assert world.history()[-1].verb == "struck"


def test_undoing_from_an_old_page_is_refused(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)
    row = step_aside(*held.here, held.items[1], JAV)

    with pytest.raises(Outdated):
        step_back(*held.here, row, seen=9)


def test_who_steps_aside_does_so_once(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)
    step_aside(*held.here, held.items[1], JAV)

    with pytest.raises(RuleBroken, match="tjänstgör inte vid § 3"):
        step_aside(*held.here, held.items[1], JAV)


def test_another_item_is_closed_first_and_the_disqualification_follows(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)
    first, second, third = held.items
    step_aside(*held.here, first, JAV)
    assert _members(held) == [WITHOUT, ALL, ALL]

    held.close(second)

    assert _members(held) == [ALL, WITHOUT, ALL]
    held.close(third, first)
    assert _members(held) == [ALL, ALL, WITHOUT]


def test_a_moved_item_takes_its_disqualification_along(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)
    first, _, third = held.items
    step_aside(*held.here, third, JAV)

    move_item(*held.here[:2], third, first)

    assert _members(held) == [WITHOUT, ALL, ALL]


def test_an_item_taken_off_the_agenda_and_put_back_keeps_who_steps_aside(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)
    step_aside(*held.here, held.items[0], JAV)

    withdraw_item(*held.here[:2], held.items[0])
    off = _members(held)
    restore_item(*held.here[:2], held.items[0])

    assert off == [ALL, ALL, ALL]
    assert _members(held) == [WITHOUT, ALL, ALL]


def test_who_comes_back_leaves_for_good_later(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)
    step_aside(*held.here, held.items[0], JAV)
    held.close(held.items[0])
    depart(*held.here, LI, number=4)

    assert _members(held) == [WITHOUT, ALL, (EVA, BO)]
    assert [a.intervals for a in held.rows() if a.person == LI] == [(Interval(3, 3),)]
