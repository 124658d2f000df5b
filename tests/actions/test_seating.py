"""The roll is called, people come and go, and the list is kept."""

from __future__ import annotations

import pytest

from minutes.actions.history import digest_of
from minutes.actions.seating import (
    arrive,
    call_roll,
    depart,
    give_back,
    go_remote,
    lead,
    mend_attendance,
    seat,
)
from minutes.domain.arrivals import Arrival
from minutes.domain.attendance import Interval, Role
from minutes.domain.errors import Outdated, RuleBroken
from minutes.domain.persons import Person
from minutes.domain.substitution import Seating
from tests.actions.called import opened, roll
from tests.actions.world import World
from tests.domain.people import BO, EVA, LI
from tests.domain.rosters import MIA, SECRETARY, SIV


def test_everybody_who_answers_is_entered_in_the_order_of_the_front_page(world: World) -> None:
    held = opened(world, SIV, LI, EVA)

    assert [a.person for a in held.rows()] == [EVA, LI, SIV, SECRETARY.person]
    assert [a.serves for a in held.rows()] == [True, True, False, False]
    assert held.room(2).members == (EVA, LI)


def test_the_roll_is_called_again_until_a_paragraph_is_closed(world: World) -> None:
    held = opened(world, EVA)
    call_roll(*held.here, roll(EVA, BO))
    assert held.room(2).members == (EVA, BO)

    held.close(held.items[0])
    with pytest.raises(RuleBroken, match="§ 2 är avslutad"):
        call_roll(*held.here, roll(EVA))


def test_who_comes_between_items_is_there_from_the_next(world: World) -> None:
    held = opened(world, EVA, LI)
    held.close(held.items[0])

    arrive(*held.here, Arrival(BO), number=3)

    assert [held.room(n).members for n in (2, 3)] == [(EVA, LI), (EVA, BO, LI)]


def test_a_seat_changes_hands_during_the_meeting(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)
    depart(*held.here, BO, number=3)
    seat(*held.here, Seating(SIV, BO), number=3)
    give_back(*held.here, SIV, number=4)

    assert [held.room(n).members for n in (2, 3, 4)] == [(EVA, BO, LI), (EVA, LI, SIV), (EVA, LI)]
    assert [a.intervals for a in held.rows() if a.serves_for] == [(Interval(3, 3),)]


def test_who_leads_and_who_is_on_a_distance_is_kept(world: World) -> None:
    held = opened(world, EVA, BO, LI)
    lead(*held.here, BO, number=3, once=True)
    go_remote(*held.here, LI, number=4, remote=True)

    assert [held.room(n).chair for n in (2, 3, 4)] == [EVA, BO, EVA]
    assert {(a.remote, a.intervals) for a in held.rows() if a.person == LI} == {
        (False, (Interval(None, 3),)),
        (True, (Interval(4, None),)),
    }


def test_the_entry_tells_what_changed_in_the_list(world: World) -> None:
    held = opened(world, EVA, BO)

    depart(*held.here, BO, number=3)

    entry = world.history()[-1]
    assert (entry.verb, entry.subject, entry.subject_id) == ("departed", "meeting", held.meeting.id)
    assert "Bo Alm (M), 1:e vice ordförande, t.o.m. § 2" in entry.details
    assert entry.digest == digest_of(entry)


def test_only_the_rows_that_changed_count_a_revision(world: World) -> None:
    held = opened(world, EVA, BO, LI)

    depart(*held.here, LI, number=3)

    assert [held.row(who).revision for who in (EVA, BO, LI)] == [1, 1, 2]


def test_everybody_has_their_person_in_the_register(world: World) -> None:
    held = opened(world, EVA, SIV)

    assert held.row(EVA).person_id == world.people[EVA].id
    assert held.row(SIV).person_id is not None
    assert held.row(SECRETARY.person).person_id is None


def test_when_somebody_was_there_is_mended_by_hand(world: World) -> None:
    held = opened(world, EVA, LI)

    mend_attendance(*held.here, held.row(LI), (Interval(3, 4),), seen=1)

    assert [held.room(n).members for n in (2, 3, 5)] == [(EVA,), (EVA, LI), (EVA,)]


def test_somebody_entered_by_mistake_is_taken_out(world: World) -> None:
    held = opened(world, EVA, LI)

    mend_attendance(*held.here, held.row(LI), None)

    assert held.room(2).members == (EVA,)


def test_an_attendee_reports_on_some_paragraphs_only(world: World) -> None:
    held = opened(world, EVA)
    guest = Person("Ulla Trägård")
    arrive(*held.here, Arrival(guest, title="ekonomichef"), number=3)
    depart(*held.here, guest, number=4)

    (one,) = (a for a in held.rows() if a.role is Role.ATTENDEE)
    assert (one.title, one.intervals) == ("ekonomichef", (Interval(3, 3),))


@pytest.mark.parametrize(
    ("intervals", "said"),
    [
        pytest.param((Interval(5, 3),), "kan inte komma före", id="backwards"),
        pytest.param((), "Platsen för Bo Alm är besatt 2 gånger", id="the seat is taken"),
    ],
)
def test_mending_is_held_to_the_same_rules(
    world: World, intervals: tuple[Interval, ...], said: str
) -> None:
    held = opened(world, EVA, BO, SIV)
    depart(*held.here, BO, number=3)
    seat(*held.here, Seating(SIV, BO), number=3)

    with pytest.raises(RuleBroken, match=said):
        mend_attendance(*held.here, held.row(BO), intervals)


def test_a_row_that_another_has_mended_meanwhile_is_refused(world: World) -> None:
    held = opened(world, EVA, LI)
    mend_attendance(*held.here, held.row(LI), (Interval(3, None),), seen=1)

    with pytest.raises(Outdated):
        mend_attendance(*held.here, held.row(LI), (Interval(4, None),), seen=1)


def test_out_of_order_a_reason_is_asked_for_and_kept(world: World) -> None:
    held = opened(world, EVA, LI, SIV, MIA)

    with pytest.raises(RuleBroken, match="Mia Berg står före Siv Asp"):
        seat(*held.here, Seating(SIV, BO), number=2)
    seat(*held.here, Seating(SIV, BO, "Mia avstår."), number=2)

    assert "Mia avstår." in world.history()[-1].details


@pytest.mark.parametrize("what", ["submitted_at", "cancelled_at"])
def test_nothing_changes_once_the_minutes_wait_or_the_meeting_is_off(
    world: World, what: str
) -> None:
    held = opened(world, EVA, BO)
    setattr(held.meeting, what, world.history()[-1].at)
    world.session.flush()

    with pytest.raises(RuleBroken):
        depart(*held.here, BO, number=3)
