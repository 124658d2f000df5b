"""Those who must act are written to once, and nothing of what the minutes say leaves with it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from minutes.actions.accounts import entrust, open_account
from minutes.actions.submitting import withdraw_edition
from minutes.actions.verdicts import conclude, refuse_item, sign_edition
from minutes.documents.reminding import remind
from minutes.domain.access import Duty
from minutes.domain.verdicts import SigningMethod
from minutes.store.tables import Account, Edition, Item, Letter
from tests.actions.submitted import asked, printed, sent_on
from tests.actions.world import DAY, LATER, World
from tests.domain.people import BO, EVA

HELD = 12
TITLE = "Val"


def _day(after: int) -> date:
    return DAY.replace(day=HELD) + timedelta(days=after)


def _account(world: World, name: str, email: str) -> Account:
    here = (world.session, LATER)
    return open_account(*here, email=email, name=name, password="ett långt lösenord")


@pytest.fixture
def sent(world: World) -> tuple[Edition, Item]:
    """Minutes that wait for Eva Ek and Bo Alm, who have accounts, and so has the secretary."""
    for who in (EVA, BO):
        email = f"{(who.name or '').split()[0].lower()}@region.example"
        _account(world, who.name or "", email).person_id = world.people[who].id
    entrust(world.session, LATER, _account(world, "Åsa Lind", "asa@region.example"), Duty.SECRETARY)
    return sent_on(world, HELD)


def _letters(world: World, after: int = 0) -> list[tuple[str, str]]:
    """To whom a round of that day writes, and the subject."""
    there = {one.id for one in world.session.exec(select(Letter))}
    remind(world.session, LATER, _day(after), "https://protokoll.example")
    new = world.session.exec(select(Letter).order_by(col(Letter.id))).all()
    told = [one for one in new if one.id not in there]
    assert not [one for one in told if TITLE in one.subject + one.words]
    return [(one.to_address.split("@")[0], one.subject.split(":")[0]) for one in told]


def test_those_who_sign_are_asked_once(world: World, sent: tuple[Edition, Item]) -> None:
    both = [("eva", "Protokoll att justera"), ("bo", "Protokoll att justera")]

    assert _letters(world) == both
    assert _letters(world, 1) == []


def test_they_are_reminded_on_the_tenth_day_and_when_it_is_late(
    world: World, sent: tuple[Edition, Item]
) -> None:
    _letters(world)

    assert _letters(world, 9) == []
    assert _letters(world, 10) == [("eva", "Påminnelse"), ("bo", "Påminnelse")]
    assert _letters(world, 14) == []
    assert _letters(world, 15) == [("eva", "Försenat"), ("bo", "Försenat")]
    assert _letters(world, 30) == []


def test_who_has_signed_is_not_reminded(world: World, sent: tuple[Edition, Item]) -> None:
    edition, _ = sent
    _letters(world)
    _sign(world, edition, "Eva Ek")

    assert _letters(world, 10) == [("bo", "Påminnelse")]


def _sign(world: World, edition: Edition, name: str) -> None:
    meeting = world.session.get_one(type(world.meeting), edition.meeting_id)
    file = printed(world, meeting, f"{len(world.history()):064d}")
    signer = asked(world, edition)[name]
    here = (world.session, LATER, signer)
    sign_edition(*here, on=_day(1), method=SigningMethod.SEAL, document=file)


def test_a_refusal_is_told_to_the_secretary(world: World, sent: tuple[Edition, Item]) -> None:
    edition, item = sent
    _letters(world)
    signer = asked(world, edition)["Bo Alm"]
    refuse_item(world.session, LATER, signer, item, on=_day(1), reason="Så beslutade vi inte.")

    assert ("asa", "Paragraf som inte justeras") in _letters(world, 1)
    assert _letters(world, 2) == []


def test_the_secretary_is_told_that_it_is_to_be_announced(
    world: World, sent: tuple[Edition, Item]
) -> None:
    edition, _ = sent
    _letters(world)
    for name in ("Eva Ek", "Bo Alm"):
        _sign(world, edition, name)
    conclude(world.session, LATER, edition)

    assert _letters(world, 2) == [("asa", "Justerat, att anslå")]
    assert _letters(world, 3) == []


def test_what_is_taken_back_asks_nobody(world: World, sent: tuple[Edition, Item]) -> None:
    withdraw_edition(world.session, LATER, sent[0])

    assert _letters(world, 10) == []


def test_a_closed_account_is_not_written_to(world: World, sent: tuple[Edition, Item]) -> None:
    for account in world.session.exec(select(Account)):
        account.active = False

    assert _letters(world, 10) == []
