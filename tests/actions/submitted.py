"""The actions that send minutes to adjustment, at work once."""

from __future__ import annotations

from functools import partial

from minutes.actions import submitting
from tests.actions.accounts import Call
from tests.actions.world import DAY, LATER, World, meeting_on


def submitted(world: World) -> dict[str, Call]:
    """What happens to minutes before they are adjusted."""
    closed, sent = (meeting_on(world.session, world.board, DAY.replace(day=n)) for n in (23, 24))
    closed.opened_at = "09:00"
    sent.submitted_at = LATER.at
    here = (world.session, LATER)
    return {
        "submitted meeting": partial(submitting.submit_minutes, *here, closed, found=[]),
        "taken back meeting": partial(submitting.take_back_minutes, *here, sent),
    }
