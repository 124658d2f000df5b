"""On the web only what somebody approved is read, as it was masked, while it stands."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col, func, select

from minutes.actions.history import Act
from minutes.actions.publishing import (
    Public,
    approve_copy,
    choose_publishing,
    publish_as_it_is,
    rule_on,
    withdraw_copy,
)
from minutes.domain.errors import RuleBroken
from minutes.domain.publishing import Publishing, Ruling
from minutes.store.masks import elected_of, masks_of, texts_without
from minutes.store.queries.words import each_word_in
from minutes.store.tables import Adjustment, Attendance, Item, Mask, MaskedText, Meeting, Notice
from minutes.store.visibility import Sight, show
from tests.store.published import in_public
from tests.store.registered import ACT, Registered

DECIDED = "2026-06-17 § 45"


@pytest.fixture
def reviewed(registered: Registered) -> Registered:
    """The register, whose board publishes what somebody approved."""
    choose_publishing(registered.session, ACT, registered.board, Publishing.REVIEWED, DECIDED)
    return registered


def _masked(reviewed: Registered) -> tuple[str, str]:
    """A title of the adjusted meeting before and after a copy masked its first word."""
    session, meeting = reviewed.session, reviewed.adjusted
    title = session.exec(select(Item.title).where(Item.meeting_id == meeting.id)).first() or ""
    rule_on(session, ACT, meeting, title.split()[0], Ruling.MASKED, "Prov")
    masks = masks_of(session, meeting, Ruling.MASKED)
    texts = texts_without(session, meeting, masks, elected_of(session, meeting))
    approve_copy(session, ACT, meeting, expires_on=date(2026, 12, 1), texts=texts)
    return title, texts[title]


def test_until_a_copy_is_approved_only_the_meeting_itself_is_told_of(reviewed: Registered) -> None:
    with in_public(reviewed.session) as session:
        assert session.exec(select(Meeting)).all()
        assert session.exec(select(Adjustment)).all()
        assert session.exec(select(Notice)).all()
        assert not session.exec(select(Item)).all()
        assert not session.exec(select(Attendance)).all()


def test_minutes_that_were_public_when_they_were_taken_in_are(reviewed: Registered) -> None:
    publish_as_it_is(reviewed.session, ACT, reviewed.adjusted)

    with in_public(reviewed.session) as session:
        assert session.exec(select(Item)).all()


def test_without_review_what_is_adjusted_is_read(reviewed: Registered) -> None:
    choose_publishing(reviewed.session, ACT, reviewed.board, Publishing.UNREVIEWED, DECIDED)

    with in_public(reviewed.session) as session:
        assert session.exec(select(Item)).all()


def test_a_draft_is_not_read_though_a_copy_stands(reviewed: Registered) -> None:
    publish_as_it_is(reviewed.session, ACT, reviewed.open)
    key = reviewed.open.id

    with in_public(reviewed.session) as session:
        assert not session.exec(select(Item).where(Item.meeting_id == key)).all()


def test_a_masked_text_is_read_masked_whatever_asks_for_it(reviewed: Registered) -> None:
    title, told = _masked(reviewed)

    with in_public(reviewed.session) as session:
        read = [
            *(item.title for item in session.exec(select(Item))),
            *session.exec(select(Item.title)),
            *session.exec(select(func.max(Item.title)).group_by(col(Item.id))),
        ]
    assert told in read
    assert title not in read
    assert "[maskat]" in told


def test_a_masked_word_finds_nothing_and_what_stands_for_it_does(reviewed: Registered) -> None:
    title, told = _masked(reviewed)
    word, rest = title.split()[0], told.split()[-1]

    with in_public(reviewed.session) as session:
        by_word = select(Item.title).where(each_word_in(word, Item.title))
        by_rest = select(Item.title).where(each_word_in(rest, Item.title))
        assert told not in session.exec(by_word).all()
        assert told in session.exec(by_rest).all()


def test_masks_themselves_are_seen_in_the_workspace_only(reviewed: Registered) -> None:
    _masked(reviewed)

    with in_public(reviewed.session) as session:
        assert not session.exec(select(Mask)).all()
        assert session.exec(select(MaskedText)).all()
    show(reviewed.session, Sight(frozenset()))
    assert not reviewed.session.exec(select(Mask)).all()
    assert not reviewed.session.exec(select(MaskedText)).all()
    show(reviewed.session, Sight(None, agenda=True))


def test_whoever_is_not_the_public_reads_what_stands_in_the_record(reviewed: Registered) -> None:
    title, _ = _masked(reviewed)
    with in_public(reviewed.session):
        pass

    assert title in reviewed.session.exec(select(Item.title)).all()


def test_a_copy_is_read_to_its_last_day(reviewed: Registered) -> None:
    _masked(reviewed)

    with in_public(reviewed.session, date(2026, 12, 1)) as session:
        assert session.exec(select(Item)).all()
    with in_public(reviewed.session, date(2026, 12, 2)) as session:
        assert not session.exec(select(Item)).all()


def test_a_copy_that_is_withdrawn_brings_no_older_one_back(reviewed: Registered) -> None:
    publish_as_it_is(reviewed.session, ACT, reviewed.adjusted)
    copy = approve_copy(reviewed.session, ACT, reviewed.adjusted)

    withdraw_copy(reviewed.session, ACT, copy)

    with in_public(reviewed.session) as session:
        assert not session.exec(select(Item)).all()


def test_a_copy_is_withdrawn_once(reviewed: Registered) -> None:
    copy = approve_copy(reviewed.session, ACT, reviewed.adjusted)
    withdraw_copy(reviewed.session, Act(ACT.by, ACT.at), copy)

    with pytest.raises(RuleBroken):
        withdraw_copy(reviewed.session, ACT, copy)


def test_names_of_the_elected_are_not_ruled_to_be_masked(reviewed: Registered) -> None:
    session, meeting = reviewed.session, reviewed.adjusted
    public = Public(elected=elected_of(session, meeting), parties=["S"])
    name = sorted(public.elected)[0]

    for words in (name, "S"):
        with pytest.raises(RuleBroken):
            rule_on(session, ACT, meeting, words, Ruling.MASKED, "x", public=public)
