"""Who is in the room for a §, as the rows of a meeting tell it."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.actions.rooms import present_in, room_of
from minutes.domain.bodies import BodyKind
from minutes.domain.disqualifications import Disqualification
from minutes.domain.persons import Person
from minutes.domain.record import Item
from minutes.store.records import find_bodies, meeting_of, protocol_of
from minutes.store.seated import Seated, seated
from minutes.store.session import db
from minutes.store.tables import Meeting
from tests.databases import Register, opened

BOARD_DAY = date(2026, 4, 8)


def _meeting(body: str, day: date) -> Meeting:
    found = meeting_of(db.session, find_bodies(db.session, body)[0], day)
    assert found is not None
    return found


def _where(body: str, day: date, has: str) -> tuple[Item, Seated]:
    """The first § of a meeting that has something, and its room."""
    meeting = _meeting(body, day)
    items = protocol_of(db.session, meeting).items
    item = next(item for item in items if getattr(item, has))
    return item, seated(db.session, meeting, item.number)


def test_who_is_disqualified_is_away_and_the_substitute_sits(demo_register: Register) -> None:
    with opened(demo_register):
        item, room = _where("Regionstyrelsen", BOARD_DAY, "disqualified")

    one: Disqualification = item.disqualified[0]
    assert room.disqualified == (one.person,)
    assert one.person not in room.members
    assert one.replaced_by in room.members
    assert len(room.members) == room.seats == 15
    assert room.quorum.is_held


def test_those_who_stand_aside_are_among_the_serving(demo_register: Register) -> None:
    with opened(demo_register):
        item, room = _where("Regionfullmäktige", date(2025, 4, 29), "stands_aside")

    assert set(room.stood_aside) == set(item.stands_aside)
    assert set(room.stood_aside) < set(room.members)


def test_actions_are_told_who_may_act_and_how_many_they_are(demo_register: Register) -> None:
    with opened(demo_register):
        item, room = _where("Regionfullmäktige", date(2025, 4, 29), "stands_aside")
        present, counted = present_in(room), room_of(room)

    assert present.serving == room.members
    assert present.stood_aside == room.stood_aside
    assert counted is not None
    assert (counted.kind, counted.present) == (BodyKind.ASSEMBLY, len(room.members))
    assert counted.away == len(item.disqualified)


def test_everybody_who_serves_has_a_person_in_the_register(demo_register: Register) -> None:
    with opened(demo_register):
        room = seated(db.session, _meeting("Regionstyrelsen", BOARD_DAY), 17)
        people = room.people or {}

    assert room.members
    assert {who.name for who in room.members} == {people[who].name for who in room.members}


def test_who_has_a_mandate_is_known_before_the_roll_is_called(demo_register: Register) -> None:
    with opened(demo_register):
        session = db.session
        body = find_bodies(session, "Regionstyrelsen")[0]
        meeting = Meeting(body_id=body.id, held_on=date(2026, 12, 9))
        session.add(meeting)
        session.flush()
        room = seated(session, meeting, 105)
        session.rollback()

    assert room.members == ()
    assert Person("Marie Sandelius", "S") in (room.people or {})
    assert (present_in(room).serving, room_of(room)) == (None, None)


@pytest.mark.parametrize("number", [1, 999])
def test_a_number_that_no_item_has_tells_no_disqualification(
    demo_register: Register, number: int
) -> None:
    with opened(demo_register):
        room = seated(db.session, _meeting("Regionstyrelsen", BOARD_DAY), number)

    assert room.disqualified == ()
