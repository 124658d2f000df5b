"""The officials' report fills in an item's papers, and asks before it writes over."""

from __future__ import annotations

import pytest

from tests.web.desk import Desk
from tests.web.pages import Shown
from tests.web.planned import files, shown

REPORT = """\
Region Älvmark
TJÄNSTESKRIVELSE
Dnr 0777-2026

Nya bussar i Grimshyttan

Förslag till beslut
Regionstyrelsen beslutar
att köpa två bussar.

Sammanfattning
Bussarna är slitna och behöver bytas.

Ärendet
Bussarna köptes 2009.

Beslutsunderlag
Kalkyl 2026-11-02

Protokollsutdrag skickas till
Trafikdirektören
"""


def _read(desk: Desk, text: str = REPORT, expect: int = 200) -> Shown:
    return desk.send("skrivelse", **files((text.encode(), "skrivelse.txt")), expect=expect)


def test_a_report_fills_in_what_is_empty(writing: Desk) -> None:
    page = _read(writing)

    assert shown(page, "summary") == "Bussarna är slitna och behöver bytas."
    assert "köpa två bussar" in shown(page, "base_proposal")
    assert writing.value("arende", "dnr") == "0777-2026"
    assert writing.value("mottagare", "lines").strip() == "Trafikdirektören"
    assert "Kalkyl 2026-11-02" in writing.value("beslutsunderlag", "lines")


def test_a_report_asks_before_it_writes_over(writing: Desk) -> None:
    writing.send("avsnitt-summary", text="Skrivet för hand.")
    asked = _read(writing)

    kept = writing.send("byte")

    assert asked.heading == "Vilken lydelse ska stå?"
    assert shown(kept, "summary") == "Skrivet för hand."
    assert shown(kept, "background") == "Bussarna köptes 2009."


def test_a_report_writes_over_what_is_chosen(writing: Desk) -> None:
    writing.send("avsnitt-summary", text="Skrivet för hand.")
    page = _read(writing)
    box = next(e for e in page.all("input") if e.get("name") == "over")

    page = writing.send("byte", over=box.get("value"))

    assert shown(page, "summary") == "Bussarna är slitna och behöver bytas."


@pytest.mark.parametrize("text", ["", "   \n"])
def test_a_report_that_cannot_be_read_is_told(writing: Desk, text: str) -> None:
    assert "tom" in _read(writing, text, expect=422).words
