"""The actions on an agenda at work once, as calls and the entries that they leave."""

from __future__ import annotations

from functools import partial

from minutes.actions import agenda
from tests.actions.accounts import Call
from tests.actions.world import LATER, World


def planned(world: World) -> dict[str, Call]:
    """What happens to an agenda."""
    act = (world.session, LATER)
    world.meeting.opened_at = "09:00"
    put = agenda.put_on_agenda(*act, world.meeting, agenda.Point("Val"))
    gone = agenda.put_on_agenda(*act, world.meeting, agenda.Point("Information"))
    gone.withdrawn_at = LATER.at
    return {
        "put on agenda item": partial(
            agenda.put_on_agenda, *act, world.meeting, agenda.Point("Budget")
        ),
        "moved item": partial(agenda.move_item, *act, put, None),
        "withdrawn item": partial(agenda.withdraw_item, *act, put),
        "restored item": partial(agenda.restore_item, *act, gone),
        "closed item": partial(agenda.close_item, *act, world.meeting, put),
    }
