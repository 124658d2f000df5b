"""Meetings are planned, moved, cancelled and called to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minutes.actions.agenda import Point, put_on_agenda, withdraw_item
from minutes.actions.enclosures import keep_document
from minutes.actions.planning import (
    cancel_meeting,
    plan_meeting,
    reschedule_meeting,
    resume_meeting,
    summon,
)
from minutes.domain.errors import Outdated, RuleBroken
from minutes.domain.planning import Planned
from minutes.store.tables import Document, Meeting
from tests.actions.planned import COMING, SUMMONS, TODAY
from tests.actions.world import DAY, LATER, World


def _planned(world: World, planned: Planned = Planned(COMING, "09:00")) -> Meeting:  # noqa: B008  # it is frozen
    return plan_meeting(world.session, LATER, world.board, planned, today=TODAY)


def _moved(world: World, meeting: Meeting, planned: Planned) -> Meeting:
    return reschedule_meeting(world.session, LATER, meeting, planned, today=TODAY)


def _kept(world: World, folder: Path, meeting: Meeting) -> Document:
    return keep_document(world.session, LATER, SUMMONS, exports=folder, meeting=meeting)


def test_a_body_meets_once_a_day(world: World) -> None:
    _planned(world)

    with pytest.raises(RuleBroken, match="sammanträder redan den 20 maj 2026"):
        _planned(world)


def test_a_day_that_is_cancelled_is_taken_back_rather_than_planned_twice(world: World) -> None:
    cancel_meeting(world.session, LATER, _planned(world))

    with pytest.raises(RuleBroken, match="Återta det"):
        _planned(world)


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        pytest.param(Planned(date(2026, 3, 1)), "redan varit", id="yesterday"),
        pytest.param(Planned(date(2126, 3, 1)), "året 2126", id="another century"),
        pytest.param(Planned(COMING, place="a" * 201), "högst 200", id="a place too long"),
        pytest.param(Planned(COMING, place="Sal\nA"), "en rad", id="a place of two lines"),
    ],
)
def test_what_cannot_be_planned_is_told_in_words(world: World, planned: Planned, said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        _planned(world, planned)


def test_a_meeting_moves_to_another_day(world: World) -> None:
    meeting = _planned(world)

    _moved(world, meeting, Planned(date(2026, 5, 27), "13:00", "Sal B"))

    assert (meeting.held_on.day, meeting.begins_at, meeting.place) == (27, "13:00", "Sal B")


def test_a_meeting_does_not_move_to_a_day_that_is_taken(world: World) -> None:
    meeting, _ = _planned(world), _planned(world, Planned(date(2026, 5, 27)))

    with pytest.raises(RuleBroken, match="redan den 27 maj"):
        _moved(world, meeting, Planned(date(2026, 5, 27)))


def test_a_meeting_whose_day_stays_may_be_moved_to_another_room_on_the_day(world: World) -> None:
    _moved(world, world.meeting, Planned(DAY, place="Sal B"))

    assert world.meeting.place == "Sal B"


def test_a_meeting_with_items_stays_in_its_year(world: World) -> None:
    meeting = _planned(world)
    put_on_agenda(world.session, LATER, meeting, Point("Val"))

    with pytest.raises(RuleBroken, match="stannar i sitt år"):
        _moved(world, meeting, Planned(date(2027, 1, 13)))


def test_a_meeting_that_is_opened_is_neither_moved_nor_cancelled(world: World) -> None:
    world.meeting.opened_at = "09:00"

    with pytest.raises(RuleBroken, match="öppnat"):
        _moved(world, world.meeting, Planned(COMING))
    with pytest.raises(RuleBroken, match="öppnat"):
        cancel_meeting(world.session, LATER, world.meeting)


def test_who_saw_an_older_day_is_told(world: World) -> None:
    meeting = _planned(world)
    seen = meeting.revision
    _moved(world, meeting, Planned(date(2026, 5, 27)))

    with pytest.raises(Outdated):
        cancel_meeting(world.session, LATER, meeting, seen=seen)


def test_a_meeting_that_was_cancelled_can_be_taken_back(world: World) -> None:
    meeting = _planned(world)

    cancel_meeting(world.session, LATER, meeting)
    cancelled = meeting.cancelled_at
    resume_meeting(world.session, LATER, meeting)

    assert cancelled
    assert meeting.cancelled_at is None


def test_nobody_is_called_to_an_empty_agenda(world: World, tmp_path: Path) -> None:
    meeting = _planned(world)
    item = put_on_agenda(world.session, LATER, meeting, Point("Val"))
    withdraw_item(world.session, LATER, item)

    with pytest.raises(RuleBroken, match="tom"):
        summon(world.session, LATER, meeting, _kept(world, tmp_path, meeting))


def test_nobody_is_called_to_a_meeting_that_is_cancelled(world: World, tmp_path: Path) -> None:
    meeting = _planned(world)
    cancel_meeting(world.session, LATER, meeting)

    with pytest.raises(RuleBroken, match="inställt"):
        summon(world.session, LATER, meeting, _kept(world, tmp_path, meeting))


def test_calling_tells_when_and_with_what(world: World, tmp_path: Path) -> None:
    meeting = _planned(world)
    put_on_agenda(world.session, LATER, meeting, Point("Val"))
    kept = _kept(world, tmp_path, meeting)

    summon(world.session, LATER, meeting, kept)

    assert meeting.summoned_at == LATER.at
    assert kept.sha256 in world.history()[-1].details
