"""The minutes are sent to adjustment once nothing is open, and taken back until then."""

from __future__ import annotations

import pytest
from sqlmodel import select

from minutes.actions.adjustments import adjust
from minutes.actions.agenda import Point, put_on_agenda
from minutes.actions.items import revise_text
from minutes.actions.submitting import send_at_once, sent_edition, submit_minutes, withdraw_edition
from minutes.domain.adjustment import Signature
from minutes.domain.editions import EditionScope
from minutes.domain.errors import RuleBroken
from minutes.domain.findings import Finding, Place, Weight
from minutes.store.tables import Adjuster
from minutes.store.tallies import items_in
from tests.actions.submitted import asked, printed, send, staffed
from tests.actions.world import DAY, LATER, World

GAP = Finding(Weight.GAP, "decision_is_told", "Beslutet saknas.", Place.DECISION, 1)
HINT = Finding(Weight.HINT, "loser_reserves", "Ingen reserverade sig.", Place.RESERVATIONS, 1)


@pytest.fixture
def held(world: World) -> World:
    """The meeting is opened and led, its items have their numbers, and an adjuster is elected."""
    staffed(world, world.meeting)
    world.session.flush()
    return world


def _submit(held: World, *found: Finding) -> None:
    file = printed(held, held.meeting, f"c{len(held.history()):063d}")
    submit_minutes(held.session, LATER, held.meeting, found=found, document=file)


def test_minutes_are_submitted_and_then_closed_to_changes(held: World) -> None:
    _submit(held, HINT)

    assert held.meeting.submitted_at == LATER.at
    with pytest.raises(RuleBroken, match="sänt till justering"):
        put_on_agenda(held.session, LATER, held.meeting, Point("Val"))


def test_what_was_sent_keeps_its_file_its_paragraphs_and_its_signers(held: World) -> None:
    edition = send(held, held.meeting)

    assert (edition.scope, edition.number) == (EditionScope.WHOLE, 1)
    assert items_in(held.session, edition) == [held.item]
    people = asked(held, edition)
    assert [one.role.value for one in people.values()] == ["chair", "adjuster"]
    assert [one.person_id for one in people.values()] == [
        one.id for name, one in held.people.items() if name.name in people
    ]


def test_a_gap_stops_them(held: World) -> None:
    with pytest.raises(RuleBroken, match="Den första gäller § 1: Beslutet saknas"):
        _submit(held, GAP)


def test_an_item_that_waits_stops_them(held: World) -> None:
    put_on_agenda(held.session, LATER, held.meeting, Point("Val"))

    with pytest.raises(RuleBroken, match="Det första är ”Val”"):
        _submit(held)


def test_a_meeting_that_was_not_opened_has_none(world: World) -> None:
    with pytest.raises(RuleBroken, match="inte öppnat"):
        _submit(world)


def test_minutes_that_nobody_was_elected_to_adjust_are_not_sent(held: World) -> None:
    for row in held.session.exec(select(Adjuster)).all():
        held.session.delete(row)

    with pytest.raises(RuleBroken, match="Ingen är vald att justera"):
        _submit(held)


def test_two_wordings_in_a_text_stop_them_until_one_is_chosen(held: World) -> None:
    revise_text(held.session, LATER, held.section, "I [[åtta || nio]] år.")

    with pytest.raises(RuleBroken, match="två lydelser"):
        _submit(held)
    revise_text(held.session, LATER, held.section, "I nio [[år]].")
    _submit(held)


def test_what_is_taken_back_and_sent_again_is_a_later_version(held: World) -> None:
    first = send(held, held.meeting)

    withdraw_edition(held.session, LATER, sent_edition(held.session, held.meeting))

    assert first.withdrawn_at == LATER.at
    assert (held.meeting.submitted_at, held.meeting.version) == (None, 2)
    put_on_agenda(held.session, LATER, held.meeting, Point("Val")).number = 2
    assert send(held, held.meeting).number == 2
    assert held.meeting.version == 2


def test_what_was_not_sent_is_not_taken_back(held: World) -> None:
    with pytest.raises(RuleBroken, match="inte sänt"):
        sent_edition(held.session, held.meeting)


def test_what_was_taken_back_is_not_taken_back_again(held: World) -> None:
    edition = withdraw_edition(held.session, LATER, send(held, held.meeting))

    with pytest.raises(RuleBroken, match="inte sänt"):
        withdraw_edition(held.session, LATER, edition)


def test_what_is_adjusted_is_not_taken_back(held: World) -> None:
    adjust(held.session, LATER, held.meeting, signed=(Signature("Eva Ek", "S", DAY),))

    with pytest.raises(RuleBroken, match="justerat"):
        sent_edition(held.session, held.meeting)


def test_a_paragraph_is_sent_to_immediate_adjustment_once(held: World) -> None:
    put_on_agenda(held.session, LATER, held.meeting, Point("Val"))
    file = printed(held, held.meeting)

    edition = send_at_once(held.session, LATER, held.meeting, [held.item], found=[], document=file)

    assert edition.scope is EditionScope.IMMEDIATE
    assert held.meeting.submitted_at is None, "the meeting goes on"
    with pytest.raises(RuleBroken, match="§ 1 är redan sänd"):
        send_at_once(held.session, LATER, held.meeting, [held.item], found=[], document=file)


def test_only_closed_and_sound_paragraphs_are_adjusted_immediately(held: World) -> None:
    waiting = put_on_agenda(held.session, LATER, held.meeting, Point("Val"))
    here = (held.session, LATER, held.meeting)
    file = printed(held, held.meeting)

    for items, found, words in (
        ([waiting], [], "”Val” är inte avslutad"),
        ([held.item], [GAP], "§ 1: Beslutet saknas"),
        ([], [], "Välj de paragrafer"),
    ):
        with pytest.raises(RuleBroken, match=words):
            send_at_once(*here, items, found=found, document=file)
