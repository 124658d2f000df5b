"""Whatever happens at a meeting, each seat has one holder and each person one place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from minutes.domain.arrivals import Arrival
from minutes.domain.attendance import Attendance, Interval, Role
from minutes.domain.errors import RuleBroken
from minutes.domain.persons import Person
from minutes.domain.roll_call import Roll, called
from minutes.domain.roster import Roster, is_vacancy, vacancy
from minutes.domain.seats import offered, open_seats, settled
from minutes.domain.spans import intervals_of, spans_of
from minutes.domain.substitution import Seating
from tests.domain.people import BO, EVA, LI, MAX
from tests.domain.rosters import CAJ, EMPTY, KAJ, MEMBERS, MIA, SIV, START, SUNE, here, room, told
from tests.records.rosters import rosters

NUMBERS = range(START, START + 60)


@given(roster=rosters())
def test_no_seat_is_filled_twice_and_nobody_is_there_twice(roster: Roster) -> None:
    for number in NUMBERS:
        there = roster.at(number)
        seated = [a for a in there if a.serves]
        seats = [s for a in seated if not is_vacancy(s := a.serves_for or a.person)]
        assert max(Counter(a.person for a in there).values(), default=1) == 1
        assert len(seats) == len(set(seats))
        assert len(seated) <= (roster.seats or 0)
        assert sum(a.role is Role.CHAIR for a in seated) <= 1


@given(roster=rosters())
def test_who_steps_aside_is_not_there_and_a_vice_chair_leads_when_there(roster: Roster) -> None:
    for number, who in roster.away:
        assert roster.row_of(who, number) is None
    for number in NUMBERS:
        ranked = {a.role for a in roster.at(number) if a.serves}
        if ranked & {Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR}:
            assert Role.CHAIR in ranked


@given(roster=rosters())
def test_a_row_tells_its_paragraphs_in_one_way_only(roster: Roster) -> None:
    for one in roster.attendance:
        assert intervals_of(spans_of(one.intervals), START) == one.intervals
    bare = [replace(a, intervals=()) for a in roster.attendance]
    assert len(bare) == len(set(bare))


def test_the_list_is_in_the_order_of_the_front_page() -> None:
    seated = Attendance("Siv Asp", "S", Role.SUBSTITUTE, serves_for=MAX)
    roster = here(KAJ, LI, EVA, BO, SUNE)
    roster = settled(replace(roster, attendance=(seated, *roster.attendance)))

    assert [a.person for a in roster.attendance][:5] == [EVA, BO, LI, KAJ, SIV]


@pytest.mark.parametrize(
    ("seat", "order"),
    [
        pytest.param(EVA, [SIV, SUNE, MIA, CAJ], id="own party first, by its list"),
        pytest.param(BO, [MIA, SIV, SUNE, CAJ], id="then the order of parties"),
        pytest.param(KAJ, [SIV, SUNE, MIA, CAJ], id="no substitute of the party"),
    ],
)
def test_substitutes_are_offered_a_seat_in_order(seat: Person, order: list[Person]) -> None:
    roster = here(CAJ, MIA, SUNE, SIV)

    assert list(offered(roster, START, seat)) == order


def test_the_seats_that_stand_empty_are_told() -> None:
    roster = here(EVA, BO, LI, SIV, of=replace(EMPTY, seats=6))

    assert open_seats(roster, START) == (MAX, KAJ, vacancy(None))


def _called(*seatings: Seating, of: Roster = EMPTY) -> Roster:
    return called(of, Roll([Arrival(w) for w in (EVA, BO, LI, SIV, SUNE, MIA)], seatings))


def test_substitutes_take_their_seats_at_the_roll_call() -> None:
    roster = _called(Seating(SUNE, KAJ), Seating(SIV, MAX))

    assert room(roster, START).members == (EVA, BO, LI, SIV, SUNE)
    assert [a.serves_for for a in told(roster, SIV)] == [MAX]


def test_the_seat_of_a_vacancy_is_filled() -> None:
    roster = _called(Seating(SIV, vacancy("S")), of=replace(EMPTY, seats=6))

    assert [a.serves_for for a in told(roster, SIV)] == [Person("Vakant", "S")]


@pytest.mark.parametrize(
    ("seatings", "said"),
    [
        pytest.param([Seating(MIA, MAX)], "Siv Asp står före Mia Berg", id="another party"),
        pytest.param([Seating(SUNE, MAX)], "Siv Asp står före Sune Dal", id="later in the list"),
        pytest.param([Seating(SIV, MAX), Seating(SUNE, MAX)], "upptagen", id="a seat twice"),
        pytest.param([Seating(SIV, MAX), Seating(SIV, KAJ)], "tjänstgör redan", id="one twice"),
        pytest.param([Seating(CAJ, MAX)], "inte på plats", id="one who is not there"),
        pytest.param([Seating(SIV, vacancy("S"))], "ingen plats", id="no seat is vacant"),
    ],
)
def test_a_roll_that_cannot_be_is_refused(seatings: list[Seating], said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        _called(*seatings)


def test_calling_the_roll_again_replaces_it() -> None:
    again = called(here(*MEMBERS), Roll([Arrival(EVA)]))

    assert [a.person for a in again.attendance] == [EVA]


def _siv(serves_for: Person, *intervals: Interval) -> Attendance:
    return Attendance("Siv Asp", "S", Role.SUBSTITUTE, serves_for=serves_for, intervals=intervals)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param(_siv(EVA, Interval(12, 13)), "Platsen för Eva Ek", id="a seat twice, later"),
        pytest.param(
            Attendance("Max Ruiz", "V", Role.SUBSTITUTE, False, None, (Interval(14, 14),)),
            "Max Ruiz står 2 gånger vid § 14",
            id="one person twice",
        ),
        pytest.param(_siv(vacancy("S")), "6 tjänstgör på 5 platser", id="more than the seats"),
        pytest.param(
            Attendance("Max Ruiz", "V", Role.CHAIR, intervals=(Interval(30, 30),)),
            "står 2 gånger",
            id="two lead",
        ),
    ],
)
def test_a_list_mended_by_hand_is_held_to_the_same(wrong: Attendance, said: str) -> None:
    roster = here(*MEMBERS)

    with pytest.raises(RuleBroken, match=said):
        settled(replace(roster, attendance=(*roster.attendance, wrong)))
