"""The history: each change has its entry, chained to the one before."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from minutes.actions.bodies import found_organisation
from minutes.actions.history import FIRST, Act, digest_of, record
from minutes.store.tables import History
from tests.actions.world import ACT, World

SUMMER = timezone(timedelta(hours=2))


def test_each_entry_is_chained_to_the_one_before(world: World) -> None:
    world.session.expire_all()
    entries = world.history()

    assert [e.previous for e in entries] == [FIRST, *(e.digest for e in entries[:-1])]
    assert len({e.digest for e in entries}) == len(entries) > 5


def test_the_chain_can_be_checked_from_what_is_stored(world: World) -> None:
    world.session.expire_all()

    assert all(digest_of(entry) == entry.digest for entry in world.history())


def test_an_act_told_in_another_time_zone_is_the_same_moment(world: World) -> None:
    act = Act("Åsa Lind", datetime(2026, 7, 1, 9, 30, tzinfo=SUMMER))

    found_organisation(world.session, act, "Region Fjällmark")
    world.session.expire_all()

    entry = world.history()[-1]
    assert entry.at == act.at
    assert digest_of(entry) == entry.digest


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", ACT.at + timedelta(seconds=1)),
        ("actor", "Bo Alm"),
        ("verb", "removed"),
        ("subject", "item"),
        ("subject_id", 4711),
        ("details", '{"number": 2}'),
        ("previous", FIRST[1:] + "1"),
    ],
)
def test_an_entry_that_says_something_else_has_another_digest(
    world: World, column: str, value: object
) -> None:
    entry = world.history()[3]
    with world.session.no_autoflush:
        setattr(entry, column, value)

        assert digest_of(entry) != entry.digest
        world.session.expire(entry)


def test_details_are_json_that_keeps_its_letters(world: World) -> None:
    details = {"å": "Öst", "antal": 2}

    record(world.session, ACT, "named", world.organisation, details)

    told = world.history()[-1].details
    assert json.loads(told) == details
    assert "Öst" in told


def test_a_row_has_its_key_once_it_is_recorded(session: Session) -> None:
    assert found_organisation(session, ACT, "Region Älvmark").id is not None


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_two_who_write_at_once_do_not_chain_to_the_same_entry(engine: Engine) -> None:
    with Session(engine) as one, Session(engine) as other:
        found_organisation(one, ACT, "Region Älvmark")
        other.connection().execute(text("SET LOCAL lock_timeout = '50ms'"))

        with pytest.raises(OperationalError, match="lock timeout"):
            found_organisation(other, ACT, "Region Fjällmark")

        one.rollback()
        other.rollback()
        assert other.exec(select(History)).all() == []
