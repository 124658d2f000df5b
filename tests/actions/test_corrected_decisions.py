"""Decisions and votes are corrected as obvious slips, or where a later § decides anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.actions.certifying import Certified, say
from minutes.actions.correcting import Wanted, propose_vote, propose_words
from minutes.domain.correcting import as_of
from minutes.domain.corrections import CorrectedVote
from minutes.domain.errors import RuleBroken
from minutes.store import tables as t
from minutes.store.queries.deed_kinds import DeedKind
from minutes.store.queries.deeds import DeedSearch, deeds_of
from minutes.store.records import protocol_of
from tests.actions.corrected import (
    CAST,
    HELD,
    RECOUNTED,
    SLIP,
    Minutes,
    adjusted_minutes,
    certified,
)
from tests.actions.world import LATER, World
from tests.domain.people import BO, EVA

PLAIN = Wanted("Skrivfel.")


@pytest.fixture
def minutes(world: World) -> Minutes:
    """Minutes that are adjusted."""
    return adjusted_minutes(world)


def _say(world: World, proposal: t.CorrectionProposal, *said: Certified) -> None:
    for one in said:
        say(world.session, LATER, proposal, one)


def test_a_decision_is_corrected_only_where_each_calls_it_a_slip(
    world: World, minutes: Minutes
) -> None:
    act = (world.session, LATER, minutes.item)
    with pytest.raises(RuleBroken, match="ändrar ett beslut"):
        propose_words(*act, "sägs upp", "förlängs", PLAIN)

    proposal = propose_words(*act, "sägs upp", "sägs  upp", SLIP)

    with pytest.raises(RuleBroken, match="uppenbart skrivfel"):
        _say(world, proposal, certified(EVA))
    _say(world, proposal, certified(EVA, is_slip=True), certified(BO, is_slip=True))


def test_a_decision_is_corrected_where_a_later_paragraph_decides_anew(
    world: World, minutes: Minutes
) -> None:
    later = adjusted_minutes(world, HELD.replace(day=27)).item
    anew = replace(PLAIN, decided_anew=later)

    act = (world.session, LATER, minutes.item)
    proposal = propose_words(*act, "sägs upp", "förlängs", anew)
    _say(world, proposal, certified(EVA), certified(BO))

    (made,) = protocol_of(world.session, minutes.meeting).items[0].corrections
    assert made.decided_anew == f"Regionstyrelsen 2026-02-27 § {later.number}"


def test_what_decides_anew_is_later_and_adjusted(world: World, minutes: Minutes) -> None:
    act = (world.session, LATER, minutes.item)
    earlier = adjusted_minutes(world, HELD.replace(day=20)).item

    with pytest.raises(RuleBroken, match="senare sammanträde"):
        propose_words(*act, "sägs upp", "förlängs", replace(PLAIN, decided_anew=earlier))


def test_minutes_that_are_not_adjusted_are_not_corrected(world: World) -> None:
    with pytest.raises(RuleBroken, match="inte justerat"):
        propose_words(world.session, LATER, world.item, "bättre", "sämre", PLAIN)


def test_a_corrected_vote_is_told_as_it_is_and_what_it_was_stands_beside(
    world: World, minutes: Minutes
) -> None:
    act = (world.session, LATER, minutes.item)
    proposal = propose_vote(*act, minutes.vote, RECOUNTED, SLIP)
    _say(world, proposal, certified(EVA, is_slip=True), certified(BO, is_slip=True))

    told = protocol_of(world.session, minutes.meeting)
    (item,) = told.items
    assert item.votes == (RECOUNTED,)
    assert item.corrections[0].corrected_vote == CorrectedVote(0, CAST, RECOUNTED)
    assert as_of(told, 1).items[0].votes == (CAST,)
    world.session.refresh(minutes.vote)
    assert (minutes.vote.yes, minutes.vote.no) == (2, 0), "the frozen row stays"


def test_a_corrected_ballot_is_told_on_the_page_of_the_person(
    world: World, minutes: Minutes
) -> None:
    act = (world.session, LATER, minutes.item)
    proposal = propose_vote(*act, minutes.vote, RECOUNTED, SLIP)
    _say(world, proposal, certified(EVA, is_slip=True), certified(BO, is_slip=True))

    search = DeedSearch(DeedKind.BALLOT)
    (deed,) = deeds_of(world.session, world.people[BO].id, search, 8)

    assert deed.sort == "abstain"


def test_a_vote_is_corrected_again_from_what_it_has_become(world: World, minutes: Minutes) -> None:
    act = (world.session, LATER, minutes.item)
    for after in (RECOUNTED, CAST):
        proposal = propose_vote(*act, minutes.vote, after, SLIP)
        _say(world, proposal, certified(EVA, is_slip=True), certified(BO, is_slip=True))

    told = protocol_of(world.session, minutes.meeting)
    assert [as_of(told, n).items[0].votes for n in (1, 2, 3)] == [(CAST,), (RECOUNTED,), (CAST,)]
