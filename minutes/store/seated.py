"""Who is in the room for a §, with the persons in the register behind the names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, or_, select

from minutes.domain.persons import Person as Named
from minutes.domain.seated import InRoom
from minutes.store import tables as t
from minutes.store.agendas import numbers_on
from minutes.store.dissent_records import dissent_in
from minutes.store.records import attendance_of
from minutes.store.remembered import remembered
from minutes.store.rows import grouped


@dataclass(frozen=True, slots=True)
class Seated(InRoom):
    """Who is in the room, and `people`, the register's persons by the name of the day."""

    people: Mapping[Named, t.Person] | None = None


def mandates_on(session: Session, body_id: int, day: date) -> list[tuple[t.Mandate, t.Person]]:
    """The mandates in a body on a day, with their holders, in the order they were given."""
    held = (
        select(t.Mandate, t.Person)
        .join(t.Person, col(t.Person.id) == t.Mandate.person_id)
        .where(t.Mandate.body_id == body_id, t.Mandate.begins_on <= day)
        .where(or_(col(t.Mandate.ends_on).is_(None), col(t.Mandate.ends_on) >= day))
    )
    in_order = held.order_by(col(t.Mandate.id))
    return [*remembered(session, ("mandates", body_id, day), lambda: session.exec(in_order).all())]


def _persons(session: Session, keys: Iterable[int | None]) -> dict[int, t.Person]:
    rows = session.exec(select(t.Person).where(col(t.Person.id).in_({k for k in keys if k})))
    return {row.id: row for row in rows}


def people_at(session: Session, meeting: t.Meeting) -> dict[Named, t.Person]:
    """The persons of the register by their names of that day: mandates, and who is entered."""
    mandates = mandates_on(session, meeting.body_id, meeting.held_on)
    found = {Named(person.name, mandate.party): person for mandate, person in mandates}
    rows = grouped(session, t.Attendance, "meeting_id", [meeting.id])[meeting.id]
    persons = _persons(session, (row.person_id for row in rows))
    known = {Named(r.name, r.party): persons[r.person_id] for r in rows if r.person_id in persons}
    return found | known


def _item_of(session: Session, meeting: t.Meeting, number: int) -> int | None:
    """The key of the item that has the number, or is foreseen to get it."""
    numbers = numbers_on(session, meeting)
    return next((key for key, given in numbers.items() if given == number), None)


def seated(session: Session, meeting: t.Meeting, number: int) -> Seated:
    """Who serves, who leads and who is away in § `number`, given or foreseen."""
    body = session.get_one(t.Body, meeting.body_id)
    item = _item_of(session, meeting, number)
    dissent = dissent_in(session, [item] if item else [])
    disqualified = dissent.disqualifications(item) if item else ()
    return Seated(
        number,
        body.kind,
        body.seats,
        attendance_of(session, meeting),
        tuple(d.person for d in disqualified),
        next((d.chaired_by for d in disqualified if d.chaired_by), None),
        dissent.stands_aside(item) if item else (),
        people_at(session, meeting),
    )
