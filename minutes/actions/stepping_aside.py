"""Who is disqualified leaves for a §, and comes back after it."""

from __future__ import annotations

from sqlmodel import Session, select

from minutes.actions.attendance_rows import changed_lines, keep_roster
from minutes.actions.dissent import disqualify
from minutes.actions.history import Act
from minutes.actions.revisions import strike
from minutes.actions.seating import hold_roster
from minutes.domain import leading
from minutes.domain.disqualifications import Disqualification as Told
from minutes.domain.seats import settled
from minutes.store.agendas import items_on, numbers_of
from minutes.store.dissent_records import dissent_in
from minutes.store.seated import people_at
from minutes.store.tables import Disqualification, Item, Meeting


def _number_of(session: Session, meeting: Meeting, item: Item) -> int:
    return numbers_of(session, meeting, items_on(session, meeting))[item.id]


def _next_place(session: Session, item: Item) -> int:
    of_item = select(Disqualification.position).where(Disqualification.item_id == item.id)
    return max(session.exec(of_item), default=-1) + 1


def step_aside(
    session: Session,
    act: Act,
    meeting: Meeting,
    item: Item,
    told: Told,
) -> Disqualification:
    """Enter who is disqualified in a §: they leave, a substitute serves and another leads.

    Raises RuleBroken.
    """
    before = hold_roster(session, meeting)
    changed, done = leading.steps_aside(before, _number_of(session, meeting, item), told)
    after = settled(changed)
    keep_roster(session, meeting, after)
    return disqualify(
        session,
        act,
        item,
        done,
        people=people_at(session, meeting),
        position=_next_place(session, item),
        verb="stepped aside",
        details=changed_lines(before, after),
    )


def step_back(
    session: Session,
    act: Act,
    meeting: Meeting,
    row: Disqualification,
    *,
    seen: int | None = None,
) -> Disqualification:
    """Undo that somebody stepped aside: everybody sits as before. Raises RuleBroken, Outdated."""
    before = hold_roster(session, meeting)
    item = session.get_one(Item, row.item_id)
    number = _number_of(session, meeting, item)
    told = next(
        one
        for one in dissent_in(session, [item.id]).disqualifications(item.id)
        if (one.name, one.party) == (row.name, row.party)
    )
    strike(session, act, row, seen=seen)
    keep_roster(session, meeting, settled(leading.steps_back(before, number, told)))
    return row
