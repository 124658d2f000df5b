"""The minutes are sent to adjustment once nothing is open, and taken back until then."""

from __future__ import annotations

import pytest

from minutes.actions.adjustments import adjust
from minutes.actions.agenda import Point, put_on_agenda
from minutes.actions.items import revise_text
from minutes.actions.submitting import submit_minutes, take_back_minutes
from minutes.domain.adjustment import Signature
from minutes.domain.errors import RuleBroken
from minutes.domain.findings import Finding, Place, Weight
from tests.actions.world import DAY, LATER, World

GAP = Finding(Weight.GAP, "decision_is_told", "Beslutet saknas.", Place.DECISION, 1)
HINT = Finding(Weight.HINT, "loser_reserves", "Ingen reserverade sig.", Place.RESERVATIONS, 1)


@pytest.fixture
def held(world: World) -> World:
    """The meeting is opened, and its items have their numbers."""
    world.meeting.opened_at = "09:00"
    world.session.flush()
    return world


def test_minutes_are_submitted_and_then_closed_to_changes(held: World) -> None:
    submit_minutes(held.session, LATER, held.meeting, found=[HINT])

    assert held.meeting.submitted_at == LATER.at
    with pytest.raises(RuleBroken, match="sänt till justering"):
        put_on_agenda(held.session, LATER, held.meeting, Point("Val"))


def test_a_gap_stops_them(held: World) -> None:
    with pytest.raises(RuleBroken, match="Den första gäller § 1: Beslutet saknas"):
        submit_minutes(held.session, LATER, held.meeting, found=[GAP])


def test_an_item_that_waits_stops_them(held: World) -> None:
    put_on_agenda(held.session, LATER, held.meeting, Point("Val"))

    with pytest.raises(RuleBroken, match="Det första är ”Val”"):
        submit_minutes(held.session, LATER, held.meeting, found=[])


def test_a_meeting_that_was_not_opened_has_none(world: World) -> None:
    with pytest.raises(RuleBroken, match="inte öppnat"):
        submit_minutes(world.session, LATER, world.meeting, found=[])


def test_two_wordings_in_a_text_stop_them_until_one_is_chosen(held: World) -> None:
    revise_text(held.session, LATER, held.section, "I [[åtta || nio]] år.")

    with pytest.raises(RuleBroken, match="två lydelser"):
        submit_minutes(held.session, LATER, held.meeting, found=[])
    revise_text(held.session, LATER, held.section, "I nio [[år]].")
    submit_minutes(held.session, LATER, held.meeting, found=[])


def test_they_are_taken_back(held: World) -> None:
    submit_minutes(held.session, LATER, held.meeting, found=[])

    take_back_minutes(held.session, LATER, held.meeting)

    assert held.meeting.submitted_at is None
    put_on_agenda(held.session, LATER, held.meeting, Point("Val"))


def test_what_was_not_sent_is_not_taken_back(held: World) -> None:
    with pytest.raises(RuleBroken, match="inte sänt"):
        take_back_minutes(held.session, LATER, held.meeting)


def test_what_is_adjusted_is_not_taken_back(held: World) -> None:
    adjust(held.session, LATER, held.meeting, signed=(Signature("Eva Ek", "S", DAY),))

    with pytest.raises(RuleBroken, match="justerat"):
        take_back_minutes(held.session, LATER, held.meeting)
