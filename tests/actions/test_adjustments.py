"""Minutes are adjusted, corrected and announced."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from minutes.actions.adjustments import adjust, announce, correct, elect_adjuster, take_down
from minutes.actions.calendar import swedish_holidays
from minutes.domain.adjustment import Signature
from minutes.domain.corrections import Correction
from minutes.domain.errors import RuleBroken
from minutes.domain.notices import Notice, notice_of
from minutes.domain.persons import Person
from minutes.store.tables import CorrectionSigner
from minutes.store.tables import Signature as Row
from tests.actions.world import ACT, DAY, World
from tests.domain.people import BO, EVA

SIGNED_ON = date(2026, 2, 18)


def test_an_adjuster_stands_with_the_name_of_that_day(world: World) -> None:
    row = elect_adjuster(world.session, ACT, world.meeting, BO, people=world.people, position=0)

    assert (row.name, row.party, row.person_id) == ("Bo Alm", "M", world.people[BO].id)


def test_minutes_are_adjusted_on_the_day_of_the_last_signature(world: World) -> None:
    signed = (Signature("Eva Ek", "S", DAY), Signature("Bo Alm", "M", SIGNED_ON))

    adjustment = adjust(world.session, ACT, world.meeting, signed=signed)

    of_it = select(Row).where(Row.adjustment_id == adjustment.id)
    rows = world.session.exec(of_it.order_by(col(Row.position))).all()
    assert (adjustment.meeting_id, adjustment.adjusted_on) == (world.meeting.id, SIGNED_ON)
    assert [(s.name, s.party, s.signed_on) for s in rows] == [
        ("Eva Ek", "S", DAY),
        ("Bo Alm", "M", SIGNED_ON),
    ]


@pytest.mark.parametrize(
    ("told_on", "signed_on", "day"),
    [
        pytest.param(None, None, None, id="nothing is told"),
        pytest.param(SIGNED_ON, None, SIGNED_ON, id="the day is told, not who signed when"),
        pytest.param(SIGNED_ON, DAY, DAY, id="the signatures say when"),
    ],
)
def test_minutes_from_elsewhere_are_adjusted_on_the_day_that_is_told(
    world: World, told_on: date | None, signed_on: date | None, day: date | None
) -> None:
    signed = [Signature("Eva Ek", "S", signed_on)]

    made = adjust(world.session, ACT, world.meeting, signed=signed, told_on=told_on)

    assert made.adjusted_on == day


def test_minutes_are_adjusted_once(world: World) -> None:
    adjust(world.session, ACT, world.meeting)

    with (
        pytest.raises(IntegrityError, match=r"meeting_is_adjusted_once|adjustment\.meeting_id"),
        world.session.begin_nested(),
    ):
        adjust(world.session, ACT, world.meeting)


def _signers(world: World, made: Correction) -> list[tuple[str | None, str | None]]:
    row = correct(world.session, ACT, world.item, made, position=0)
    of_it = select(CorrectionSigner).where(CorrectionSigner.correction_id == row.id)
    signers = world.session.exec(of_it.order_by(col(CorrectionSigner.position)))
    return [(s.name, s.certified_on) for s in signers]


@pytest.mark.parametrize(
    ("people", "days", "signers"),
    [
        pytest.param(
            (EVA, BO),
            ("2026-03-02", "2026-03-03"),
            [("Eva Ek", "2026-03-02"), ("Bo Alm", "2026-03-03")],
            id="each with a day",
        ),
        pytest.param(
            (EVA, BO),
            ("2026-03-",),
            [("Eva Ek", "2026-03-"), ("Bo Alm", None)],
            id="one without a day",
        ),
        pytest.param((), ("2026-03-02",), [(None, "2026-03-02")], id="a day without a name"),
        pytest.param((), (), [], id="not yet certified"),
    ],
)
def test_a_correction_is_certified_as_it_is_printed(
    world: World, people: tuple[Person, ...], days: tuple[str, ...], signers: list[object]
) -> None:
    made = Correction(people, days, "avtalet", "8", "9", "skrivfel")

    assert _signers(world, made) == signers


def test_a_correction_says_what_was_mended_and_where(world: World) -> None:
    made = Correction((EVA,), ("2026-03-02",), "avtalet", "8 mnkr", "9 mnkr", "räknefel")

    row = correct(world.session, ACT, world.item, made, position=0)

    assert (row.after_words, row.old_words, row.new_words) == ("avtalet", "8 mnkr", "9 mnkr")
    assert (row.reason, row.item_id) == ("räknefel", world.item.id)


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
    world: World, posted_on: date, ends_on: date, down_on: date
) -> None:
    posted = notice_of(posted_on, "Kansliet", swedish_holidays())

    notice = announce(world.session, ACT, world.meeting, posted)

    assert (notice.posted_on, notice.appeal_ends_on) == (posted_on, ends_on)
    assert (notice.taken_down_on, notice.kept_in) == (down_on, "Kansliet")
    assert notice.removed_on is None


def test_a_notice_that_gives_too_little_time_is_not_posted(world: World) -> None:
    posted = Notice(DAY, date(2026, 3, 3), date(2026, 3, 4), "Kansliet")

    with pytest.raises(RuleBroken, match="tidigast 2026-03-04"):
        announce(world.session, ACT, world.meeting, posted)


def test_a_notice_is_taken_down_once_its_time_is_over(world: World) -> None:
    posted = notice_of(DAY, "Kansliet", swedish_holidays())
    notice = announce(world.session, ACT, world.meeting, posted)

    with pytest.raises(RuleBroken, match="tidigast 2026-03-05"):
        take_down(world.session, ACT, notice, date(2026, 3, 4))
    take_down(world.session, ACT, notice, date(2026, 3, 6))

    assert notice.removed_on == date(2026, 3, 6)
    with pytest.raises(RuleBroken, match="togs ned 2026-03-06"):
        take_down(world.session, ACT, notice, date(2026, 3, 9))
