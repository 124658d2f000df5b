"""Assignments are given from the points of a decision, and recipients told, on the screen."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk

BOARD = "/arbete/regionstyrelsen/2026-10-28"
GIVEN = "ge regiondirektören i uppdrag att pröva avtalet senast den 31 mars 2027."


@pytest.fixture
@brought
def at(desk: Desk) -> Desk:
    """The secretary at a § whose decision gives an assignment."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    desk.send("beslut", **{"points-1-text": GIVEN})
    return desk


def test_what_the_decision_says_is_entered_by_one_press(at: Desk) -> None:
    at.send("uppdrag-beslutets")

    own = at.last_form("uppdrag-")
    assert at.value(own, "assignee") == "Regiondirektören"
    assert at.value(own, "text").startswith("pröva avtalet")
    assert at.value(own, "deadline") == "2027-03-31"
    assert at.value(own, "point") == "2"
    assert all(form.get("id") != "uppdrag-beslutets" for form in at.page.all("form"))


def test_one_is_given_by_hand_mended_taken_out_and_put_back(at: Desk) -> None:
    page = at.send("uppdrag-ny", point="2", text="pröva <b>avtalet</b> 🚌")
    assert "Utan tidsfrist" in page.words
    own = at.last_form("uppdrag-")

    page = at.send(own, event="inför budget 2028")
    assert "Utan tidsfrist" not in page.words
    page = at.send(own, press="borttagning")
    assert "Uppdraget togs bort." in page.words
    page = at.send("angra-senaste")
    assert "pröva <b>avtalet</b> 🚌" in page.words


def test_a_point_with_an_assignment_stays(at: Desk) -> None:
    at.send("uppdrag-ny", point="2", text="pröva avtalet")

    page = at.send("beslut", **{"points-1-text": ""}, expect=422)

    assert "Beslutspunkt 2 har ett uppdrag" in page.words


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"deadline": "2020-01-01"}, "ligger före beslutet"),
        ({"deadline": "i morgon"}, "Skriv dagen som"),
        ({"point": "9"}, "av en beslutspunkt"),
        ({"assignee": " "}, "vem som får uppdraget"),
        ({"assignee": "a" * 501}, "Mottagaren av uppdraget"),
        ({"text": "a" * 200_001}, "200000"),
    ],
    ids=["a day before", "no day", "no such point", "nobody", "a long name", "too long"],
)
def test_what_cannot_be_assigned_is_told_and_kept(
    at: Desk, fields: dict[str, str], sentence: str
) -> None:
    page = at.send("uppdrag-ny", **{"text": "pröva.", **fields}, expect=422)

    assert sentence in page.words


def test_the_director_is_among_the_recipients_by_one_press(at: Desk) -> None:
    at.send("uppdrag-beslutets")

    at.send("mottagare-direktor")

    assert at.value("mottagare", "names").endswith("Regiondirektören")
    assert all(form.get("id") != "mottagare-direktor" for form in at.page.all("form"))


def test_recipients_are_a_name_a_line(at: Desk) -> None:
    stale = at.form("mottagare", names="Min lista")

    at.send("mottagare", names="Revisorerna\n\n  Ekonomidirektören \n<b>🚌</b>")

    assert at.value("mottagare", "names") == "Revisorerna\nEkonomidirektören\n<b>🚌</b>"
    assert "Någon annan har ändrat" in at.post(stale, expect=409).words
    assert at.value("mottagare", "names") == "Min lista"


@pytest.mark.parametrize(
    ("names", "sentence"),
    [("a" * 501, "högst 500 tecken"), ("a\n" * 101, "101 rader")],
    ids=["a long line", "too many"],
)
def test_a_list_that_cannot_be_printed_is_told(at: Desk, names: str, sentence: str) -> None:
    assert sentence in at.send("mottagare", names=names, expect=422).words
