"""Rows become the roster of a meeting: the mandates of the day and who is there."""

from __future__ import annotations

from sqlmodel import Session

from minutes.domain.attendance import Role
from minutes.domain.disqualifications import Disqualification
from minutes.domain.numbering import next_number
from minutes.domain.persons import Person as Named
from minutes.domain.roster import Mandate, Roster
from minutes.store import tables as t
from minutes.store.agendas import items_on, numbers_given, numbers_of
from minutes.store.dissent_records import dissent_in
from minutes.store.records import attendance_of
from minutes.store.seated import mandates_on

_RANKED = tuple(Role)


def coming_number(session: Session, meeting: t.Meeting) -> int:
    """The number that the next item to be closed is going to get."""
    return next_number(numbers_given(session, meeting))


def _numbers(session: Session, meeting: t.Meeting) -> dict[int, int]:
    return numbers_of(session, meeting, items_on(session, meeting))


def disqualified_in(
    session: Session, meeting: t.Meeting
) -> tuple[tuple[int, Disqualification], ...]:
    """Who is disqualified in which § of a meeting, given or foreseen."""
    numbers = _numbers(session, meeting)
    dissent = dissent_in(session, list(numbers))
    told = [(number, key) for key, number in numbers.items()]
    return tuple((n, one) for n, key in sorted(told) for one in dissent.disqualifications(key))


def _mandates(session: Session, meeting: t.Meeting) -> tuple[Mandate, ...]:
    """The seats of the day, the chair's first; who holds two has the later one."""
    held = mandates_on(session, meeting.body_id, meeting.held_on)
    held.sort(key=lambda row: (row[0].begins_on, row[0].id))
    latest = {person.id: (mandate, person) for mandate, person in held}
    ranked = sorted(latest.values(), key=lambda row: (_RANKED.index(row[0].role), row[0].id))
    return tuple(
        Mandate(Named(person.name, mandate.party), mandate.role, mandate.substitution_order or 0)
        for mandate, person in ranked
    )


def roster_of(session: Session, meeting: t.Meeting) -> Roster:
    """The roster of a meeting as it stands."""
    body = session.get_one(t.Body, meeting.body_id)
    numbers = _numbers(session, meeting).values()
    return Roster(
        attendance_of(session, meeting),
        _mandates(session, meeting),
        min(numbers, default=coming_number(session, meeting)),
        body.seats,
        body.kind,
        [(number, one.person) for number, one in disqualified_in(session, meeting)],
    )
