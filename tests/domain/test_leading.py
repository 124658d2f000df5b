"""Who leads a §, and who steps aside in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.domain.arrivals import Arrival, arrives, departs
from minutes.domain.attendance import Interval, Role
from minutes.domain.disqualifications import Disqualification
from minutes.domain.errors import RuleBroken
from minutes.domain.leading import leads, steps_aside, steps_back
from minutes.domain.persons import Person
from minutes.domain.seats import settled
from minutes.domain.substitution import Seating, takes_seat
from tests.domain.people import BO, EVA, LI, MAX
from tests.domain.rosters import KAJ, MEMBERS, MIA, SIV, SUNE, here, room, told

ALL = (*MEMBERS, SIV, MIA)


def _jav(who: Person, **instead: Person) -> Disqualification:
    return Disqualification(who.name or "", who.party, "delägare", **instead)


def test_who_steps_aside_is_away_in_that_paragraph_alone() -> None:
    roster, _ = steps_aside(here(*ALL), 12, _jav(MAX))

    assert [a.intervals for a in told(roster, MAX)] == [(Interval(None, 11), Interval(13, None))]


def test_the_substitute_sits_in_that_paragraph_alone() -> None:
    roster, _ = steps_aside(here(*ALL), 12, _jav(MAX, replaced_by=SIV))

    assert {(a.serves, a.serves_for, a.intervals) for a in told(roster, SIV)} == {
        (True, MAX, (Interval(12, 12),)),
        (False, None, (Interval(None, 11), Interval(13, None))),
    }
    assert [len(room(roster, n).members) for n in (11, 12, 13)] == [5, 5, 5]


def test_the_vice_chair_leads_where_the_chair_steps_aside() -> None:
    roster, done = steps_aside(here(*ALL), 12, _jav(EVA, replaced_by=SIV))

    assert done.chaired_by == BO
    assert [room(roster, n).chair for n in (11, 12, 13)] == [EVA, BO, EVA]
    assert {(a.role, a.intervals) for a in told(roster, BO)} == {
        (Role.VICE_CHAIR, (Interval(None, 11), Interval(13, None))),
        (Role.CHAIR, (Interval(12, 12),)),
    }


def test_another_whom_the_body_chooses_leads() -> None:
    roster, done = steps_aside(here(*ALL), 12, _jav(EVA, chaired_by=MAX))

    assert done.chaired_by == MAX
    assert room(roster, 12).chair == MAX


def test_who_leads_is_told_only_where_the_chair_steps_aside() -> None:
    _, done = steps_aside(here(*ALL), 12, _jav(MAX, chaired_by=BO))

    assert done.chaired_by is None


def test_for_a_substitute_who_steps_aside_another_serves_in_the_same_seat() -> None:
    roster = takes_seat(here(EVA, BO, LI, KAJ, SIV, MIA), 10, Seating(SIV, MAX))

    roster, _ = steps_aside(roster, 12, _jav(SIV, replaced_by=MIA))

    assert [a.serves_for for a in told(roster, MIA) if a.serves] == [MAX]
    assert [room(roster, n).members[-1] for n in (11, 12, 13)] == [SIV, MIA, SIV]


@pytest.mark.parametrize(
    ("people", "who", "said"),
    [
        pytest.param(ALL, _jav(SUNE), "tjänstgör inte", id="is not there"),
        pytest.param(ALL, _jav(SIV), "tjänstgör inte", id="does not serve"),
        pytest.param(ALL, _jav(MAX, replaced_by=SUNE), "ingen ersättare", id="not there to sit"),
        pytest.param(ALL, _jav(MAX, replaced_by=BO), "ingen ersättare", id="sits already"),
        pytest.param((EVA, MAX, KAJ), _jav(EVA), "Ange vem som leder", id="nobody to lead"),
        pytest.param(ALL, _jav(EVA, chaired_by=EVA), "Ange vem som leder", id="leads herself"),
        pytest.param(ALL, _jav(EVA, chaired_by=SIV), "tjänstgör inte", id="led by a stranger"),
    ],
)
def test_a_disqualification_that_cannot_be_is_refused(
    people: tuple[Person, ...], who: Disqualification, said: str
) -> None:
    with pytest.raises(RuleBroken, match=said):
        steps_aside(here(*people), 12, who)


@pytest.mark.parametrize("number", [10, 12], ids=["the first §", "a § between"])
@pytest.mark.parametrize(
    "who",
    [
        pytest.param(_jav(MAX), id="a member"),
        pytest.param(_jav(MAX, replaced_by=SIV), id="a member whom a substitute replaces"),
        pytest.param(_jav(EVA), id="the chair"),
        pytest.param(_jav(EVA, replaced_by=MIA, chaired_by=LI), id="the chair, led by the second"),
        pytest.param(_jav(BO), id="the vice chair"),
    ],
)
def test_undone_it_is_as_if_nobody_had_stepped_aside(who: Disqualification, number: int) -> None:
    roster = settled(here(*ALL))

    aside, done = steps_aside(roster, number, who)

    assert settled(steps_back(aside, number, done)) == roster


def test_who_steps_aside_leaves_for_good_before_the_next_paragraph() -> None:
    roster, _ = steps_aside(here(*ALL), 12, _jav(MAX))

    roster = departs(roster, 13, MAX)

    assert [a.intervals for a in told(roster, MAX)] == [(Interval(None, 11),)]


def test_who_is_disqualified_does_not_come_in_during_the_paragraph() -> None:

    roster, _ = steps_aside(here(*ALL), 12, _jav(MAX))
    known = replace(roster, away=[(12, MAX)])

    with pytest.raises(RuleBroken, match="jävig i § 12"):
        arrives(known, 12, Arrival(MAX))


def test_one_who_was_disqualified_and_left_meanwhile_serves_again() -> None:
    """Only the § of the disqualification was missed (KL 5:20)."""
    roster, _ = steps_aside(here(*ALL), 12, _jav(MAX))
    gone = departs(roster, 13, MAX)
    known = replace(gone, away=[(12, MAX)])

    assert MAX in room(arrives(known, 13, Arrival(MAX)), 13).members


def test_somebody_chosen_leads_from_a_paragraph_on() -> None:
    roster = leads(here(EVA, BO, MAX), 12, MAX)

    assert [room(roster, n).chair for n in (11, 12, 13)] == [EVA, MAX, MAX]
    assert {(a.role, a.intervals) for a in told(roster, EVA)} == {
        (Role.CHAIR, (Interval(None, 11),)),
        (Role.MEMBER, (Interval(12, None),)),
    }


@pytest.mark.parametrize("who", [SIV, SUNE], ids=["does not serve", "is not there"])
def test_only_one_who_serves_leads(who: Person) -> None:
    with pytest.raises(RuleBroken, match="en av de tjänstgörande"):
        leads(here(*ALL), 12, who)
