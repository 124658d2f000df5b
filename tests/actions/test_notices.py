"""Notices are posted once, stand their whole time, and begin anew where they were down."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from minutes.actions.adjustments import adjust
from minutes.actions.calendar import swedish_holidays
from minutes.actions.delegation import enter_delegated, revise_delegated
from minutes.actions.notices import announce, announce_decision, interrupt, take_down
from minutes.domain.delegation import DelegatedDecision
from minutes.domain.errors import RuleBroken
from minutes.domain.notices import Notice, notice_of
from minutes.store.records import notice_of as notice_in_register
from minutes.store.tables import Notice as Row
from tests.actions.world import ACT, DAY, World


@pytest.fixture
def adjusted(world: World) -> World:
    """The small register, its minutes adjusted on the day of the meeting."""
    adjust(world.session, ACT, world.meeting, told_on=DAY)
    return world


def _posted(day: date = DAY, remark: str | None = None) -> Notice:
    return notice_of(day, "Kansliet", swedish_holidays(), remark=remark)


def test_minutes_that_are_not_adjusted_are_not_announced(world: World) -> None:
    with pytest.raises(RuleBroken, match="inte justerat"):
        announce(world.session, ACT, world.meeting, _posted())


@pytest.mark.parametrize(
    ("posted_on", "ends_on", "down_on"),
    [
        pytest.param(DAY, date(2026, 3, 4), date(2026, 3, 5), id="three weeks later"),
        pytest.param(
            date(2026, 3, 13),
            date(2026, 4, 7),
            date(2026, 4, 8),
            id="moved past Easter, SFS 1930:173",
        ),
    ],
)
def test_the_appeal_period_follows_from_the_day_of_posting(
    adjusted: World, posted_on: date, ends_on: date, down_on: date
) -> None:
    posted = notice_of(posted_on, "Kansliet", swedish_holidays(), remark="Sent.")

    notice = announce(adjusted.session, ACT, adjusted.meeting, posted)

    assert (notice.posted_on, notice.appeal_ends_on) == (posted_on, ends_on)
    assert (notice.taken_down_on, notice.kept_in) == (down_on, "Kansliet")
    assert notice.removed_on is None


def test_a_notice_that_gives_too_little_time_is_not_posted(adjusted: World) -> None:
    posted = Notice(DAY, date(2026, 3, 3), date(2026, 3, 4), "Kansliet")

    with pytest.raises(RuleBroken, match="tidigast 2026-03-04"):
        announce(adjusted.session, ACT, adjusted.meeting, posted)


def test_a_notice_is_taken_down_once_its_time_is_over(adjusted: World) -> None:
    posted = notice_of(DAY, "Kansliet", swedish_holidays())
    notice = announce(adjusted.session, ACT, adjusted.meeting, posted)

    with pytest.raises(RuleBroken, match="tidigast 2026-03-05"):
        take_down(adjusted.session, ACT, notice, date(2026, 3, 4))
    take_down(adjusted.session, ACT, notice, date(2026, 3, 6))

    assert notice.removed_on == date(2026, 3, 6)
    with pytest.raises(RuleBroken, match="togs ned 2026-03-06"):
        take_down(adjusted.session, ACT, notice, date(2026, 3, 9))


def test_a_notice_is_posted_once(adjusted: World) -> None:
    announce(adjusted.session, ACT, adjusted.meeting, _posted())

    with pytest.raises(RuleBroken, match="redan uppe"):
        announce(adjusted.session, ACT, adjusted.meeting, _posted())


def test_a_late_notice_says_why(adjusted: World) -> None:
    late = date(2026, 2, 14)

    with pytest.raises(RuleBroken, match="senast 2026-02-13"):
        announce(adjusted.session, ACT, adjusted.meeting, _posted(late))
    row = announce(adjusted.session, ACT, adjusted.meeting, _posted(late, "Webben låg nere."))

    assert row.remark == "Webben låg nere."


def test_a_notice_from_elsewhere_is_taken_as_it_was(adjusted: World) -> None:
    late = _posted(date(2026, 2, 20))

    row = announce(adjusted.session, ACT, adjusted.meeting, late, is_from_elsewhere=True)

    assert row.posted_on == date(2026, 2, 20)


def test_a_notice_that_was_down_begins_anew_and_is_kept(adjusted: World) -> None:
    session, meeting = adjusted.session, adjusted.meeting
    first = announce(session, ACT, meeting, _posted())
    down, again = date(2026, 2, 17), date(2026, 2, 18)

    interrupt(session, ACT, first, down, what="Webben låg nere.", today=again)
    second = announce(session, ACT, meeting, _posted(again))

    told = notice_in_register(session, meeting)
    assert told is not None
    assert (told.posted_on, told.appeal_ends_on) == (again, date(2026, 3, 11))
    assert [row.id for row in session.exec(select(Row).order_by(Row.id))] == [first.id, second.id]
    with pytest.raises(RuleBroken, match="tid bröts"):
        take_down(session, ACT, first, first.taken_down_on)


@pytest.mark.parametrize(
    ("day", "what", "said"),
    [
        pytest.param("2026-02-10", "Nere.", "från 2026-02-11 till 2026-02-20", id="before it"),
        pytest.param("2026-02-21", "Nere.", "från 2026-02-11 till 2026-02-20", id="to come"),
        pytest.param("2026-02-12", " ", "vad som hände", id="nothing told"),
        pytest.param("2026-02-12", "Ne\x00re.", "styrtecken", id="a sign that nobody sees"),
    ],
)
def test_an_interruption_is_of_a_day_that_the_notice_stood(
    adjusted: World, day: str, what: str, said: str
) -> None:
    row = announce(adjusted.session, ACT, adjusted.meeting, _posted())

    with pytest.raises(RuleBroken, match=said):
        interrupt(
            adjusted.session,
            ACT,
            row,
            date.fromisoformat(day),
            what=what,
            today=date(2026, 2, 20),
        )


def test_a_notice_is_interrupted_once(adjusted: World) -> None:
    row = announce(adjusted.session, ACT, adjusted.meeting, _posted())
    interrupt(adjusted.session, ACT, row, DAY, what="Nere.", today=DAY)

    with pytest.raises(RuleBroken, match="redan infört"):
        interrupt(adjusted.session, ACT, row, DAY, what="Nere.", today=DAY)


MADE = DelegatedDecision("Fastighetschefen", "Hyra ut en lokal.", DAY, "0044-2026", "punkt 7")


def test_a_delegated_decision_that_is_announced_is_changed_no_more(adjusted: World) -> None:
    session = adjusted.session
    row = enter_delegated(session, ACT, adjusted.board, MADE, today=DAY)

    notice = announce_decision(session, ACT, row, _posted())

    assert (notice.delegated_decision_id, notice.meeting_id) == (row.id, None)
    with pytest.raises(RuleBroken, match="tillkännagivet"):
        revise_delegated(session, ACT, row, MADE, today=DAY)


def test_what_a_paragraph_reports_is_not_announced_by_itself(adjusted: World) -> None:
    row = enter_delegated(
        adjusted.session, ACT, adjusted.board, MADE, today=DAY, reported_in=adjusted.item
    )

    with pytest.raises(RuleBroken, match="anmält"):
        announce_decision(adjusted.session, ACT, row, _posted())
