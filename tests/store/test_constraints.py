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
_PARTIAL = [one for table in TABLES.values() for one in partial(table)]
_BROKEN = {
    "address_is_in_lower_case": {"email": "'EVA@exempel.se'"},
    "appeal_runs_after_posting": {"posted_on": "appeal_ends_on"},
    "assignment_has_an_origin": {"decision_point_id": "NULL", "plan": "NULL"},
    "body_has_seats": {"seats": "0"},
    "casting_vote_settles_a_tie": {"casting_name": "'Eva Ek'", "lot": "FALSE", "yes": "no + 1"},
    "checksum_is_sha256": {"sha256": "'abc'"},
    "clauses_are_counted_from_one": {"position": "0"},
    "deadline_follows_the_decision": {"decided_on": "'2026-04-08'", "deadline": "'2026-04-07'"},
    "interval_ends_after_it_begins": {"first_number": "9", "last_number": "8"},
    "lot_settles_a_tie": {"casting_name": "NULL", "lot": "TRUE", "yes": "no + 1"},
    "mandate_ends_after_it_begins": {"ends_on": "'2022-10-14'"},
    "mover_is_named": {"name": "NULL", "party": "NULL"},
    "notice_is_not_removed_too_soon": {"removed_on": "posted_on"},
    "notice_stays_the_whole_time": {"taken_down_on": "appeal_ends_on"},
    "number_is_positive": {"number": "0"},
    "only_a_single_proposal_falls": {"kind": "'against'", "carried": "NULL"},
    "only_an_item_closes": {"status": "'closed'", "closed_by_id": "NULL"},
    "point_number_is_positive": {"number": "0"},
    "proposal_is_in_first_or_second_place": {"rank": "3"},
    "proposal_names_its_receiver": {"kind": "'proposal'", "to_body": "NULL"},
    "proposal_supports_another": {"id": "9999", "supports_id": "9999"},
    "reservation_is_somebodys": {"name": "NULL", "party": "NULL"},
    "revision_number_is_positive": {"number": "0"},
    "size_is_a_count": {"size": "-1"},
    "superior_is_another_body": {"id": "9999", "superior_id": "9999"},
    "totals_are_counts": {"abstain": "-1"},
    "who_serves_for_another_serves": {"for_name": "'Eva Ek'", "serves": "FALSE"},
    "who_stands_aside_is_named": {"name": "NULL", "party": "NULL"},
    "withdrawn_item_has_no_number": {"withdrawn_at": "'2026-04-08 12:00:00'"},
}
"""For each check the values of a row that breaks it."""

_NAMED = {
    "duty_everywhere_is_held_once": {"duty": "'archivist'"},
    "group_stands_aside_once": {"party": "'NP'"},
    "stands_aside_once_without_a_party": {"name": "'Ulla Ny'"},
    "one_ballot_each_without_a_party": {"name": "'Ulla Ny'"},
    "disqualified_once_without_a_party": {"name": "'Ulla Ny'"},
    "file_of_no_meeting_is_kept_once": {"sha256": f"'{'0' * 64}'"},
}
"""What the rows are called whose party, or name, is missing."""


_BESIDE = {"subject_signs_in_to_one_account": {"account_id": "(SELECT max(id) FROM account)"}}
"""What else a copy must have, so that it breaks that one only."""


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
    assert set(_BROKEN) == set(_CHECKS), "give a new check its example in _BROKEN"


@pytest.mark.parametrize("name", _BROKEN)
def test_a_row_that_breaks_a_check_is_refused(registered: Registered, name: str) -> None:
    said = _of_last(registered, _CHECKS[name], _BROKEN[name])

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

    changes = distinct(table, but=columns) | _BESIDE.get(_name(constraint), {})
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
    fitting = {missing: "NULL", **_NAMED.get(str(index.name), {})}
    one, two = ({**free, "position": n} if "position" in free else free for n in ("77", "78"))

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
