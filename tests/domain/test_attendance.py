"""Attendance: who was there over which §§, and who takes part in deciding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.attendance import Attendance, Interval, Role, require_forward, serving
from minutes.domain.persons import Person
from tests.domain.people import BO, EVA, LI
from tests.domain.refusals import ALLOWED, refusal


def _there(who: Person, *intervals: Interval, role: Role = Role.MEMBER) -> Attendance:
    return Attendance(who.name or "", who.party, role, intervals=intervals)


@pytest.mark.parametrize(
    ("interval", "number", "inside"),
    [
        pytest.param(Interval(54, 59), 53, False, id="the § before"),
        pytest.param(Interval(54, 59), 54, True, id="the first § is included"),
        pytest.param(Interval(54, 59), 57, True, id="a § between"),
        pytest.param(Interval(54, 59), 59, True, id="the last § is included"),
        pytest.param(Interval(54, 59), 60, False, id="the § after"),
        pytest.param(Interval(54, 54), 54, True, id="one § alone"),
        pytest.param(Interval(None, 59), 1, True, id="from the meeting's first §"),
        pytest.param(Interval(None, 59), 60, False, id="from the first §, but gone"),
        pytest.param(Interval(54, None), 400, True, id="to the meeting's last §"),
        pytest.param(Interval(54, None), 53, False, id="to the last §, not yet come"),
        pytest.param(Interval(), 1, True, id="the whole meeting"),
    ],
)
def test_an_interval_holds_both_its_ends(interval: Interval, number: int, inside: bool) -> None:
    assert interval.covers(number) is inside


@pytest.mark.parametrize(
    ("intervals", "covered"),
    [
        pytest.param((), [54, 55, 56, 57], id="no intervals are the whole meeting"),
        pytest.param((Interval(55, 56),), [55, 56], id="came late and left early"),
        pytest.param((Interval(None, 54), Interval(57, None)), [54, 57], id="away in the middle"),
    ],
)
def test_a_person_is_there_in_any_of_the_intervals(
    intervals: tuple[Interval, ...], covered: list[int]
) -> None:
    one = _there(EVA, *intervals)

    assert [number for number in range(54, 58) if one.covers(number)] == covered


def test_a_substitute_takes_part_only_in_the_paragraphs_served() -> None:
    member = _there(EVA, Interval(54, 56))
    stands_in = replace(
        _there(BO, Interval(57, 59), role=Role.SUBSTITUTE), serves=True, serves_for=EVA
    )

    before, after = (serving([member, stands_in], number) for number in (56, 57))

    assert [a.person for a in before] == [EVA]
    assert [a.person for a in after] == [BO]
    assert after[0].serves_for == EVA


@pytest.mark.parametrize(
    ("role", "serves", "takes_part"),
    [
        pytest.param(Role.CHAIR, True, True, id="the chair decides"),
        pytest.param(Role.MEMBER, True, True, id="a member decides"),
        pytest.param(Role.SUBSTITUTE, True, True, id="a serving substitute decides, KL 4:22"),
        pytest.param(Role.SUBSTITUTE, False, False, id="one not serving may be there, KL 6:17"),
        pytest.param(Role.ATTENDEE, False, False, id="one who is called in does not, KL 6:26"),
        pytest.param(Role.SECRETARY, False, False, id="an official at the desk does not"),
    ],
)
def test_only_those_who_serve_take_part_in_deciding(
    role: Role, serves: bool, takes_part: bool
) -> None:
    one = replace(_there(EVA, role=role), serves=serves)

    assert bool(serving([one], 54)) is takes_part


def test_one_on_a_distance_serves_as_one_in_the_room() -> None:
    remote = replace(_there(LI), remote=True)

    assert serving([remote], 54) == (remote,)


def test_one_who_stepped_aside_is_not_among_those_who_took_part() -> None:
    present = [_there(EVA), _there(BO), _there(LI)]

    seated = serving(present, 54, away=[BO])

    assert [a.person for a in seated] == [EVA, LI]


def test_a_namesake_of_another_party_stays_when_the_other_steps_aside() -> None:
    namesake = Person(BO.name, "V")

    seated = serving([_there(BO), _there(namesake)], 54, away=[BO])

    assert [a.person for a in seated] == [namesake]


@given(number=st.integers(1, 400), away=st.sets(st.sampled_from([EVA, BO, LI])))
def test_everyone_there_either_takes_part_or_stepped_aside(number: int, away: set[Person]) -> None:
    present = [_there(EVA), _there(BO), _there(LI)]

    seated = {a.person for a in serving(present, number, away)}

    assert seated | away == {EVA, BO, LI}
    assert seated & away == set()


@pytest.mark.parametrize(
    "intervals",
    [
        pytest.param((), id="the whole meeting"),
        pytest.param((Interval(10, 12),), id="some §§"),
        pytest.param((Interval(10, 10),), id="one §"),
        pytest.param((Interval(None, 3), Interval(7, None)), id="away in the middle"),
    ],
)
def test_one_who_comes_before_leaving_is_present(intervals: tuple[Interval, ...]) -> None:
    assert refusal(require_forward, _there(BO, *intervals)) == ALLOWED


def test_one_who_leaves_before_coming_is_refused() -> None:
    said = refusal(require_forward, _there(BO, Interval(1, 3), Interval(12, 10)))

    assert said.startswith("Bo Alm är närvarande från § 12 till § 10.")
    assert said.endswith("rätta närvaron.")
