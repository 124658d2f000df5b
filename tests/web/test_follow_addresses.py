"""Without an account one follows by an address: confirmed, changed and deleted by its owner."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from minutes.store.tables import Follow, Follower, FollowNews, History
from tests.web.desk import Desk
from tests.web.followed import (
    AFTER,
    BEFORE,
    BEGUN,
    EMAIL,
    PERSON,
    ask,
    confirmed,
    digests,
    let_send,
    letters,
    rows,
)


@pytest.fixture
def passer_by(desk: Desk) -> Desk:
    """Somebody without an account, where letters can be sent."""
    let_send(desk.register)
    return Desk(desk.register, "")


def _link(desk: Desk) -> str:
    """Where the last letter leads."""
    words = letters(desk.register)[-1]["words"]
    return urlsplit(next(w for w in words.split() if "/bekraftelse/" in w)).path


def test_an_address_is_written_to_after_its_owner_has_confirmed_it(passer_by: Desk) -> None:
    ask(passer_by, f" {EMAIL.upper()} ")
    assert digests(passer_by.register, BEFORE) == 0

    passer_by.open(_link(passer_by))
    page = passer_by.send("bekrafta")

    assert EMAIL in page.words
    assert digests(passer_by.register, AFTER) == 1
    assert letters(passer_by.register)[-1]["to_address"] == EMAIL


def test_a_link_that_was_used_leads_to_what_is_followed(passer_by: Desk) -> None:
    confirmed(passer_by)

    assert EMAIL in passer_by.visitor.client.get(_link(passer_by), follow_redirects=True).text


def test_a_link_that_is_too_old_is_refused_and_the_address_forgotten(passer_by: Desk) -> None:
    ask(passer_by)
    passer_by.open(_link(passer_by))
    passer_by.app.config["CLOCK"] = lambda: BEGUN + timedelta(hours=49)

    assert "två dygn" in passer_by.send("bekrafta", expect=422).words
    ask(passer_by, "annan@exempel.se")
    assert [one["email"] for one in rows(passer_by.register, Follower)] == ["annan@exempel.se"]
    assert all(one["to_address"] != EMAIL for one in letters(passer_by.register))


def test_a_link_that_nobody_was_sent_is_not_there(passer_by: Desk) -> None:
    page = passer_by.open(f"/bevakningar/bekraftelse/{'0' * 40}", 404)

    assert "avslutad eller felskriven" in page.words
    passer_by.open(f"/bevakningar/adress/{'0' * 40}", 404)


@pytest.mark.parametrize("email", ["kim", "kim@", "a b@c.se", "", f"{'a' * 250}@b.se"])
def test_what_is_no_address_is_refused_in_words(passer_by: Desk, email: str) -> None:
    ask(passer_by, email, expect=422)

    assert "ingen e-postadress" in passer_by.page.words
    assert rows(passer_by.register, Follower) == []


def test_whoever_asks_again_learns_nothing_and_no_second_letter_is_written(
    passer_by: Desk,
) -> None:
    confirmed(passer_by)
    first = len(letters(passer_by.register))

    ask(passer_by)

    assert "Vi har skrivit till" in passer_by.page.words
    assert len(letters(passer_by.register)) == first


def test_no_address_is_flooded_with_letters_that_ask(passer_by: Desk) -> None:
    for number in range(6):
        ask(passer_by, about=f"sok=q%3Dord{number}")
    ask(passer_by, about="sok=q%3Dannat", expect=429)

    assert len(letters(passer_by.register)) == 5


def test_the_program_that_reads_letters_stops_them_without_a_token(passer_by: Desk) -> None:
    secret = confirmed(passer_by)
    confirmed(passer_by, f"person={PERSON}")
    digests(passer_by.register, AFTER)
    [stop] = {one["unsubscribe"] for one in letters(passer_by.register) if one["unsubscribe"]}
    path = urlsplit(stop).path

    answer = passer_by.visitor.client.post(path, data={"List-Unsubscribe": "One-Click"})

    assert (path, answer.status_code) == (f"/bevakningar/adress/{secret}/avslut", 200)
    tables = (Follower, Follow, FollowNews)
    assert [rows(passer_by.register, one) for one in tables] == [[], [], []]
    assert letters(passer_by.register) == []
    assert EMAIL not in str(rows(passer_by.register, History))


def test_to_open_the_link_that_stops_letters_stops_nothing(passer_by: Desk) -> None:
    secret = confirmed(passer_by)

    passer_by.open(f"/bevakningar/adress/{secret}/avslut")
    assert len(rows(passer_by.register, Follower)) == 1
    passer_by.send("avsluta")
    assert rows(passer_by.register, Follower) == []


def test_how_often_is_chosen_and_the_last_that_is_stopped_takes_the_address_along(
    passer_by: Desk,
) -> None:
    secret = confirmed(passer_by)
    key = rows(passer_by.register, Follow)[0]["id"]
    passer_by.open(f"/bevakningar/adress/{secret}")

    passer_by.send(f"bevakning-{key}-rytm", rytm="weekly")
    assert rows(passer_by.register, Follow)[0]["rhythm"] == "weekly"
    assert "raderad" in passer_by.send(f"bevakning-{key}-avslut").words
    assert rows(passer_by.register, Follower) == []


def test_an_account_stops_its_letters_and_goes_on_following(passer_by: Desk) -> None:
    reader = Desk(passer_by.register)
    reader.open(f"/personer/{PERSON}")
    reader.send("folj")
    secret = rows(reader.register, Follower)[0]["secret"]

    passer_by.open(f"/bevakningar/adress/{secret}/avslut")
    assert "står kvar" in passer_by.send("avsluta").words
    assert [one["rhythm"] for one in rows(reader.register, Follow)] == ["never"]


def test_no_letter_is_offered_where_none_can_be_sent(passer_by: Desk) -> None:
    passer_by.app.config["MINUTES"] = passer_by.register.settings

    assert "Följ med e-post" not in passer_by.open(f"/personer/{PERSON}").words
    assert "inga brev" in passer_by.open(f"/bevakningar/e-post?person={PERSON}", 404).words
