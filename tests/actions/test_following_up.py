"""Assignments are handled, reported on, and closed by a §."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.actions.bodies import establish_body
from minutes.actions.decisions import decide
from minutes.actions.ending import close_assignment, reopen_assignment
from minutes.actions.following_up import (
    handle_assignment,
    report_measure,
    revise_measure,
)
from minutes.actions.items import take_up_item
from minutes.domain.assignments import AssignmentStatus
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import Outdated, RuleBroken
from minutes.domain.following_up import Handling
from minutes.store import tables as t
from tests.actions.followed_up import ENDS, given, given_by_point
from tests.actions.world import ACT, DAY, LATER, World, meeting_on

S = AssignmentStatus


def _item_on(
    world: World, day: date, *, body: t.Body | None = None, decides: bool = True
) -> t.Item:
    meeting = meeting_on(world.session, body or world.board, day)
    item = take_up_item(world.session, ACT, meeting, "Redovisning av uppdrag")
    if decides:
        decide(world.session, ACT, item, ENDS)
    return item


def test_each_report_stays_and_the_assignment_is_reported(world: World) -> None:
    one, later = given(world), _item_on(world, date(2026, 4, 8))

    first = report_measure(world.session, ACT, one, world.item, "Påbörjat.")
    second = report_measure(world.session, LATER, one, later, "Nästan klart.")

    assert [(m.item_id, m.text) for m in (first, second)] == [
        (world.item.id, "Påbörjat."),
        (later.id, "Nästan klart."),
    ]
    assert one.status is S.REPORTED


def test_a_later_report_takes_a_proposal_to_close_back(world: World) -> None:
    one, later = given(world), _item_on(world, date(2026, 4, 8))

    report_measure(world.session, ACT, one, world.item, "Klart.", proposes_closing=True)
    assert one.status is S.PROPOSED_FOR_CLOSING
    report_measure(world.session, LATER, one, later, "Det var inte klart.")

    assert one.status is S.REPORTED


def test_a_second_report_to_the_same_meeting_is_refused(world: World) -> None:
    one = given(world)
    report_measure(world.session, ACT, one, world.item, "Påbörjat.")

    with pytest.raises(RuleBroken, match=r"^Uppdraget är redan redovisat till sammanträdet"):
        report_measure(world.session, ACT, one, world.item, "Klart.")


def test_a_report_is_mended_and_the_history_keeps_how_it_read(world: World) -> None:
    one = given(world)
    measure = report_measure(world.session, ACT, one, world.item, "Påbörjat.")

    revise_measure(world.session, LATER, measure, "Klart.", proposes_closing=True, seen=1)

    assert (measure.text, one.status) == ("Klart.", S.PROPOSED_FOR_CLOSING)
    assert "Påbörjat." in world.history()[-1].details


def test_a_report_is_mended_from_its_last_wording_only(world: World) -> None:
    measure = report_measure(world.session, ACT, given(world), world.item, "Påbörjat.")
    revise_measure(world.session, LATER, measure, "Klart.", proposes_closing=False, seen=1)

    with pytest.raises(Outdated):
        revise_measure(world.session, ACT, measure, "Vilar.", proposes_closing=False, seen=1)


def test_minutes_that_wait_for_adjustment_take_no_report(world: World) -> None:
    world.meeting.submitted_at = LATER.at

    with pytest.raises(RuleBroken, match="sänt till justering"):
        report_measure(world.session, ACT, given(world), world.item, "Klart.")


def test_a_closed_assignment_names_the_item_that_closed_it(world: World) -> None:
    one, later = given_by_point(world), _item_on(world, date(2026, 4, 8))
    world.session.expire_all()

    close_assignment(world.session, ACT, one, later)

    world.session.refresh(one)
    assert (one.status, one.closed_by_id) == (S.CLOSED, later.id)


@pytest.mark.parametrize(
    ("day", "decides", "sentence"),
    [
        pytest.param(date(2026, 4, 8), False, "avslutas genom beslut", id="it decides nothing"),
        pytest.param(date(2026, 1, 14), True, "ett senare sammanträde", id="an earlier meeting"),
    ],
)
def test_a_paragraph_that_does_not_decide_it_closes_nothing(
    world: World, day: date, decides: bool, sentence: str
) -> None:
    one, item = given_by_point(world), _item_on(world, day, decides=decides)

    with pytest.raises(RuleBroken, match=sentence):
        close_assignment(world.session, ACT, one, item)


def test_another_body_closes_nothing(world: World) -> None:
    other = establish_body(
        world.session, ACT, world.organisation, "Vårdnämnden", kind=BodyKind.COMMITTEE
    )

    with pytest.raises(RuleBroken, match="det organ som gav det"):
        close_assignment(
            world.session, ACT, given_by_point(world), _item_on(world, date(2026, 4, 8), body=other)
        )


def test_a_closed_assignment_takes_no_more(world: World) -> None:
    one, item = given(world), _item_on(world, date(2026, 4, 8))
    measure = report_measure(world.session, ACT, one, world.item, "Påbörjat.")
    close_assignment(world.session, ACT, one, item)
    before = len(world.history())

    for refused in (
        lambda: report_measure(world.session, ACT, one, item, "Klart."),
        lambda: revise_measure(world.session, ACT, measure, "Nej.", proposes_closing=False),
        lambda: close_assignment(world.session, ACT, one, item),
        lambda: handle_assignment(world.session, ACT, one, Handling("Ekonomichefen")),
    ):
        with pytest.raises(RuleBroken, match=r"^Uppdraget är avslutat\. Ge ett nytt"):
            refused()

    assert len(world.history()) == before


def test_one_closed_by_mistake_is_opened_as_it_was_reported(world: World) -> None:
    one, item = given(world), _item_on(world, date(2026, 4, 8))
    report_measure(world.session, ACT, one, world.item, "Klart.", proposes_closing=True)
    close_assignment(world.session, ACT, one, item)

    reopen_assignment(world.session, LATER, one)

    assert (one.status, one.closed_by_id) == (S.PROPOSED_FOR_CLOSING, None)


def test_who_handles_it_is_entered_once_and_changed(world: World) -> None:
    one = given(world)

    handle_assignment(world.session, ACT, one, Handling("Ekonomichefen"), seen=0)
    with pytest.raises(Outdated):
        handle_assignment(world.session, LATER, one, Handling("Vårdchefen"), seen=0)
    row = handle_assignment(world.session, LATER, one, Handling("Vårdchefen", "Vården"), seen=1)

    assert (row.handler, row.division, row.revision) == ("Vårdchefen", "Vården", 2)


def test_a_supplement_belongs_to_an_earlier_assignment(world: World) -> None:
    first, second = given(world), given(world, DAY)

    row = handle_assignment(world.session, ACT, second, Handling(supplements=first.id))

    assert row.supplements_id == first.id
    for one, other in ((first, second), (first, first)):
        with pytest.raises(RuleBroken, match="ett tidigare uppdrag"):
            handle_assignment(world.session, ACT, one, Handling(supplements=other.id))
