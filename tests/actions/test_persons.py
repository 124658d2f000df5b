"""Persons and mandates are entered."""

from __future__ import annotations

from datetime import date

from minutes.actions.bodies import found_organisation
from minutes.actions.persons import Seat, give_mandate, register_person
from minutes.domain.attendance import Role
from tests.actions.world import ACT, World
from tests.domain.people import EVA


def test_namesakes_have_addresses_of_their_own(world: World) -> None:
    one, two, three = (
        register_person(world.session, ACT, world.organisation, name)
        for name in ("Åsa Lind", "Åsa Lind", "Asa Lind")
    )

    assert (one.slug, two.slug, three.slug) == ("asa-lind", "asa-lind-2", "asa-lind-3")


def test_a_name_that_begins_another_is_free(world: World) -> None:
    register_person(world.session, ACT, world.organisation, "Åsa Lindberg")

    person = register_person(world.session, ACT, world.organisation, "Åsa Lind")

    assert person.slug == "asa-lind"


def test_a_namesake_in_another_organisation_has_an_address_of_their_own(world: World) -> None:
    other = found_organisation(world.session, ACT, "Region Fjällmark")

    theirs = register_person(world.session, ACT, other, "Eva Ek")

    assert theirs.slug != world.people[EVA].slug


def test_a_mandate_keeps_role_party_days_and_order(world: World) -> None:
    seat = Seat(Role.SUBSTITUTE, "S", date(2022, 10, 15), date(2026, 10, 14), 3)

    mandate = give_mandate(world.session, ACT, world.people[EVA], world.board, seat=seat)

    assert (mandate.body_id, mandate.person_id) == (world.board.id, world.people[EVA].id)
    assert (mandate.role, mandate.party, mandate.substitution_order) == (Role.SUBSTITUTE, "S", 3)
    assert (mandate.begins_on, mandate.ends_on) == (seat.begins_on, seat.ends_on)
