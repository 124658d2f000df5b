"""`minutes mail`: letters are sent, listed and tried anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.cli.commands import Commands

_ROW = (
    "INSERT INTO letter (about, to_address, to_name, subject, words, written_at, due_at, tries, "
    "given_up_at, answer) VALUES ('a', 'eva@exempel.se', '', 'Att justera', 'Logga in.', "
    "'2026-03-11 09:00:00', '2026-03-11 09:00:00', 8, '2026-03-14 09:00:00', '550 no such box')"
)
SERVER = {
    "MINUTES_SMTP_HOST": "127.0.0.1",
    "MINUTES_SMTP_PORT": "1",
    "MINUTES_SMTP_FROM": "protokoll@exempel.se",
    "MINUTES_ADDRESS": "https://protokoll.exempel.se",
}


@pytest.fixture
def given_up(held: Commands) -> Commands:
    """A register with a letter that was given up."""
    with closing(sqlite3.connect(held.database)) as database, database:
        database.execute(_ROW)
    return held


def test_a_letter_that_was_given_up_is_listed_with_the_answer(given_up: Commands) -> None:
    result = given_up.run("mail", "list")

    assert "1  uppgivet  eva@exempel.se  Att justera  (550 no such box)" in result.stdout


def test_it_is_tried_anew(given_up: Commands) -> None:
    assert "prövas på nytt" in given_up.run("mail", "again", 1).stderr
    assert "1  prövas " in given_up.run("mail", "list").stdout
    assert given_up.run("mail", "again", 1).exit_code == 2


def test_a_server_that_is_not_reached_is_told_and_the_letter_waits(given_up: Commands) -> None:
    given_up.run("mail", "again", 1)

    result = given_up.run("mail", "send", **SERVER)

    assert (result.exit_code, "nås inte" in result.stderr) == (0, True)
    assert "prövas" in given_up.run("mail", "list").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [(("send",), "MINUTES_SMTP_HOST"), (("again", 9), "inget brev 9")],
    ids=["without a server", "no such letter"],
)
def test_what_cannot_be_done_is_said(held: Commands, words: tuple[object, ...], said: str) -> None:
    result = held.run("mail", *words)

    assert (result.exit_code, said in result.stderr) == (2, True)


def test_none_waits_in_a_new_register(commands: Commands) -> None:
    assert "Inga brev väntar" in commands.run("mail", "list").stderr
