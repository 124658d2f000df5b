"""The invented region: three bodies, six parties, and seats that are held."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from minutes.demonstration.region import MandateOf, Misdescribed, Region, region
from minutes.domain.attendance import Role
from minutes.domain.bodies import BodyKind
from minutes.domain.persons import CHAIR, NATIONAL_PARTIES, Person
from minutes.domain.record import Protocol

_LEADERS = (Role.CHAIR, Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR)


@pytest.fixture(scope="module")
def where() -> Region:
    return region()


def _serving(mandates: tuple[MandateOf, ...]) -> list[MandateOf]:
    return [m for m in mandates if m.role is not Role.SUBSTITUTE]


def test_there_is_one_body_of_each_kind(where: Region) -> None:
    assert sorted(body.kind for body in where.bodies) == sorted(BodyKind)


def test_the_board_has_fifteen_seats_and_stands_below_the_assembly(where: Region) -> None:
    kinds = {body.kind: body for body in where.bodies}
    board, assembly = kinds[BodyKind.BOARD], kinds[BodyKind.ASSEMBLY]

    assert board.seats == 15
    assert board.superior == kinds[BodyKind.COMMITTEE].superior == assembly.name
    assert assembly.superior is None


def test_six_parties_sit_there_and_one_of_them_only_there(where: Region) -> None:
    assert len(where.parties) == 6
    assert len(where.parties.keys() - NATIONAL_PARTIES.keys()) == 1
    assert {person.party for person in where.persons.values()} == set(where.parties)


def test_eleven_motions_are_raised_in_the_assembly(where: Region) -> None:
    assert len(where.motions) == 11
    assert len({motion.number for motion in where.motions}) == 11
    assert all(motion.movers and motion.clauses for motion in where.motions)


def test_every_seat_is_held_at_every_meeting(
    where: Region, protocols: tuple[Protocol, ...]
) -> None:
    seats = {body.name: body.seats for body in where.bodies}
    held = {
        (p.body, p.date): len(_serving(where.members(p.body or "", p.date or date.min)))
        for p in protocols
    }

    assert {key: n for key, n in held.items() if n != seats[key[0] or ""]} == {}


def test_each_body_has_substitutes_in_their_partys_order(where: Region) -> None:
    day = date(2025, 6, 1)
    for body in where.bodies:
        substitutes = [m for m in where.members(body.name, day) if m.role is Role.SUBSTITUTE]
        places = Counter((m.person.party, m.order) for m in substitutes)

        assert substitutes
        assert max(places.values()) == 1
        assert all(m.order is not None for m in substitutes)


def test_each_body_has_one_chair_and_two_vice_chairs(where: Region) -> None:
    for body in where.bodies:
        roles = Counter(m.role for m in where.members(body.name, date(2025, 6, 1)))

        assert [roles[role] for role in _LEADERS] == [1, 1, 1]


def test_a_seat_changes_hands_during_a_term(where: Region) -> None:
    last_day = date(2026, 10, 14)
    changes = {m.ends_on for m in where.mandates if m.ends_on and m.ends_on < last_day}
    begun = {m.begins_on for m in where.mandates}

    assert any(end + timedelta(days=1) in begun for end in changes)


@pytest.mark.parametrize(
    ("name", "who"),
    [
        pytest.param("Ordföranden", CHAIR, id="the acting chair"),
        pytest.param("(S)", Person(None, "S"), id="a party group"),
        pytest.param("Tommy Bladh", Person("Tommy Bladh", "SD"), id="a person"),
    ],
)
def test_a_name_stands_for_somebody(where: Region, name: str, who: Person) -> None:
    assert where.person(name) == who


@pytest.mark.parametrize("name", ["Kalle Anka", "(XYZ)", ""])
def test_a_name_of_nobody_is_misdescribed(where: Region, name: str) -> None:
    with pytest.raises(Misdescribed, match="is no person of the region"):
        where.person(name)
