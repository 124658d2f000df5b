"""A person's page counts the meetings that they were at, and those that they missed."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.actions.persons import Seat, give_mandate
from minutes.domain.attendance import Role
from minutes.store.queries.presence import YearOfPresence, presence_of
from minutes.store.tables import Attendance
from tests.actions.world import ACT, World, meeting_on
from tests.domain.people import BO, EVA


def _seat(world: World, role: Role, ends_on: date | None = None) -> None:
    seat = Seat(party="S", role=role, begins_on=date(2024, 6, 1), ends_on=ends_on)
    give_mandate(world.session, ACT, world.people[EVA], world.board, seat=seat)


def _meet(world: World, day: date, **there: bool) -> None:
    """A meeting at which Bo Alm served, and others so or not."""
    meeting = meeting_on(world.session, world.board, day)
    for position, (name, serves) in enumerate({"bo": True, **there}.items()):
        who = EVA if name == "eva" else BO
        row = Attendance(
            meeting_id=meeting.id, person_id=world.people[who].id, position=position,
            name=who.name, role=Role.MEMBER, serves=serves,
        )  # fmt: skip
        world.session.add(row)
    world.session.flush()


def _years(world: World) -> tuple[YearOfPresence, ...]:
    return presence_of(world.session, world.people[EVA].id).years


def test_each_year_tells_what_was_served_at_and_what_was_missed(world: World) -> None:
    _seat(world, Role.MEMBER, ends_on=date(2025, 3, 1))
    _meet(world, date(2024, 5, 1))
    _meet(world, date(2024, 9, 1), eva=True)
    _meet(world, date(2024, 10, 1), eva=False)
    _meet(world, date(2025, 3, 1))
    _meet(world, date(2025, 4, 1))

    assert _years(world) == (YearOfPresence(2025, 0, 0, 1), YearOfPresence(2024, 1, 1, 0))


@pytest.mark.parametrize("role", [Role.SUBSTITUTE, Role.CHAIR])
def test_only_who_is_expected_can_be_missed(role: Role, world: World) -> None:
    _seat(world, role)
    _meet(world, date(2025, 4, 1))

    assert sum(one.missed for one in _years(world)) == (role is Role.CHAIR)


def test_a_meeting_at_which_nobody_is_noted_yet_is_missed_by_nobody(world: World) -> None:
    _seat(world, Role.MEMBER)
    meeting_on(world.session, world.board, date(2025, 4, 1))

    assert _years(world) == ()
