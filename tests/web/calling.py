"""A meeting of the board that is about to begin, with one item."""

from __future__ import annotations

from datetime import date

from minutes.actions.agenda import Point, close_item, put_on_agenda
from minutes.actions.planning import plan_meeting
from minutes.domain.planning import Planned
from minutes.store.agendas import items_on
from minutes.store.queries.bodies import find_slug
from minutes.store.queries.meetings import meeting_at
from minutes.store.session import session
from minutes.store.tables import Body, Meeting
from tests.actions.world import ACT
from tests.databases import Register, opened

DAY = date(2026, 12, 9)
PAGE = f"/arbete/regionstyrelsen/{DAY}/narvaro"


def _board() -> Body:
    found = find_slug(session(), "regionstyrelsen")
    assert found
    return found


def _meeting() -> Meeting:
    found = meeting_at(session(), "regionstyrelsen", DAY)
    assert found
    return found


def plan_roll_call(register: Register) -> None:
    """Plan the meeting."""
    with opened(register):
        on_day = Planned(DAY, "08:30")
        meeting = plan_meeting(session(), ACT, _board(), on_day, today=date(2026, 11, 1))
        put_on_agenda(session(), ACT, meeting, Point("Budget"))
        session().commit()


def close_items(register: Register) -> None:
    """Close what waits."""
    with opened(register):
        for item in items_on(session(), _meeting()):
            close_item(session(), ACT, _meeting(), item)
        session().commit()
