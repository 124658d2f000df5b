"""A meeting is opened, closed and gone on with."""

from __future__ import annotations

import pytest

from minutes.actions.opening import close_meeting, open_meeting, reopen_meeting, retime_meeting
from minutes.actions.seating import arrive
from minutes.actions.stepping_aside import step_aside
from minutes.domain.arrivals import Arrival
from minutes.domain.attendance import Interval
from minutes.domain.disqualifications import Disqualification
from minutes.domain.errors import Outdated, RuleBroken
from tests.actions.called import opened
from tests.actions.world import World
from tests.domain.people import BO, EVA, LI
from tests.domain.rosters import SIV


def test_the_time_is_kept_as_minutes_print_it(world: World) -> None:
    assert opened(world, EVA, BO).meeting.opened_at == "09:00"


def test_a_meeting_is_opened_once(world: World) -> None:
    held = opened(world, EVA, BO)

    with pytest.raises(RuleBroken, match="öppnades 09:00"):
        open_meeting(*held.here, "09:01")


@pytest.mark.parametrize("at", ["25:61", "24:00", "nio", "", "9:5", "-1"])
def test_what_is_no_time_is_refused(world: World, at: str) -> None:
    held = opened(world, EVA, BO)
    held.close(*held.items)

    with pytest.raises(RuleBroken, match="inget klockslag"):
        close_meeting(*held.here, at)


def test_nothing_is_closed_while_an_item_waits(world: World) -> None:
    held = opened(world, EVA, BO)
    held.close(held.items[0])

    with pytest.raises(RuleBroken, match=r"”Val” är varken avslutad .* \(2 kvar\)"):
        close_meeting(*held.here, "16.00")


def test_what_is_taken_off_the_agenda_does_not_wait(world: World) -> None:
    held = opened(world, EVA, BO)
    held.close(*held.items[:2])
    held.items[2].withdrawn_at = world.history()[-1].at

    assert close_meeting(*held.here, "16.00").closed_at == "16:00"


def test_a_meeting_does_not_close_before_it_opens(world: World) -> None:
    held = opened(world, EVA, BO)
    held.close(*held.items)

    with pytest.raises(RuleBroken, match="öppnades 09:00 och kan inte avslutas 08:59"):
        close_meeting(*held.here, "08:59")


@pytest.mark.parametrize(
    ("opened_at", "said"),
    [
        pytest.param(None, "inte öppnat", id="never opened"),
        pytest.param("09:00", "avslutades 16:00", id="closed already"),
    ],
)
def test_only_an_open_meeting_is_closed(world: World, opened_at: str | None, said: str) -> None:
    held = opened(world, EVA, BO)
    held.close(*held.items)
    close_meeting(*held.here, "16:00")
    held.meeting.opened_at = opened_at
    world.session.flush()

    with pytest.raises(RuleBroken, match=said):
        close_meeting(*held.here, "17:00")


def test_an_item_is_closed_only_where_enough_are_in_the_room(world: World) -> None:
    held = opened(world, EVA, BO)
    report = held.items[2]
    step_aside(*held.here, report, Disqualification("Bo Alm", "M"))

    with pytest.raises(RuleBroken, match="Bara 1 av 3 är på plats"):
        held.close(report)


def test_quorum_is_asked_at_the_number_that_the_item_gets(world: World) -> None:
    held = opened(world, EVA, BO)
    step_aside(*held.here, held.items[2], Disqualification("Bo Alm", "M"))

    held.close(held.items[1])

    assert held.items[1].number == 2


def test_nobody_comes_after_the_last_paragraph(world: World) -> None:
    held = opened(world, EVA, BO, LI, SIV)
    step_aside(*held.here, held.items[2], Disqualification("Li Öst", "C", "", SIV))
    held.close(*held.items)
    before = held.rows()
    close_meeting(*held.here, "16:00")

    assert [a.intervals for a in held.rows() if a.person == LI] == [(Interval(None, 3),)]
    assert [a.intervals for a in held.rows() if a.person == SIV] == [
        (Interval(4, 4),),
        (Interval(None, 3),),
    ]
    reopen_meeting(*held.here)
    assert (held.meeting.closed_at, held.rows()) == (None, before)


def test_who_came_after_the_last_paragraph_was_not_there(world: World) -> None:
    held = opened(world, EVA, BO)
    held.close(*held.items)
    arrive(*held.here, Arrival(LI), number=5)
    close_meeting(*held.here, "16:00")

    assert LI not in [a.person for a in held.rows()]


def test_only_a_closed_meeting_is_gone_on_with(world: World) -> None:
    with pytest.raises(RuleBroken, match="inte avslutat"):
        reopen_meeting(*opened(world, EVA, BO).here)


def test_a_time_is_corrected(world: World) -> None:
    held = opened(world, EVA, BO)
    retime_meeting(*held.here, opened_at="8.45")

    assert (held.meeting.opened_at, held.meeting.closed_at) == ("08:45", None)
    with pytest.raises(RuleBroken, match="Bara en tid som är antecknad"):
        retime_meeting(*held.here, opened_at="8.45", closed_at="16")


def test_a_press_on_an_old_page_is_refused(world: World) -> None:
    held = opened(world, EVA, BO)
    held.close(*held.items)
    seen = held.meeting.revision
    retime_meeting(*held.here, opened_at="8.45")

    with pytest.raises(Outdated):
        close_meeting(*held.here, "16:00", seen=seen)
