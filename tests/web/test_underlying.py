"""Annexes, decision basis and references are told on the screen, and the minutes follow."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.planned import files, paper

BOARD = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def at(desk: Desk) -> Desk:
    """The secretary at a § of the board's draft."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    return desk


@pytest.mark.parametrize(
    ("form_id", "heading"),
    [
        ("underlag-bilagor", "Bilagor"),
        ("underlag-beslutsunderlag", "Beslutsunderlag"),
        ("underlag-referenser", "Referenser"),
    ],
    ids=["annexes", "decision basis", "references"],
)
def test_a_list_is_a_title_a_line_and_stands_in_the_minutes(
    at: Desk, form_id: str, heading: str
) -> None:
    stale = at.form(form_id, lines="Min lista")

    at.send(form_id, lines="Karta\n\n  Kalkyl  2027 \n<b>🚌</b>")

    assert at.value(form_id, "lines") == "Karta\nKalkyl 2027\n<b>🚌</b>"
    assert f"{heading} Karta Kalkyl 2027" in at.minutes
    assert "Någon annan har ändrat" in at.post(stale, expect=409).words
    assert at.value(form_id, "lines") == "Min lista"
    assert at.value(form_id, "seen") == "Karta\nKalkyl 2027\n<b>🚌</b>"


def test_an_annex_that_is_a_file_is_shown_above_the_list_and_stays(at: Desk) -> None:
    screen = at.page.address
    at.open(f"{screen}/underlag")
    at.send("bilagor-nya", **files((paper("Karta"), "k.pdf")))
    at.open(screen)

    before = at.value("underlag-bilagor", "lines")

    page = at.send("underlag-bilagor", lines=f"{before}\nRitning")

    assert at.value("underlag-bilagor", "lines") == f"{before}\nRitning"
    assert f"Bilagor {' '.join(before.split())} Karta Ritning" in at.minutes
    assert any("/bilaga/" in link for link in page.links())


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [("a" * 501, "högst 500 tecken"), ("a\n" * 101, "101 rader")],
    ids=["a long line", "too many"],
)
def test_a_list_that_cannot_be_printed_is_told(at: Desk, lines: str, sentence: str) -> None:
    assert sentence in at.send("underlag-referenser", lines=lines, expect=422).words


def test_a_list_of_no_kind_is_not_there(at: Desk) -> None:
    address, fields = at.form("underlag-referenser", lines="Karta")

    at.post((address.replace("referenser", "annat"), fields), 404)
