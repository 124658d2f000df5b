"""The actions by which minutes come to the web at work once, as calls and their entries."""

from __future__ import annotations

from datetime import date
from functools import partial

from minutes.actions import publishing
from minutes.domain.publishing import Publishing, Ruling
from minutes.store import tables as t
from tests.actions.accounts import Call
from tests.actions.world import LATER, World

DECIDED = "2020-06-17 § 45"


def _held(world: World, day: date) -> t.Meeting:
    """A meeting whose minutes are adjusted."""
    meeting = t.Meeting(body_id=world.board.id, held_on=day)
    world.session.add(meeting)
    world.session.flush()
    world.session.add(t.Adjustment(meeting_id=meeting.id, adjusted_on=day))
    world.session.flush()
    return meeting


def published(world: World) -> dict[str, Call]:
    """What happens to what the web shows."""
    act = (world.session, LATER)
    world.board.publishing, world.board.publishing_decision = Publishing.REVIEWED, DECIDED
    one, two = _held(world, date(2020, 1, 8)), _held(world, date(2020, 2, 12))
    there = publishing.publish_as_it_is(*act, two)
    never = (Publishing.NEVER, "")
    return {
        "chose publishing of body": partial(
            publishing.choose_publishing, *act, world.board, *never
        ),
        "ruled on mask": partial(
            publishing.rule_on, *act, one, "Ann Lind", Ruling.MASKED, "Enskild person"
        ),
        "approved public_copy": partial(publishing.approve_copy, *act, one),
        "taken in as public public_copy": partial(publishing.publish_as_it_is, *act, one),
        "taken off the web public_copy": partial(publishing.withdraw_copy, *act, there),
    }
