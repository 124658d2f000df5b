"""Adjusted minutes keep every name, party and role as they were that day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import Boolean, Column, Date, Enum, Integer, text
from sqlmodel import Session, select
from sqlmodel.sql.sqltypes import UTCDateTime

from minutes.actions.persons import Seat, give_mandate
from minutes.domain.attendance import Role
from minutes.store.records import protocol_of
from minutes.store.tables import Attendance, Mandate, Person
from tests.store.frozen import FROZEN, KEPT, OUTLIVING
from tests.store.registered import ACT, ADJUSTED_DAY, Registered
from tests.store.statements import DONE, TABLES, copy_of, distinct, first, last, written
from tests.store.whole import adjusted_protocol

_QUOTED = (
    "body.name",
    "body.organisation_id",
    "clause.motion_id",
    "clause.position",
    "matter.dnr",
    "motion.number",
    "organisation.name",
)
"""What minutes quote of rows that outlive them."""
_COLUMNS = [c for t in sorted(OUTLIVING) for c in TABLES[t].columns if c.name != "id"]


def _named(session: Session, name: str) -> Person:
    return session.exec(select(Person).where(Person.name == name)).one()


def test_a_person_who_changes_name_bears_the_old_one_in_old_minutes(
    registered: Registered,
) -> None:
    session = registered.session
    person = _named(session, "Eva Ek")

    person.name, person.slug = "Eva Ekman", "eva-ekman"
    session.flush()
    session.expire_all()

    assert protocol_of(session, registered.adjusted) == adjusted_protocol(ADJUSTED_DAY)
    there = select(Attendance.name).where(Attendance.person_id == person.id)
    assert set(session.exec(there)) == {"Eva Ek"}


def test_one_who_changes_party_and_role_has_the_old_ones_in_old_minutes(
    registered: Registered,
) -> None:
    session = registered.session
    person = _named(session, "Eva Ek")
    before = session.exec(select(Mandate).where(Mandate.person_id == person.id)).one()

    before.ends_on = date(2026, 2, 28)
    seat = Seat(Role.MEMBER, "V", date(2026, 3, 1))
    give_mandate(session, ACT, person, registered.board, seat=seat)
    session.expire_all()

    chair = protocol_of(session, registered.adjusted).attendance[0]
    assert (chair.name, chair.party, chair.role) == ("Eva Ek", "S", Role.CHAIR)


_OTHERS = {
    Boolean: "FALSE",
    Integer: "77",
    Date: "'2030-05-05'",
    UTCDateTime: "'2030-05-05 12:00'",
}
"""Another value for a column of a kind, in SQL."""


def _other(column: Column[object]) -> str:
    """Another value for a column, in SQL."""
    for key in column.foreign_keys:
        return f"(SELECT max(id) FROM {key.column.table.name})"
    if isinstance(column.type, Enum):
        return f"'{column.type.enums[-1]}'"
    return _OTHERS.get(type(column.type), "'annat'")


def _statements(session: Session, column: Column[object], row: str) -> Iterator[str]:
    """The column gets another value; one that points elsewhere gets somewhere to point."""
    table = column.table.name
    found = session.scalar(text(f"SELECT id FROM {table} WHERE {row}"))
    for key in column.foreign_keys:
        target = key.column.table
        yield copy_of(target.name, last(target.name), distinct(target))
    yield f"UPDATE {table} SET {column.name} = {_other(column)} WHERE id = {found}"


@pytest.mark.parametrize("row", [first, last], ids=["first", "last"])
@pytest.mark.parametrize("column", _COLUMNS, ids=str)
def test_nothing_written_elsewhere_changes_adjusted_minutes(
    registered: Registered, column: Column[object], row: Callable[[str], str]
) -> None:
    session = registered.session
    statements = _statements(session, column, row(column.table.name))

    with written(session, *statements) as said:
        if said == DONE:
            assert protocol_of(session, registered.adjusted) == adjusted_protocol(ADJUSTED_DAY)
        else:
            assert FROZEN in said or KEPT in said or "check constraint" in said.casefold()


@pytest.mark.parametrize("name", _QUOTED)
def test_what_adjusted_minutes_quote_is_frozen(registered: Registered, name: str) -> None:
    column = next(c for c in _COLUMNS if str(c) == name)
    row = last("body") if name.startswith("body") else first(column.table.name)
    statements = _statements(registered.session, column, row)

    with written(registered.session, *statements) as said:
        assert FROZEN in said
