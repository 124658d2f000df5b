"""Those who adjust sign or refuse; the last signature adjusts the minutes, and only that."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from minutes.actions.items import revise_text, take_up_item
from minutes.actions.submitting import send_at_once, withdraw_edition
from minutes.actions.verdicts import (
    conclude,
    refuse_item,
    retract_refusal,
    settle_item,
    sign_edition,
)
from minutes.domain.errors import RuleBroken
from minutes.domain.verdicts import SigningMethod
from minutes.store.records import is_adjusted
from minutes.store.tables import Adjustment, Edition, ImmediateAdjustment
from minutes.store.tallies import file_of, tally_of, verdicts_on
from tests.actions.submitted import asked, printed, send, staffed
from tests.actions.world import ACT, DAY, LATER, World, meeting_on

FIRST, LAST = DAY + timedelta(days=5), DAY + timedelta(days=6)


@pytest.fixture
def sent(world: World) -> Edition:
    """The minutes of one §, sent to Eva Ek and Bo Alm."""
    return send(world, staffed(world, world.meeting))


def _sign(world: World, edition: Edition, name: str, **more: object) -> bool:
    file = printed(world, world.meeting, f"b{len(world.history()):063d}")
    signing = {"on": FIRST, "method": SigningMethod.SEAL, "document": file, **more}
    said = sign_edition(world.session, LATER, asked(world, edition)[name], **signing)  # type: ignore[arg-type]  # as it signs
    return said is not None


def test_the_last_signature_adjusts_the_minutes(world: World, sent: Edition) -> None:
    assert _sign(world, sent, "Bo Alm")
    assert conclude(world.session, LATER, sent) is None

    assert _sign(world, sent, "Eva Ek", on=LAST)
    adjustment = conclude(world.session, LATER, sent)

    assert isinstance(adjustment, Adjustment)
    assert (adjustment.adjusted_on, adjustment.edition_id) == (LAST, sent.id)


def test_a_signature_made_twice_is_made_once(world: World, sent: Edition) -> None:
    assert _sign(world, sent, "Bo Alm")
    assert not _sign(world, sent, "Bo Alm")

    assert len(verdicts_on(world.session, sent)) == 1


def test_each_signs_the_file_of_the_one_before(world: World, sent: Edition) -> None:
    assert file_of(world.session, sent).id == sent.document_id

    _sign(world, sent, "Bo Alm")

    (said,) = verdicts_on(world.session, sent)
    assert said.document_id != sent.document_id


def test_a_refusal_keeps_the_minutes_open_until_it_is_settled(world: World, sent: Edition) -> None:
    bo, here = asked(world, sent)["Bo Alm"], (world.session, LATER)
    refuse_item(*here, bo, world.item, on=FIRST, reason="Reservationen saknas.")
    _sign(world, sent, "Bo Alm")
    _sign(world, sent, "Eva Ek")
    assert conclude(*here, sent) is None
    later = meeting_on(world.session, world.board, DAY + timedelta(days=30))
    approved = take_up_item(world.session, ACT, later, "Godkännande av § 1", number=2)

    settle_item(*here, sent, world.item, by_item=approved)
    adjustment = conclude(*here, sent)

    assert adjustment is not None
    assert adjustment.adjusted_on == later.held_on
    assert tally_of(world.session, sent).refusals[0].reason == "Reservationen saknas."


def test_a_refusal_is_taken_back_before_the_signature(world: World, sent: Edition) -> None:
    bo, here = asked(world, sent)["Bo Alm"], (world.session, LATER)
    refuse_item(*here, bo, world.item, on=FIRST, reason="Reservationen saknas.")

    retract_refusal(*here, bo, world.item, on=FIRST)

    _sign(world, sent, "Bo Alm")
    _sign(world, sent, "Eva Ek")
    assert conclude(*here, sent) is not None
    assert len(verdicts_on(world.session, sent)) == 4, "what was said stays"


def test_a_version_that_was_taken_back_takes_no_verdict(world: World, sent: Edition) -> None:
    _sign(world, sent, "Bo Alm")
    withdraw_edition(world.session, LATER, sent)

    with pytest.raises(RuleBroken, match="Version 1 är återtagen"):
        _sign(world, sent, "Eva Ek")
    later = send(world, world.meeting)
    assert len(tally_of(world.session, later).waiting) == 2, "signing begins anew"
    assert len(verdicts_on(world.session, sent)) == 1, "what was said stays"


def test_an_adjusted_version_takes_no_verdict(world: World, sent: Edition) -> None:
    for name in ("Bo Alm", "Eva Ek"):
        _sign(world, sent, name)
    conclude(world.session, LATER, sent)

    with pytest.raises(RuleBroken, match="redan justerad"):
        _sign(world, sent, "Bo Alm")
    with pytest.raises(RuleBroken, match="tas inte tillbaka"):
        withdraw_edition(world.session, LATER, sent)


def test_immediate_adjustment_freezes_its_paragraphs_and_no_others(world: World) -> None:
    meeting, session = staffed(world, world.meeting), world.session
    other = take_up_item(session, ACT, meeting, "Val", number=2)
    file = printed(world, meeting)
    at_once = send_at_once(session, LATER, meeting, [world.item], found=[], document=file)
    for name in ("Bo Alm", "Eva Ek"):
        _sign(world, at_once, name)

    adjusted = conclude(session, LATER, at_once)

    assert isinstance(adjusted, ImmediateAdjustment)
    assert not is_adjusted(session, meeting)
    with pytest.raises(DBAPIError, match="frozen"), session.begin_nested():
        revise_text(session, LATER, world.section, "Något annat.")
    other.title = "Val av revisor"
    session.flush()
    whole = send(world, meeting)
    assert tally_of(session, whole).items == (2,), "what is adjusted is not adjusted again"
