"""The invented minutes would pass the audit that they are to show."""

from __future__ import annotations

import pytest

from minutes.demonstration.meetings import MeetingOf, meetings
from minutes.demonstration.region import region
from minutes.domain.attendance import Role, Substitute
from minutes.domain.audit import audit, gaps_in
from minutes.domain.findings import Context

_BODIES = {body.name: body for body in region().bodies}


def _context(held: MeetingOf) -> Context:
    """What the register knows of the body on the day."""
    body, day = _BODIES[held.protocol.body or ""], held.protocol.date
    listed = (
        Substitute(one.person, one.order or 0)
        for one in region().mandates
        if one.body == body.name and one.role is Role.SUBSTITUTE
        if day and one.begins_on <= day and (one.ends_on is None or one.ends_on >= day)
    )
    return Context(body.kind, body.seats, body.superior, substitutes=tuple(listed))


@pytest.mark.parametrize("held", meetings(), ids=lambda m: f"{m.protocol.body} {m.protocol.date}")
def test_the_invented_minutes_have_no_gap(held: MeetingOf) -> None:
    found = audit(held.protocol, _context(held))

    assert [(one.item_number, one.text) for one in gaps_in(found)] == []


def test_the_invented_minutes_show_hints_of_several_kinds() -> None:
    found = {one.rule for held in meetings() for one in audit(held.protocol, _context(held))}

    assert {"assignment_has_a_limit", "director_gets_the_extract", "loser_reserves"} <= found
