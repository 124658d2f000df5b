"""Reservations, notes and who stands aside are entered on the screen."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlmodel import col, select

from minutes.store.session import session
from minutes.store.tables import Meeting, Reservation
from tests.databases import opened
from tests.web.brought import brought
from tests.web.desk import Desk

BOARD = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def at(desk: Desk) -> Desk:
    """The secretary at a § of the board's draft, decided by one point."""
    _set_closed(desk, None)
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    return desk


def _set_closed(desk: Desk, at: str | None) -> None:
    with opened(desk.register):
        held = col(Meeting.held_on) == date(2026, 10, 28)
        session().exec(select(Meeting).where(held)).one().closed_at = at
        session().commit()


def test_nobody_reserves_once_the_meeting_is_closed(at: Desk) -> None:
    _set_closed(at, "12:00")

    page = at.send("reservation-ny", who="elfv", expect=422)

    assert "Sammanträdet är avslutat" in page.words


def test_several_reserve_in_one_go(at: Desk) -> None:
    page = at.send("reservation-ny", who="elfv, bladh")

    assert "Kristina Elfving (C) och Tommy Bladh (" in at.minutes
    assert "reserverar sig mot beslutet" in at.minutes
    assert "till förmån för eget yrkande." in page.words


def test_the_reason_may_come_later_and_when_it_came_is_kept(at: Desk) -> None:
    at.send("reservation-ny", who="elfv")
    own = at.last_form("reservation-")

    at.send(own, motivation="Priset är för högt.")
    assert "med följande motivering" in at.minutes
    at.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
    at.send(own, motivation="Priset är alltför högt.")

    with opened(at.register):
        key = int(own.rpartition("-")[2])
        row = session().exec(select(Reservation).where(Reservation.id == key)).one()
        assert (row.motivation, row.received_at) == (
            "Priset är alltför högt.",
            datetime(2026, 11, 22, 12, tzinfo=UTC),
        )


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"who": ""}, "Skriv vem det är"),
        ({"who": "xyz"}, "Ingen här heter"),
        ({"who": "elfv", "point": "9"}, "Beslutet har ingen punkt 9"),
        ({"who": "elfv", "point": "x"}, "heltal"),
        ({"who": "elfv", "motivation": "a" * 200_001}, "200000"),
    ],
    ids=["nobody", "unknown", "no such point", "no number", "too long"],
)
def test_what_cannot_be_reserved_is_told_and_kept(
    at: Desk, fields: dict[str, str], sentence: str
) -> None:
    page = at.send("reservation-ny", **fields, expect=422)

    assert sentence in page.words
    assert at.value("reservation-ny", "who") == fields["who"]


def test_one_reserves_once_and_comes_back_after_an_undoing(at: Desk) -> None:
    at.send("reservation-ny", who="elfv", motivation="<b>Nej</b> 🚌")
    assert "<b>Nej</b> 🚌" in at.minutes
    assert "har redan" in at.send("reservation-ny", who="elfv", expect=422).words
    at.send(at.last_form("reservation-"), press="borttagning")
    assert "<b>Nej</b>" not in at.minutes

    at.send("angra-senaste")

    assert "<b>Nej</b> 🚌" in at.minutes


def test_who_does_not_take_part_cannot_reserve(at: Desk) -> None:
    fields = {n: "" for n in at.form("beslut")[1] if n.endswith("-text")}
    at.send("beslut", **fields)
    at.send("avstar-ny", who="elfv")
    assert "Kristina Elfving (C) deltar inte i beslutet." in at.minutes

    page = at.send("reservation-ny", who="elfv", expect=422)

    assert "deltog inte i beslutet" in page.words
    at.send(at.last_form("avstar-"))
    assert "deltar inte i beslutet." not in at.minutes


def test_nobody_stands_aside_once_it_is_decided(at: Desk) -> None:
    page = at.send("avstar-ny", who="elfv", expect=422)

    assert "Beslutet är redan infört" in page.words


def test_a_note_is_entered_mended_and_put_back(at: Desk) -> None:
    at.send("anteckning-ny", who="elfv, bladh", kind="separate_statement", text="Vi ser fram 🚌.")
    assert "lämnar följande särskilda yttrande" in at.minutes
    own = at.last_form("anteckning-")

    at.send(own, who="C", text="Vi i <b>C</b>.")
    assert "<b>C</b>" in at.minutes
    at.send(own, press="borttagning")
    assert "Vi i <b>C</b>" not in at.minutes
    at.send("angra-senaste")
    assert "Vi i <b>C</b>" in at.minutes


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"who": "elfv", "text": " "}, "saknar ord"),
        ({"who": "elfv, C", "text": "a"}, "inte av båda"),
        ({"who": "", "text": "a"}, "Skriv vem det är"),
        ({"who": "elfv", "text": "a", "kind": "x"}, "Välj"),
    ],
    ids=["no words", "a person and a group", "nobody", "unknown kind"],
)
def test_a_note_that_cannot_stand_is_told(at: Desk, fields: dict[str, str], sentence: str) -> None:
    assert sentence in at.send("anteckning-ny", **fields, expect=422).words


def test_a_stale_note_is_refused_with_its_words_kept(at: Desk) -> None:
    at.send("anteckning-ny", who="elfv", text="Ett.")
    own = at.last_form("anteckning-")
    stale = at.form(own, text="Mitt.")
    at.send(own, text="Ditt.")

    page = at.post(stale, expect=409)

    assert "Ditt." in page.words
    assert at.value(own, "text") == "Mitt."
