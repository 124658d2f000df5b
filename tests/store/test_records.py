"""What was recorded is given back the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from sqlalchemy import Engine, event
from sqlmodel import Session, select

from minutes.actions.bodies import establish_body, found_organisation
from minutes.domain.bodies import BodyKind
from minutes.domain.motions import ClauseOutcome, MotionAnswer
from minutes.domain.record import Item, Protocol
from minutes.importing.load import record_meeting
from minutes.importing.recorder import Recorder
from minutes.store import tables as t
from minutes.store.item_records import items_of
from minutes.store.records import find_bodies, meeting_of, protocol_of
from minutes.store.remembered import forget
from tests.databases import rolled_back
from tests.records.items import BODY, items
from tests.store.registered import ACT, ADJUSTED_DAY, OPEN_DAY, Registered
from tests.store.whole import ASSEMBLY, BOARD, ORGANISATION, adjusted_protocol, whole_protocol

EARLY = date(2023, 12, 20)
"""A day before every time limit of the invented records."""


def _given_back(session: Session, protocol: Protocol) -> Protocol:
    """The protocol after it was recorded and read again."""
    organisation = found_organisation(session, ACT, protocol.organisation or "")
    kind = BodyKind.BOARD
    body = establish_body(session, ACT, organisation, protocol.body or "", kind=kind)
    meeting = record_meeting(Recorder(session, ACT, organisation), body, protocol)
    session.expire_all()
    return protocol_of(session, meeting)


@settings(max_examples=25)
@given(item=items())
def test_any_item_is_given_back_as_it_was_recorded(engine: Engine, item: Item) -> None:
    protocol = Protocol(BODY, EARLY, (item,), ORGANISATION)

    with rolled_back(engine) as session:
        assert _given_back(session, protocol) == protocol


def test_a_whole_meeting_is_given_back(registered: Registered) -> None:
    registered.session.expire_all()
    found = protocol_of(registered.session, registered.adjusted)

    assert found == adjusted_protocol(ADJUSTED_DAY)


def test_a_draft_has_no_day_of_adjustment(registered: Registered) -> None:
    found = protocol_of(registered.session, registered.open)

    assert found == replace(whole_protocol(OPEN_DAY, 3), adjusted_on=None)


def test_a_meeting_of_which_little_is_told_is_given_back(session: Session) -> None:
    bare = Protocol(BODY, EARLY, (Item(1, "Val av justerare"),), ORGANISATION)

    assert _given_back(session, bare) == bare


def test_the_answer_to_a_motion_without_number_is_given_back(session: Session) -> None:
    answer = MotionAnswer(None, (ClauseOutcome.REJECTED, ClauseOutcome.APPROVED))
    item = Item(1, "Motion om bussar", ("0099-2023",), motion=answer)
    protocol = Protocol(BODY, EARLY, (item, replace(item, number=2)), ORGANISATION)

    assert _given_back(session, protocol) == protocol
    assert len(session.exec(select(t.Motion)).all()) == 1


def test_motions_without_number_are_one_only_where_they_share_a_matter(session: Session) -> None:
    answer = MotionAnswer(None, (ClauseOutcome.REJECTED,))
    items = tuple(
        Item(n, f"Motion {n}", dnr, motion=answer)
        for n, dnr in enumerate([(), (), ("0001-2023",), ("0002-2023",)], 1)
    )

    _given_back(session, Protocol(BODY, EARLY, items, ORGANISATION))

    assert len(session.exec(select(t.Motion)).all()) == 4


def test_items_are_given_back_in_the_order_asked_for(registered: Registered) -> None:
    session = registered.session
    rows = session.exec(select(t.Item).order_by(t.Item.number)).all()

    found = items_of(session, [*reversed(rows)])

    assert [item.number for item in found] == [4, 3, 2, 1]


def test_more_items_take_no_more_queries(registered: Registered) -> None:
    session = registered.session
    rows = session.exec(select(t.Item).order_by(t.Item.number)).all()

    def queries(items: Sequence[t.Item]) -> int:
        asked: list[str] = []
        forget(session)
        bind = session.connection()

        def note(*told: Any) -> None:
            asked.append(told[2])

        event.listen(bind, "before_cursor_execute", note)
        items_of(session, items)
        event.remove(bind, "before_cursor_execute", note)
        return len(asked)

    assert queries(rows) == queries(rows[:2]) > 0


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Regionstyrelsen", BOARD, id="by name"),
        pytest.param("REGIONSTYRELSEN", BOARD, id="whatever the case"),
        pytest.param("regionfullmaktige", ASSEMBLY, id="by address"),
        pytest.param("Hamnstyrelsen", None, id="one that is not there"),
    ],
)
def test_a_body_is_found_by_name_or_address(
    registered: Registered, name: str, found: str | None
) -> None:
    bodies = find_bodies(registered.session, name)

    assert [body.name for body in bodies] == ([found] if found else [])


def test_a_meeting_is_found_by_its_body_and_day(registered: Registered) -> None:
    session = registered.session
    (board,), (assembly,) = find_bodies(session, BOARD), find_bodies(session, ASSEMBLY)

    assert meeting_of(session, board, ADJUSTED_DAY) == registered.adjusted
    assert meeting_of(session, board, EARLY) is None
    assert meeting_of(session, assembly, ADJUSTED_DAY) is None
    assert meeting_of(session, board, None) is None
