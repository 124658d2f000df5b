"""The actions on who is there at work once, as calls and the entries that they leave."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from minutes.actions import opening, seating, stepping_aside
from minutes.domain.arrivals import Arrival
from minutes.domain.attendance import Interval
from minutes.domain.disqualifications import Disqualification
from minutes.domain.substitution import Seating
from minutes.store.tables import Meeting
from tests.actions.accounts import Call
from tests.actions.called import opened, roll
from tests.actions.world import DAY, LATER, World, meeting_on
from tests.domain.people import BO, EVA, LI
from tests.domain.rosters import MIA, SIV

NEXT_YEAR = date(2027, 2, 24)
"""No other meeting of that year has items, so those of this one are § 1 to § 3."""


def _later(world: World, opened_at: str, closed_at: str) -> Meeting:
    """Another meeting, without items, as far as it has come."""
    day = DAY + timedelta(days=30 + len(opened_at) + len(closed_at))
    meeting = meeting_on(world.session, world.board, day)
    meeting.opened_at, meeting.closed_at = opened_at or None, closed_at or None
    world.session.flush()
    return meeting


def present(world: World) -> dict[str, Call]:
    """What happens to who is there."""
    held = opened(world, EVA, LI, SIV, MIA, day=NEXT_YEAR)
    here = held.here
    aside = stepping_aside.step_aside(*here, held.items[2], Disqualification("Li Öst", "C"))
    seating.seat(*here, Seating(MIA, BO), number=4)
    return {
        "called meeting": partial(seating.call_roll, *here, roll(EVA)),
        "arrived meeting": partial(seating.arrive, *here, Arrival(BO), number=2),
        "departed meeting": partial(seating.depart, *here, LI, number=3),
        "seated meeting": partial(seating.seat, *here, Seating(MIA, BO), number=3),
        "gave back meeting": partial(seating.give_back, *here, MIA, number=4),
        "led meeting": partial(seating.lead, *here, LI, number=2),
        "went remote meeting": partial(seating.go_remote, *here, EVA, number=3, remote=True),
        "mended meeting": partial(seating.mend_attendance, *here, held.row(EVA), (Interval(2, 3),)),
        "stepped aside disqualification": partial(
            stepping_aside.step_aside, *here, held.items[1], Disqualification("Li Öst", "C")
        ),
        "struck disqualification": partial(stepping_aside.step_back, *here, aside),
    }


def timed(world: World) -> dict[str, Call]:
    """What happens to a meeting when it begins and ends."""
    act = (world.session, LATER)
    soon, over = _later(world, "", ""), _later(world, "09:00", "16:00")
    going_on = _later(world, "09:00", "")
    return {
        "opened meeting": partial(opening.open_meeting, *act, soon, "9"),
        "closed meeting": partial(opening.close_meeting, *act, going_on, "16"),
        "reopened meeting": partial(opening.reopen_meeting, *act, over),
        "retimed meeting": partial(opening.retime_meeting, *act, over, opened_at="8"),
    }
