"""Who comes and goes between the items, and what becomes of their seats."""

from __future__ import annotations

import pytest

from minutes.domain.arrivals import Arrival, arrives, departs, on_distance
from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.roster import Roster
from minutes.domain.substitution import Seating, takes_seat
from tests.domain.people import BO, EVA, LI, MAX
from tests.domain.rosters import (
    ASSEMBLY,
    EMPTY,
    KAJ,
    MEMBERS,
    SIV,
    here,
    room,
    told,
)

GUEST = Person("Ulla Trägård")


def _left_and_missed(of: Roster) -> Roster:
    """Max left before § 12; § 13 is to come."""
    return departs(here(*MEMBERS, of=of), 12, MAX)


def test_who_is_there_from_the_beginning_is_there_the_whole_meeting() -> None:
    assert [a.intervals for a in here(*MEMBERS).attendance] == [()] * 6


def test_who_comes_late_is_there_from_the_paragraph_that_follows() -> None:
    roster = arrives(here(EVA, BO, LI), 12, Arrival(MAX))

    assert told(roster, MAX) == [
        Attendance("Max Ruiz", "V", Role.MEMBER, intervals=(Interval(12, None),))
    ]
    assert MAX not in room(roster, 11).members
    assert MAX in room(roster, 12).members


def test_who_leaves_is_there_until_the_paragraph_before() -> None:
    roster = departs(here(*MEMBERS), 12, MAX)

    assert [a.intervals for a in told(roster, MAX)] == [(Interval(None, 11),)]


def test_who_leaves_before_the_first_paragraph_was_never_there() -> None:
    assert told(departs(here(*MEMBERS), 10, MAX), MAX) == []


def test_a_late_member_takes_the_seat_back_from_the_substitute() -> None:
    roster = takes_seat(here(EVA, BO, LI, KAJ, SIV), 10, Seating(SIV, MAX))

    roster = arrives(roster, 12, Arrival(MAX))

    assert room(roster, 11).members == (EVA, BO, LI, KAJ, SIV)
    assert room(roster, 12).members == (EVA, BO, LI, KAJ, MAX)
    assert SIV in [a.person for a in room(roster, 12).present]


@pytest.mark.parametrize(
    ("away", "leads"),
    [
        pytest.param([EVA], BO, id="the first vice chair"),
        pytest.param([EVA, BO], LI, id="then the second"),
        pytest.param([EVA, BO, LI], None, id="then one whom the body chooses"),
    ],
)
def test_the_next_in_rank_leads_when_the_chair_leaves(
    away: list[Person], leads: Person | None
) -> None:
    roster = here(*MEMBERS)
    for who in away:
        roster = departs(roster, 12, who)

    assert room(roster, 11).chair == EVA
    assert room(roster, 12).chair == leads


def test_the_chair_who_comes_late_leads_from_then_on() -> None:
    roster = arrives(here(BO, LI, MAX), 12, Arrival(EVA))

    assert [room(roster, number).chair for number in (11, 12)] == [BO, EVA]
    assert {(a.role, a.intervals) for a in told(roster, BO)} == {
        (Role.CHAIR, (Interval(None, 11),)),
        (Role.VICE_CHAIR, (Interval(12, None),)),
    }


def test_one_of_lower_rank_who_comes_late_does_not_lead() -> None:
    roster = arrives(here(BO, MAX, KAJ), 12, Arrival(LI))

    assert room(roster, 12).chair == BO


def test_a_substitute_who_comes_waits_for_a_seat() -> None:
    roster = arrives(here(EVA, BO, LI), 12, Arrival(SIV))

    assert SIV not in room(roster, 12).members
    assert [a.role for a in told(roster, SIV)] == [Role.SUBSTITUTE]


def test_an_attendee_is_told_with_title() -> None:
    roster = arrives(here(*MEMBERS), 12, Arrival(GUEST, title="ekonomichef"))

    (one,) = told(roster, GUEST)
    assert (one.role, one.title, one.serves) == (Role.ATTENDEE, "ekonomichef", False)


@pytest.mark.parametrize(
    ("arrival", "said"),
    [
        pytest.param(Arrival(EVA), "redan på plats", id="twice"),
        pytest.param(Arrival(GUEST), "inget uppdrag", id="nobody's mandate, no title"),
        pytest.param(Arrival(Person("Eva Ek", "V")), "inget uppdrag", id="another party"),
    ],
)
def test_an_arrival_that_cannot_be_is_refused(arrival: Arrival, said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        arrives(here(*MEMBERS), 12, arrival)


@pytest.mark.parametrize("who", [SIV, GUEST], ids=["was never there", "unknown"])
def test_who_never_came_does_not_leave(who: Person) -> None:
    with pytest.raises(RuleBroken, match="inte på plats"):
        departs(here(*MEMBERS), 12, who)


def test_nobody_leaves_twice() -> None:
    with pytest.raises(RuleBroken, match="inte på plats"):
        departs(departs(here(*MEMBERS), 12, MAX), 13, MAX)


@pytest.mark.parametrize("reason", ["", "Reglementet"], ids=["no reason", "no reason helps"])
def test_who_broke_off_does_not_serve_again_in_the_assembly(reason: str) -> None:
    with pytest.raises(RuleBroken, match="KL 5:20"):
        arrives(_left_and_missed(ASSEMBLY), 13, Arrival(MAX, reason=reason))


def test_who_broke_off_serves_again_in_a_board_for_a_reason_only() -> None:
    roster = _left_and_missed(EMPTY)

    with pytest.raises(RuleBroken, match="reglementet"):
        arrives(roster, 13, Arrival(MAX))
    back = arrives(roster, 13, Arrival(MAX, reason="Reglementet § 12"))

    assert [a.intervals for a in told(back, MAX)] == [(Interval(None, 11), Interval(13, None))]


def test_who_broke_off_may_be_there_without_serving() -> None:
    back = arrives(_left_and_missed(ASSEMBLY), 13, Arrival(MAX, serves=False))

    assert MAX not in room(back, 13).members
    assert MAX in [a.person for a in room(back, 13).present]


def test_a_departure_entered_by_mistake_is_taken_back_by_arriving() -> None:
    roster = here(*MEMBERS)

    assert set(arrives(departs(roster, 12, MAX), 12, Arrival(MAX)).attendance) == set(
        roster.attendance
    )


def test_who_goes_on_on_a_distance_is_told_apart() -> None:
    roster = on_distance(here(*MEMBERS), 12, MAX, remote=True)

    assert {(a.remote, a.intervals) for a in told(roster, MAX)} == {
        (False, (Interval(None, 11),)),
        (True, (Interval(12, None),)),
    }
    assert MAX in room(roster, 12).members
