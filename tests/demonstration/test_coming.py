"""Meetings to come are there, ready to be called to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlmodel import Session, col, select

from minutes.actions.enclosures import path_of
from minutes.importing.attached import check_annex
from minutes.store import tables as t
from minutes.store.agendas import items_on, standing_missing
from minutes.store.queries.pending import pending_items
from minutes.web.workspace.enclosures import exports


@pytest.fixture
def coming(entered: Session) -> Sequence[t.Meeting]:
    """The meetings that nobody has opened."""
    waiting = select(t.Meeting).where(col(t.Meeting.opened_at).is_(None))
    return entered.exec(waiting.order_by(col(t.Meeting.held_on))).all()


def test_two_bodies_have_a_meeting_to_come_that_nobody_is_called_to_yet(
    entered: Session, coming: Sequence[t.Meeting]
) -> None:
    held = select(t.Meeting.held_on).where(col(t.Meeting.opened_at).is_not(None))

    assert len({one.body_id for one in coming}) == len(coming) == 2
    assert min(one.held_on for one in coming) > max(entered.exec(held))
    assert {one.summoned_at for one in coming} == {None}
    assert all(one.begins_at and one.place for one in coming)


def test_their_agendas_hold_matters_and_all_that_always_stands_there(
    entered: Session, coming: Sequence[t.Meeting]
) -> None:
    for meeting in coming:
        items = items_on(entered, meeting)

        assert standing_missing(entered, meeting) == ()
        assert len([one for one in items if one.standing is None]) >= 3


def test_what_was_tabled_comes_back_with_its_papers(
    entered: Session, coming: Sequence[t.Meeting]
) -> None:
    meetings = [one.id for one in coming]
    returned = select(t.Item).where(
        col(t.Item.meeting_id).in_(meetings), col(t.Item.from_item_id).is_not(None)
    )
    [item] = entered.exec(returned).all()
    papers = entered.exec(select(t.Section).where(t.Section.item_id == item.id)).all()

    assert entered.get_one(t.Item, item.from_item_id).tabled
    assert len(papers) >= 4
    assert item.from_item_id not in {one.item for one in pending_items(entered, coming[-1])}


def test_an_annex_is_a_pdf_that_would_be_taken_in(entered: Session) -> None:
    kept = entered.exec(select(t.Document).where(t.Document.kind == t.DocumentKind.ANNEX)).all()

    assert kept
    for one in kept:
        content = path_of(exports(), one.sha256).read_bytes()
        assert check_annex(content, one.name).pages == 2
