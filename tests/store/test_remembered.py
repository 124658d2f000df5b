"""What a session remembers of the record is never older than what it wrote."""

from __future__ import annotations

from itertools import count

import pytest
from sqlalchemy import delete, update
from sqlmodel import Session

from minutes.store.remembered import forget, remembered
from minutes.store.tables import Organisation
from minutes.store.visibility import Sight, show


def _counting(session: Session) -> int:
    """How often has been asked, as a session remembers it."""
    calls = session.info.setdefault("calls", count(1))
    return remembered(session, ("calls", 1), lambda: next(calls))


def test_what_was_read_is_not_read_again(session: Session) -> None:
    assert [_counting(session), _counting(session)] == [1, 1]


def test_things_of_other_rows_are_read_for_themselves(session: Session) -> None:
    assert remembered(session, ("words", 1), lambda: "one") == "one"
    assert remembered(session, ("words", 2), lambda: "two") == "two"


def _add(session: Session) -> None:
    session.add(Organisation(name="Region Sundevik"))


def _undo(session: Session) -> None:
    session.connection()
    session.rollback()


@pytest.mark.parametrize(
    "happens",
    [
        pytest.param(_add, id="a row is added"),
        pytest.param(lambda s: s.execute(update(Organisation).values(name="B")), id="bulk update"),
        pytest.param(lambda s: s.execute(delete(Organisation)), id="bulk delete"),
        pytest.param(lambda s: s.commit(), id="commit"),
        pytest.param(_undo, id="rollback"),
        pytest.param(lambda s: show(s, Sight(frozenset({1}))), id="another sight"),
        pytest.param(forget, id="told to"),
    ],
)
def test_after_a_change_it_is_read_anew(session: Session, happens: object) -> None:
    assert _counting(session) == 1

    happens(session)  # type: ignore[operator]  # one of those above

    assert _counting(session) == 2
