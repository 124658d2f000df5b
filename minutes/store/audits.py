"""What an audit must know beside the record, as the register has it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from minutes.domain.attendance import Role, Substitute
from minutes.domain.findings import Context
from minutes.domain.persons import Person as Named
from minutes.store import tables as t
from minutes.store.agendas import items_on, numbers_of
from minutes.store.records import attendance_of
from minutes.store.seated import mandates_on


def _substitutes(session: Session, meeting: t.Meeting) -> tuple[Substitute, ...]:
    """Who may be called, by their party's order."""
    held = mandates_on(session, meeting.body_id, meeting.held_on)
    return tuple(
        Substitute(Named(person.name, mandate.party), mandate.substitution_order or 0)
        for mandate, person in held
        if mandate.role is Role.SUBSTITUTE
    )


def _number_before(session: Session, meeting: t.Meeting) -> int | None:
    """The last number that the body gave at the year's earlier meetings."""
    earlier = select(func.max(t.Item.number)).join(
        t.Meeting, col(t.Meeting.id) == t.Item.meeting_id
    )
    of_year = earlier.where(t.Item.body_id == meeting.body_id, t.Item.year == meeting.held_on.year)
    return session.exec(of_year.where(t.Meeting.held_on < meeting.held_on)).one()


def _titles(items: Sequence[t.Item]) -> tuple[str, ...]:
    return tuple(item.title for item in items if item.number is None)


def context_of(session: Session, meeting: t.Meeting) -> Context:
    """The context of a meeting's audit, but for what only the words of its papers tell."""
    body = session.get_one(t.Body, meeting.body_id)
    superior = session.get(t.Body, body.superior_id) if body.superior_id else None
    items = items_on(session, meeting)
    numbers = numbers_of(session, meeting, items)
    return Context(
        kind=body.kind,
        seats=body.seats,
        superior=superior.name if superior else None,
        attendance=attendance_of(session, meeting),
        substitutes=_substitutes(session, meeting),
        elections={numbers[item.id] for item in items if item.is_election},
        open_items=_titles(items),
        number_before=_number_before(session, meeting),
    )
