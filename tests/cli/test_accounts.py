"""`minutes user`: the first administrator's way in, and the way back for who lost theirs."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.cli.commands import Commands

PASSWORD = "ett långt lösenord"
EMAIL = "vera@exempel.se"


@pytest.fixture
def with_account(held: Commands) -> Commands:
    """A register with a protocol and an account."""
    added = held.run("user", "add", EMAIL, "--name", "Vera Ek", "--password", PASSWORD)
    assert added.exit_code == 0, added.output
    return held


def _asked(commands: Commands, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(commands.database)) as database:
        return database.execute(question).fetchall()


def test_an_account_is_made_with_a_password_that_is_told_once(held: Commands) -> None:
    result = held.run("user", "add", " Vera@Exempel.se ", "--role", "administrator")

    assert result.exit_code == 0
    assert "Kontot vera@exempel.se är gjort.\nLösenord: " in result.stderr
    assert _asked(held, "SELECT duty, body_id FROM entrusted") == [("administrator", None)]


def test_a_password_is_kept_as_its_hash(with_account: Commands) -> None:
    [(kept,)] = _asked(with_account, "SELECT password FROM account")

    assert str(kept).startswith("$argon2id$")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", EMAIL), "Det finns redan ett konto"),
        (("add", "vera"), "ingen e-postadress"),
        (("add", "nils@exempel.se", "--password", "kort"), "minst 12 tecken"),
        (("add", "nils@exempel.se", "--role", "secretary", "--body", "Ingen"), "inget organ"),
        (("role", "nils@exempel.se", "secretary"), "inget konto"),
        (("role", EMAIL, "secretary", "--remove"), "inte den behörigheten"),
        (("reset", "nils@exempel.se"), "inget konto"),
        (("reset", EMAIL, "--password", "kort"), "minst 12 tecken"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    with_account: Commands, words: tuple[str, ...], said: str
) -> None:
    before = with_account.rows()

    result = with_account.run("user", *words)

    assert result.exit_code == 2
    assert said in result.stderr
    assert with_account.rows() == before


def test_a_duty_is_given_in_a_body_and_taken_back(with_account: Commands) -> None:
    given = with_account.run("user", "role", EMAIL, "secretary", "--body", "Regionstyrelsen")
    again = with_account.run("user", "role", EMAIL, "secretary", "--body", "Regionstyrelsen")
    assert (given.exit_code, again.exit_code) == (0, 0)
    assert _asked(with_account, "SELECT duty FROM entrusted") == [("secretary",)]

    with_account.run("user", "role", EMAIL, "secretary", "--body", "Regionstyrelsen", "--remove")

    assert _asked(with_account, "SELECT duty FROM entrusted") == []


def test_each_change_is_in_the_history(with_account: Commands) -> None:
    with_account.run("user", "role", EMAIL, "registrar")
    with_account.run("user", "reset", EMAIL)

    verbs = _asked(with_account, "SELECT verb FROM history ORDER BY id DESC LIMIT 3")
    assert [verb for (verb,) in verbs] == ["reset", "entrusted", "opened"]
