"""Minutes are adjusted and corrected."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from minutes.actions.adjustments import adjust, correct, elect_adjuster
from minutes.domain.adjustment import Signature
from minutes.domain.corrections import Correction
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
