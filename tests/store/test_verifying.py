"""What is not as it was is found, also where it was changed past everything that guards it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlmodel import Session

from minutes.actions.verifying import chain, database, records
from minutes.store.frozen import frozen_tables
from tests.store.frozen import FREEZES
from tests.store.registered import Registered
from tests.store.statements import TABLES, first, last


def _disarm(session: Session, *tables: str) -> None:
    """Take away what guards a table, as one who owns the database can."""
    connection = session.connection()
    for table in tables:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
            continue
        named = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table"
        for (name,) in connection.execute(text(named), {"table": table}).all():
            connection.execute(text(f"DROP TRIGGER {name}"))


def _damage(session: Session, table: str, statement: str) -> None:
    _disarm(session, table)
    session.connection().execute(text(statement))
    session.expire_all()


def _found(session: Session) -> list[str]:
    """What is found wrong, but for the missing guard."""
    parts: Iterator[Iterator[str | None]] = iter([chain.walk(session), records.walk(session)])
    return [fault for part in parts for fault in part if fault]


def test_a_register_that_nobody_has_damaged_is_as_it_was(registered: Registered) -> None:
    assert list(database.walk(registered.session)) == []
    assert _found(registered.session) == []


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        pytest.param(
            f"UPDATE history SET actor = 'Annan' WHERE {first('history')}",
            "är ändrad i efterhand",
            id="another did it",
        ),
        pytest.param(
            f"""UPDATE history SET details = '{{"a": 1}}' WHERE {last("history")}""",
            "är ändrad i efterhand",
            id="something else was done",
        ),
        pytest.param(
            "DELETE FROM history WHERE id = (SELECT min(id) + 5 FROM history)",
            "en händelse är borttagen eller insatt",
            id="an entry is taken out",
        ),
        pytest.param(
            "DELETE FROM history WHERE verb = 'announced'",
            "i tabellen notice står inte i historiken",
            id="the last of a kind is taken out",
        ),
    ],
)
def test_a_history_that_was_changed_is_found(
    registered: Registered, statement: str, sentence: str
) -> None:
    _damage(registered.session, "history", statement)

    assert any(sentence in fault for fault in _found(registered.session))


def test_the_first_thing_that_is_wrong_in_the_history_is_named_first(
    registered: Registered,
) -> None:
    entry = registered.session.connection().scalar(text("SELECT min(id) + 3 FROM history"))
    _damage(registered.session, "history", f"UPDATE history SET verb = 'x' WHERE id >= {entry}")

    assert _found(registered.session)[0].startswith(f"Händelse {entry} i historiken")


def test_a_row_that_the_history_tells_of_and_that_is_gone_is_found(
    registered: Registered,
) -> None:
    session = registered.session
    _damage(session, "notice", "DELETE FROM notice")

    assert re.search(r"gäller raden \d+ i tabellen notice", "\n".join(_found(session)))


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(f"DELETE FROM text_revision WHERE {last('text_revision')}", id="taken out"),
        pytest.param(
            f"UPDATE text_revision SET number = 7 WHERE {last('text_revision')}", id="renumbered"
        ),
    ],
)
def test_a_text_that_lacks_a_wording_is_found(registered: Registered, statement: str) -> None:
    _damage(registered.session, "text_revision", statement)

    assert "lydelser" in _found(registered.session)[0]


_HELD_BY_OTHERS = {"decision", "item", "meeting", "question"}
"""Tables whose rows no statement takes out, as other rows refer to them."""


@pytest.mark.parametrize("table", sorted(set(FREEZES) - _HELD_BY_OTHERS))
def test_a_row_of_adjusted_minutes_that_was_taken_out_is_found(
    registered: Registered, table: str
) -> None:
    session = registered.session
    _disarm(session, *TABLES)
    session.connection().execute(text(f"DELETE FROM {table} WHERE {first(table)}"))

    assert any("är inte det som justerades" in fault for fault in _found(session))


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("ballot", "choice = 'no'"),
        ("vote", "yes_means = 'avslag'"),
        ("decision_point", "text = 'avslå delårsrapporten.'"),
        ("text_revision", "text = 'Annat.'"),
        ("attendance", "name = 'Någon Annan'"),
        ("assignment", "assignee = 'Någon Annan'"),
        ("meeting", "place = 'Annorstädes'"),
    ],
)
def test_a_changed_word_of_adjusted_minutes_is_found(
    registered: Registered, table: str, change: str
) -> None:
    session = registered.session
    _damage(session, table, f"UPDATE {table} SET {change} WHERE {first(table)}")

    (fault,) = (f for f in _found(session) if "är inte det som justerades" in f)
    assert table in fault


@pytest.mark.parametrize("table", ["vote", "history", "document", "adjustment"])
def test_a_guard_that_is_gone_is_found(registered: Registered, table: str) -> None:
    _disarm(registered.session, table)

    assert list(database.walk(registered.session)) == [
        f"Spärren som skyddar tabellen {table} mot ändringar saknas i databasen."
    ]


def test_what_is_summed_is_what_is_frozen() -> None:
    assert set(frozen_tables()) == {*FREEZES, "assignment"}
