"""`minutes digest`: followers are told what is new, on the day that it is."""

from __future__ import annotations

from tests.cli.commands import Commands
from tests.cli.test_mail import SERVER


def test_where_no_letters_can_be_sent_it_is_said_where_the_news_are(held: Commands) -> None:
    result = held.run("digest", "--on", "2026-04-13")

    assert (result.exit_code, "Inga brev kan skickas" in result.stderr) == (0, True)


def test_a_server_that_is_not_reached_keeps_the_letters_for_the_next_time(held: Commands) -> None:
    result = held.run("digest", **SERVER)

    assert (result.exit_code, "nås inte" in result.stderr) == (0, True)


def test_what_is_no_day_is_refused(held: Commands) -> None:
    assert held.run("digest", "--on", "i går").exit_code == 2
