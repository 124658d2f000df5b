"""Minutes are adjusted, corrected and announced."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from minutes.actions.adjustments import adjust, announce, correct, elect_adjuster
from minutes.actions.calendar import swedish_holidays
from minutes.domain.corrections import Correction
from minutes.domain.persons import Person
from minutes.store.tables import CorrectionSigner, Signature
from tests.actions.world import ACT, DAY, World
from tests.domain.people import BO, EVA

SIGNED_ON = date(2026, 2, 18)


def test_an_adjuster_stands_with_the_name_of_that_day(world: World) -> None:
    row = elect_adjuster(world.session, ACT, world.meeting, BO, people=world.people, position=0)

    assert (row.name, row.party, row.person_id) == ("Bo Alm", "M", world.people[BO].id)


def test_minutes_are_adjusted_with_their_signatures(world: World) -> None:
    adjustment = adjust(world.session, ACT, world.meeting, adjusted_on=SIGNED_ON, signers=(EVA, BO))

    of_it = select(Signature).where(Signature.adjustment_id == adjustment.id)
    signed = world.session.exec(of_it.order_by(col(Signature.position))).all()
    assert (adjustment.meeting_id, adjustment.adjusted_on) == (world.meeting.id, SIGNED_ON)
    assert [(s.name, s.party, s.signed_on) for s in signed] == [
        ("Eva Ek", "S", SIGNED_ON),
        ("Bo Alm", "M", SIGNED_ON),
    ]


def test_minutes_from_elsewhere_are_adjusted_on_a_day_not_told(world: World) -> None:
    assert adjust(world.session, ACT, world.meeting, adjusted_on=None).adjusted_on is None


def test_minutes_are_adjusted_once(world: World) -> None:
    adjust(world.session, ACT, world.meeting, adjusted_on=SIGNED_ON)

    with (
        pytest.raises(IntegrityError, match=r"meeting_is_adjusted_once|adjustment\.meeting_id"),
        world.session.begin_nested(),
    ):
        adjust(world.session, ACT, world.meeting, adjusted_on=SIGNED_ON)


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
    notice = announce(
        world.session,
        ACT,
        world.meeting,
        posted_on=posted_on,
        kept_at="Kansliet",
        holidays=swedish_holidays(),
    )

    assert (notice.posted_on, notice.appeal_ends_on) == (posted_on, ends_on)
    assert (notice.taken_down_on, notice.kept_at) == (down_on, "Kansliet")
