"""What was tabled or referred back waits, and comes back with its papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from sqlmodel import col, select

from minutes.actions.agenda import Point, put_on_agenda, withdraw_item
from minutes.actions.bodies import establish_body
from minutes.actions.decisions import decide
from minutes.actions.enclosures import address, attach
from minutes.actions.items import take_up_item, write_section
from minutes.actions.returning import take_up_again
from minutes.domain.bodies import BodyKind
from minutes.domain.decisions import Decision, DecisionKind, DecisionPoint
from minutes.domain.sections import SectionKind
from minutes.store.item_records import items_of
from minutes.store.queries.pending import pending_items
from minutes.store.tables import AnnexKind, Item, Meeting, Recipient
from tests.actions.world import LATER, World, meeting_on

TO_ASSEMBLY = Decision(
    DecisionKind.PROPOSAL, (DecisionPoint("anta planen."),), to="Regionfullmäktige"
)


@pytest.fixture
def coming(world: World) -> Meeting:
    """A later meeting of the board, where the item of the world waits to come back."""
    world.item.tabled = True
    return meeting_on(world.session, world.board, date(2026, 4, 8))


def _waiting(world: World, meeting: Meeting) -> Sequence[int]:
    return [one.item for one in pending_items(world.session, meeting)]


def _again(world: World, meeting: Meeting) -> Item:
    return take_up_again(world.session, LATER, meeting, world.item)


@pytest.mark.parametrize("how", ["tabled", "referred_back"])
def test_what_was_put_off_waits(world: World, coming: Meeting, how: str) -> None:
    world.item.tabled, world.item.referred_back = how == "tabled", how == "referred_back"

    (waits,) = pending_items(world.session, coming)

    assert (waits.title, waits.dnr, waits.tabled) == (
        "Delårsrapport", ("0012-2026",), how == "tabled",
    )  # fmt: skip


def test_what_was_decided_does_not_wait(world: World, coming: Meeting) -> None:
    world.item.tabled = False

    assert _waiting(world, coming) == []


def test_what_is_put_off_at_the_meeting_itself_does_not_wait_there(
    world: World, coming: Meeting
) -> None:
    assert _waiting(world, world.meeting) == []


def test_what_came_back_in_its_matter_waits_no_more(world: World, coming: Meeting) -> None:
    take_up_item(world.session, LATER, coming, "Delårsrapporten", matters=[world.matter])

    assert _waiting(world, coming) == []


def test_what_is_taken_up_again_waits_no_more(world: World, coming: Meeting) -> None:
    _again(world, coming)

    assert _waiting(world, coming) == []


def test_what_was_withdrawn_again_waits_still(world: World, coming: Meeting) -> None:
    withdraw_item(world.session, LATER, _again(world, coming))

    assert _waiting(world, coming) == [world.item.id]


def test_what_the_body_above_referred_back_waits(world: World, coming: Meeting) -> None:
    world.item.tabled = False
    assembly = establish_body(
        world.session, LATER, world.organisation, "Regionfullmäktige", kind=BodyKind.ASSEMBLY
    )
    world.board.superior_id = assembly.id
    decide(world.session, LATER, world.item, TO_ASSEMBLY)
    above = take_up_item(
        world.session,
        LATER,
        meeting_on(world.session, assembly, date(2026, 3, 24)),
        "Delårsrapport",
        matters=[world.matter],
    )
    above.referred_back = True
    world.session.flush()

    assert _waiting(world, coming) == [above.id]


def test_it_comes_back_with_title_matter_and_papers(world: World, coming: Meeting) -> None:
    generated = {"kind": SectionKind.DELIBERATION, "heading": "Behandling", "text": "Yrkanden."}
    write_section(world.session, LATER, world.item, **generated, position=1)  # type: ignore[arg-type]  # as the action has them
    attach(world.session, LATER, world.item, "Karta", kind=AnnexKind.ANNEX, position=0)
    address(world.session, LATER, world.item, "Ekonomichefen", position=0)

    item = _again(world, coming)

    (record,) = items_of(world.session, [item], {item.id: 1})
    assert (record.title, record.dnr, item.from_item_id) == (
        "Delårsrapport", ("0012-2026",), world.item.id,
    )  # fmt: skip
    assert [s.text for s in record.sections] == ["Resultatet är bättre än väntat."]
    assert record.annexes == ("Karta",)
    assert record.recipients == ("Ekonomichefen",)


def test_the_papers_are_copies(world: World, coming: Meeting) -> None:
    address(world.session, LATER, world.item, "Ekonomichefen", position=0)

    item = _again(world, coming)

    owners = world.session.exec(select(Recipient.item_id).order_by(col(Recipient.id))).all()
    assert owners == [world.item.id, item.id]


def test_an_item_of_no_matter_waits_until_it_says_where_it_came_from(
    world: World, coming: Meeting
) -> None:
    item = put_on_agenda(world.session, LATER, world.meeting, Point("Val"))
    item.number, item.tabled = 2, True
    world.session.flush()
    before = item.id in _waiting(world, coming)

    take_up_again(world.session, LATER, coming, item)

    assert before
    assert item.id not in _waiting(world, coming)
