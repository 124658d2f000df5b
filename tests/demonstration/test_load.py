"""The demonstration is entered into an empty register, whole and through the actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func
from sqlmodel import Session, col, select

from minutes.actions.enclosures import path_of
from minutes.actions.history import FIRST, digest_of
from minutes.demonstration.assignments import assignment_of
from minutes.demonstration.load import is_empty
from minutes.demonstration.meetings import MeetingOf
from minutes.demonstration.region import Misdescribed, region
from minutes.domain.assignments import AssignmentStatus, is_overdue
from minutes.domain.notices import appeal_ends_on
from minutes.domain.record import Item, Protocol
from minutes.store import tables as t
from minutes.store.records import find_bodies, meeting_of, protocol_of
from tests.databases import Register

TODAY = date(2026, 11, 22)


def _count(session: Session, table: type[t.Base]) -> int:
    return session.exec(select(func.count()).select_from(table)).one()


def _plain(item: Item) -> Item:
    """A § without what was corrected afterwards and the names of pictures, which have two."""
    sections = (replace(s, text=re.sub(r"\(bild/[^)]+\)", "(bild)", s.text)) for s in item.sections)
    described = tuple(one for one in item.corrections if one.version is None)
    return replace(item, sections=tuple(sections), corrections=described)


def _comparable(protocol: Protocol) -> Protocol:
    return replace(protocol, items=tuple(map(_plain, protocol.items)))


def _meeting(session: Session, held: MeetingOf) -> t.Meeting:
    meeting = meeting_of(
        session, find_bodies(session, held.protocol.body or "")[0], held.protocol.date
    )
    assert meeting is not None
    return meeting


def test_a_register_is_empty_until_something_is_entered(session: Session) -> None:
    assert is_empty(session)


def test_the_register_with_the_demonstration_is_not_empty(entered: Session) -> None:
    assert not is_empty(entered)


@pytest.mark.parametrize(
    ("table", "least"),
    [
        (t.Meeting, 16),
        (t.Item, 300),
        (t.Assignment, 40),
        (t.Motion, 10),
        (t.Vote, 20),
        (t.Reservation, 100),
        (t.Note, 10),
        (t.Disqualification, 12),
        (t.Measure, 6),
        (t.Correction, 2),
    ],
)
def test_the_register_holds_what_was_promised(
    entered: Session, table: type[t.Base], least: int
) -> None:
    assert _count(entered, table) >= least


@pytest.mark.parametrize(
    ("table", "number"),
    [(t.Organisation, 1), (t.Body, 3), (t.Party, 6), (t.Motion, 11), (t.Meeting, 26)],
)
def test_nothing_is_entered_twice(entered: Session, table: type[t.Base], number: int) -> None:
    assert _count(entered, table) == number


def test_a_meeting_is_given_back_as_it_is_described(entered: Session, held: MeetingOf) -> None:
    found = protocol_of(entered, _meeting(entered, held))

    assert _comparable(found) == _comparable(held.protocol)


def test_minutes_are_adjusted_and_announced_as_described(entered: Session, held: MeetingOf) -> None:
    meeting = _meeting(entered, held)
    of_it = select(t.Notice).where(t.Notice.meeting_id == meeting.id)
    notice = entered.exec(of_it).first()
    adjusted = select(t.Adjustment).where(t.Adjustment.meeting_id == meeting.id)

    assert (entered.exec(adjusted).first() is None) is (held.protocol.adjusted_on is None)
    assert (notice.posted_on if notice else None) == held.posted_on
    assert notice is None or notice.appeal_ends_on >= appeal_ends_on(notice.posted_on, ())


def test_the_secretary_those_who_led_and_the_adjusters_sign(entered: Session) -> None:
    rows = entered.exec(
        select(t.Signature.adjustment_id, func.count()).group_by(col(t.Signature.adjustment_id))
    ).all()

    assert len(rows) == _count(entered, t.Adjustment) == 22
    assert all(count in {3, 4, 5} for _, count in rows)


def test_a_body_stands_at_the_address_that_is_described(entered: Session) -> None:
    found = {b.name: b.slug for b in entered.exec(select(t.Body))}

    assert found == {body.name: body.slug for body in region().bodies}


def test_whoever_is_described_is_in_the_register_once(entered: Session) -> None:
    names = entered.exec(select(t.Person.name)).all()

    assert len(names) == len(set(names))
    assert {m.person.name for m in region().mandates} <= set(names)


def _assignments(session: Session, status: AssignmentStatus) -> Sequence[t.Assignment]:
    return session.exec(select(t.Assignment).where(t.Assignment.status == status)).all()


@pytest.mark.parametrize(
    "status", [AssignmentStatus.OPEN, AssignmentStatus.REPORTED, AssignmentStatus.CLOSED]
)
def test_assignments_have_come_differently_far(entered: Session, status: AssignmentStatus) -> None:
    assert len(_assignments(entered, status)) >= 3


def test_an_assignment_waits_for_the_paragraph_that_ends_it(entered: Session) -> None:
    waiting = _assignments(entered, AssignmentStatus.PROPOSED_FOR_CLOSING)

    assert assignment_of(entered, "Regionstyrelsen 2025 § 56 p. 3") in waiting
    assert all(one.closed_by_id is None for one in waiting)


def test_some_sign_before_the_day_of_adjustment(entered: Session) -> None:
    rows = entered.exec(
        select(t.Signature.signed_on, t.Adjustment.adjusted_on).join(t.Adjustment)
    ).all()

    assert any(signed < adjusted for signed, adjusted in rows)
    assert all(signed <= adjusted for signed, adjusted in rows)


def test_a_motivation_is_received_with_its_reservation(entered: Session) -> None:
    rows = entered.exec(select(t.Reservation)).all()

    assert {bool(row.motivation) for row in rows if row.received_at} == {True}


def test_some_assignments_are_overdue_and_some_come_from_plans(entered: Session) -> None:
    rows = entered.exec(select(t.Assignment)).all()

    assert any(is_overdue(a.deadline, TODAY, a.status) for a in rows)
    assert sum(a.plan is not None for a in rows) == len(region().plan_assignments)


def test_motions_are_answered_and_some_still_wait(entered: Session) -> None:
    answered = set(entered.exec(select(t.Clause.motion_id).join(t.ClauseOutcome)))

    assert 5 <= len(answered) < _count(entered, t.Motion)
    assert _count(entered, t.MotionMover) >= 10


def test_the_pictures_of_the_texts_are_kept(entered: Session, demo_register: Register) -> None:
    texts = "\n".join(entered.exec(select(t.TextRevision.text)))
    shown = set(re.findall(r"\(bild/([0-9a-f]{64})\)", texts))
    kept = select(t.Document.sha256).where(t.Document.kind == t.DocumentKind.PICTURE)

    assert shown == set(entered.exec(kept))
    assert all(path_of(demo_register.settings.exports, one).exists() for one in shown)


def test_every_change_has_its_entry_and_the_chain_holds(entered: Session) -> None:
    entries = entered.exec(select(t.History).order_by(col(t.History.id))).all()

    assert len(entries) > 3000
    assert [e.previous for e in entries] == [FIRST, *(e.digest for e in entries[:-1])]
    assert all(digest_of(entry) == entry.digest for entry in entries)


@pytest.mark.parametrize(
    "reference",
    ["Regionstyrelsen 2025 § 1 p. 1", "Regionstyrelsen 1999 § 1 p. 1", "En plan som inte finns"],
)
def test_a_reference_to_no_assignment_is_misdescribed(entered: Session, reference: str) -> None:
    with pytest.raises(Misdescribed, match="gave no assignment"):
        assignment_of(entered, reference)
