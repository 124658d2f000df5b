"""What must stay true stands in the database, each constraint named by its sentence."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from sqlalchemy import CheckConstraint, Enum, Index, UniqueConstraint
from sqlalchemy.exc import IntegrityError

from minutes.actions.bodies import establish_body
from minutes.actions.items import take_up_item
from minutes.actions.meetings import hold_meeting
from minutes.domain.bodies import BodyKind
from minutes.store.tables import Body, Meeting
from tests.store.broken import BESIDE, BROKEN, NAMED
from tests.store.registered import ACT, ADJUSTED_DAY, Registered
from tests.store.statements import (
    DONE,
    TABLES,
    copy_of,
    distinct,
    last,
    partial,
    refusal,
    uniques,
    written,
)
from tests.store.whole import whole_protocol

_CHOICES = {c.type.name: c for t in TABLES.values() for c in t.columns if isinstance(c.type, Enum)}
_CHECKS = {
    str(c.name): table.name
    for table in TABLES.values()
    for c in table.constraints
    if isinstance(c, CheckConstraint) and c.name not in _CHOICES
}
_UNIQUES = [one for table in TABLES.values() for one in uniques(table)]
_PARTIAL = [one for table in TABLES.values() if table.name != "notice" for one in partial(table)]


def _name(constraint: UniqueConstraint | Index) -> str:
    return str(constraint.name)


def _of_last(registered: Registered, table: str, changes: dict[str, str]) -> str:
    return refusal(registered.session, copy_of(table, last(table), changes))


def test_constraints_are_named_as_sentences() -> None:
    names = [*_CHECKS, *map(str, _CHOICES), *map(_name, _UNIQUES), *map(_name, _PARTIAL)]

    assert [n for n in names if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+){2,}", n)] == []


def test_a_sentence_names_one_constraint() -> None:
    names = Counter([*_CHECKS, *_CHOICES, *map(_name, _UNIQUES), *map(_name, _PARTIAL)])

    assert [name for name, count in names.items() if count > 1] == []


def test_each_check_has_a_row_that_breaks_it() -> None:
    assert set(BROKEN) == set(_CHECKS), "give a new check its example in BROKEN"


@pytest.mark.parametrize("name", BROKEN)
def test_a_row_that_breaks_a_check_is_refused(registered: Registered, name: str) -> None:
    said = _of_last(registered, _CHECKS[name], BROKEN[name])

    assert name in said


def test_an_item_that_closes_goes_with_an_assignment_that_is_closed(
    registered: Registered,
) -> None:
    item = f"(SELECT max(id) FROM item WHERE meeting_id = {registered.open.id})"
    changes = {"position": "9", "status": "'open'", "closed_by_id": item}

    assert "only_an_item_closes" in _of_last(registered, "assignment", changes)
    changes["status"] = "'closed'"
    assert _of_last(registered, "assignment", changes) == DONE


@pytest.mark.parametrize("name", _CHOICES)
def test_a_column_of_choices_takes_no_other_word(registered: Registered, name: str) -> None:
    column = _CHOICES[name]

    said = _of_last(registered, column.table.name, {column.name: "'annat'"})

    assert name in said


@pytest.mark.parametrize("constraint", _UNIQUES, ids=_name)
def test_what_stands_once_does_not_stand_twice(
    registered: Registered, constraint: UniqueConstraint
) -> None:
    table, columns = constraint.table, list(constraint.columns.keys())
    row = last(table.name, known=columns)

    changes = distinct(table, but=columns) | BESIDE.get(_name(constraint), {})
    said = refusal(registered.session, copy_of(table.name, row, changes))
    on_sqlite = ", ".join(f"{table.name}.{column}" for column in columns)
    assert _name(constraint) in said or said == f"UNIQUE constraint failed: {on_sqlite}"


@pytest.mark.parametrize("index", _PARTIAL, ids=_name)
def test_what_stands_once_does_not_stand_twice_where_a_part_is_missing(
    registered: Registered, index: Index
) -> None:
    assert index.table is not None
    table, columns = index.table.name, list(index.columns.keys())
    (missing,) = str(index.dialect_options["sqlite"]["where"]).split(" IS NULL", 1)[:1]
    free = distinct(TABLES[table], but=[*columns, missing])
    fitting = {missing: "NULL", **NAMED.get(str(index.name), {})}
    counted = {"number", "position"} & set(free)
    one, two = (free | dict.fromkeys(counted, n) for n in ("77", "78"))

    with written(
        registered.session,
        copy_of(table, last(table), one | fitting),
        copy_of(table, last(table), two | fitting),
    ) as said:
        on_sqlite = ", ".join(f"{table}.{column}" for column in columns)
        assert _name(index) in said or said == f"UNIQUE constraint failed: {on_sqlite}"
    assert refusal(registered.session, copy_of(table, last(table), one | fitting)) == DONE


def _meeting(registered: Registered, body: Body, day: date) -> Meeting:
    facts = whole_protocol(day)
    return hold_meeting(registered.session, ACT, body, day, facts=facts)


def test_a_number_of_another_year_or_another_body_is_free(registered: Registered) -> None:
    session, organisation = registered.session, registered.recorder.organisation
    other = establish_body(session, ACT, organisation, "Patientnämnden", kind=BodyKind.COMMITTEE)
    later = _meeting(registered, registered.board, date(2027, 2, 10))
    elsewhere = _meeting(registered, other, ADJUSTED_DAY)

    for meeting in (later, elsewhere):
        assert take_up_item(session, ACT, meeting, "Val", number=1).number == 1


def test_a_number_of_the_year_is_taken_at_every_meeting_of_the_body(
    registered: Registered,
) -> None:
    session = registered.session
    later = _meeting(registered, registered.board, date(2026, 12, 9))

    with (
        pytest.raises(IntegrityError, match=r"number_once_a_year|item\.number"),
        session.begin_nested(),
    ):
        take_up_item(session, ACT, later, "Val", number=1)
