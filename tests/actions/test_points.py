"""What stands on an agenda is revised, and what always stands there is chosen."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlmodel import select

from minutes.actions.agenda import Point, put_on_agenda
from minutes.actions.items import open_matter
from minutes.actions.points import revise_point, set_standing_items, treat_matters
from minutes.domain.agenda import USUAL, Standing, StandingKind
from minutes.domain.errors import Outdated, RuleBroken
from minutes.store.agendas import items_on, standing_missing, standing_of
from minutes.store.item_records import dnr_of
from minutes.store.tables import Item, Matter, StandingItem
from tests.actions.world import LATER, World

ROLL_CALL = Standing(StandingKind.OTHER, "Upprop")
CLOSING = Standing(StandingKind.OTHER, "Avslutning", at_end=True)


def _put(world: World, title: str, standing: StandingKind | None = None) -> Item:
    return put_on_agenda(world.session, LATER, world.meeting, Point(title, standing))


def _titles(world: World) -> Sequence[str]:
    return [item.title for item in items_on(world.session, world.meeting)][1:]


def test_a_matter_stands_before_what_stands_last(world: World) -> None:
    for one in USUAL:
        _put(world, one.title, one.kind)

    _put(world, "Budget")

    assert _titles(world)[3:5] == ["Budget", "Delegationsbeslut"]


def test_what_stands_first_is_put_before_the_matters_but_after_numbers(world: World) -> None:
    _put(world, "Budget")
    _put(world, "Val av justerare", StandingKind.ADJUSTERS)

    assert _titles(world) == ["Val av justerare", "Budget"]
    assert items_on(world.session, world.meeting)[0].number == 1


def test_a_body_has_the_usual_items_until_it_chooses(world: World) -> None:
    assert standing_of(world.session, world.board.id) == USUAL

    set_standing_items(world.session, LATER, world.board, [ROLL_CALL, CLOSING])

    assert standing_of(world.session, world.board.id) == (ROLL_CALL, CLOSING)


def test_standing_items_of_its_own_have_their_places_too(world: World) -> None:
    set_standing_items(world.session, LATER, world.board, [ROLL_CALL, CLOSING])
    for one in (CLOSING, ROLL_CALL):
        _put(world, one.title, one.kind)

    _put(world, "Budget")

    assert _titles(world) == ["Upprop", "Budget", "Avslutning"]


def test_choosing_again_leaves_nothing_of_the_old(world: World) -> None:
    set_standing_items(world.session, LATER, world.board, USUAL)
    set_standing_items(world.session, LATER, world.board, [ROLL_CALL])

    assert len(world.session.exec(select(StandingItem)).all()) == 1


def test_what_is_on_the_agenda_already_is_not_missing(world: World) -> None:
    _put(world, USUAL[0].title, USUAL[0].kind)

    assert standing_missing(world.session, world.meeting) == USUAL[1:]


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        pytest.param([Standing(StandingKind.OTHER, " ")], "Rubriken saknas", id="no title"),
        pytest.param([ROLL_CALL, ROLL_CALL], "två gånger", id="twice"),
        pytest.param(
            [Standing(StandingKind.OTHER, f"Punkt {n}") for n in range(41)], "högst 40", id="many"
        ),
    ],
)
def test_standing_items_that_cannot_be_are_refused(
    world: World, standing: Sequence[Standing], said: str
) -> None:
    with pytest.raises(RuleBroken, match=said):
        set_standing_items(world.session, LATER, world.board, standing)


def test_a_point_gets_another_title_and_presenter(world: World) -> None:
    item = _put(world, "Budget")

    revise_point(
        world.session, LATER, item, Point("Budget 2027", presenter="Ulla Ny", is_election=True)
    )

    assert (item.title, item.presenter, item.is_election) == ("Budget 2027", "Ulla Ny", True)


def test_the_same_words_leave_no_entry(world: World) -> None:
    item, entries = _put(world, "Budget"), len(world.history())

    revise_point(world.session, LATER, item, Point("Budget"))

    assert len(world.history()) == entries


def test_a_point_that_somebody_else_changed_is_not_changed_blindly(world: World) -> None:
    item = _put(world, "Budget")
    seen = item.revision
    revise_point(world.session, LATER, item, Point("Budget 2027"))

    with pytest.raises(Outdated):
        revise_point(world.session, LATER, item, Point("Budget 2028"), seen=seen)
    assert item.title == "Budget 2027"


@pytest.mark.parametrize("presenter", ["a" * 501, "Ulla\nNy", "Ulla\x00"])
def test_a_presenter_that_cannot_be_printed_is_refused(world: World, presenter: str) -> None:
    with pytest.raises(RuleBroken, match="Föredragande"):
        put_on_agenda(world.session, LATER, world.meeting, Point("Val", presenter=presenter))


def test_an_item_treats_the_matters_that_are_told_and_no_others(world: World) -> None:
    def opened(dnr: str) -> Matter:
        return open_matter(world.session, LATER, world.organisation, dnr, "Buss")

    first, second = opened("RS 2026/7"), opened("KTN-12.3")
    item = _put(world, "Buss")

    treat_matters(world.session, LATER, item, [first, second])
    treat_matters(world.session, LATER, item, [second])
    entries = len(world.history())
    treat_matters(world.session, LATER, item, [second])

    assert dnr_of(world.session, [item.id]) == {item.id: ("KTN-12.3",)}
    assert len(world.history()) == entries


@pytest.mark.parametrize("dnr", ["a" * 101, "0012\n2026"])
def test_a_number_of_reference_that_cannot_be_printed_is_refused(world: World, dnr: str) -> None:
    with pytest.raises(RuleBroken, match="Diarienumret"):
        open_matter(world.session, LATER, world.organisation, dnr, "Buss")
