"""Organisations, parties and bodies come to be."""

from __future__ import annotations

import pytest

from minutes.actions.bodies import RESERVED, establish_body, found_organisation, name_party
from minutes.domain.bodies import BodyKind
from minutes.domain.errors import RuleBroken
from tests.actions.world import ACT, World


def test_a_body_knows_its_organisation_seats_and_superior(world: World) -> None:
    board = establish_body(
        world.session,
        ACT,
        world.organisation,
        "Patientnämnden",
        kind=BodyKind.COMMITTEE,
        seats=11,
        superior=world.board,
    )

    assert board.organisation_id == world.organisation.id
    assert (board.kind, board.seats) == (BodyKind.COMMITTEE, 11)
    assert board.superior_id == world.board.id


@pytest.mark.parametrize("name", ["Personer", "Uppdrag", "Static", "Motioner"])
def test_a_body_does_not_take_the_address_of_a_page(world: World, name: str) -> None:
    kind = BodyKind.COMMITTEE
    body = establish_body(world.session, ACT, world.organisation, name, kind=kind)

    assert name.lower() in RESERVED
    assert body.slug == f"{name.lower()}-2"


def test_bodies_of_a_name_have_addresses_of_their_own(world: World) -> None:
    other = found_organisation(world.session, ACT, "Region Fjällmark")

    body = establish_body(world.session, ACT, other, "Regionstyrelsen", kind=BodyKind.BOARD)

    assert world.board.slug == "regionstyrelsen"
    assert body.slug == "regionstyrelsen-2"


@pytest.mark.parametrize("name", ["", "  ", "2026", "– / –"])
def test_a_name_without_letters_is_no_bodys(world: World, name: str) -> None:
    before = len(world.history())

    with pytest.raises(RuleBroken) as refused:
        establish_body(world.session, ACT, world.organisation, name, kind=BodyKind.BOARD)

    assert refused.value.sentence == (
        f"”{name}” är inget namn på ett organ. Ange till exempel Regionstyrelsen."
    )
    assert len(world.history()) == before


def test_a_party_is_named_as_the_minutes_abbreviate_it(world: World) -> None:
    party = name_party(world.session, ACT, world.organisation, "HÄ", "Hela Älvmark")

    assert (party.abbreviation, party.name) == ("HÄ", "Hela Älvmark")
    assert party.organisation_id == world.organisation.id
